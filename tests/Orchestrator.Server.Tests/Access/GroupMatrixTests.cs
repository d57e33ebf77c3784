using System.Text;
using System.Text.RegularExpressions;

namespace Orchestrator.Server.Tests.Access;

/// <summary>
/// Every page about a case, asked by every role and group: <c>groups.txt</c> has the statuses, and a table of who may read what is held against it, so that the file cannot be
/// wrong and agreed to. A page whose parameter nobody has told this test about fails.
/// </summary>
[Category("Slow")]
internal sealed partial class GroupMatrixTests
{
    private static readonly string[] s_coordinators = ["regione", "apl", "steering"];
    private static readonly string[] s_watchers = ["superv", "svother", "auditor"];

    // Who reads the page of a thing itself; everybody else is told that there is none, or that it is not theirs.
    private static readonly Dictionary<string, string[]> s_readers = new()
    {
        ["task of apl"] = ["apl", .. s_watchers],
        // The centre plans the meeting together with ANPAL Servizi (workflows/p1-collective).
        ["task of torino"] = ["torino", "anpal", .. s_watchers],
        ["case"] = [.. s_coordinators, .. s_watchers, "admin", "torino", "anpal"],
        ["agreement"] = [.. s_coordinators, .. s_watchers, "admin", "torino", "anpal"],
        ["crisis"] = [.. s_coordinators, .. s_watchers, "admin", "torino", "anpal"],
        ["session"] = [.. s_coordinators, .. s_watchers, "admin", "torino"],
        ["worker"] = [.. s_coordinators, .. s_watchers, "torino"],
        ["file"] = [.. s_coordinators, "superv", "svother", "auditor"],
    };

    private static readonly Dictionary<string, string> s_pages = new()
    {
        ["task of apl"] = "/attivita/{0}", ["task of torino"] = "/attivita/{0}", ["case"] = "/pratiche/{0}", ["agreement"] = "/accordi/{0}", ["crisis"] = "/crisi/{0}", ["session"] = "/incontri/{0}",
        ["worker"] = "/lavoratori/{0}", ["file"] = "/elenchi/{0}",
    };

    private GroupStage _stage = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _stage = await GroupStage.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _stage.DisposeAsync();

    [Test]
    public async Task Every_page_about_a_case_answers_every_role_and_group_as_the_table_says()
    {
        var text = new StringBuilder($"# {"Who gets which answer, by role and group. Nothing that is sent here changes anything.",-88}{string.Join(' ', GroupStage.Callers.Select(caller => $"{caller.Name,-8}")).TrimEnd()}\n");
        foreach (var route in _stage.Routes)
        {
            foreach (var (thing, address) in AddressesOf(route))
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{$"{route.Name} ({thing}) ",-90}");
                foreach (var caller in GroupStage.Callers) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{await _stage.AskAsync(route.Method, address, caller),-9}");
                text.Length -= 6;
                text.Append('\n');
            }
        }
        Golden.Check(text.ToString(), "groups.txt");
    }

    [TestCaseSource(nameof(Things))]
    public async Task A_thing_is_read_by_exactly_those_who_work_with_it_or_watch(string thing)
    {
        var page = string.Format(System.Globalization.CultureInfo.InvariantCulture, s_pages[thing], _stage.Things[thing]);
        var readers = new List<string>();
        foreach (var caller in GroupStage.Callers)
        {
            var status = await _stage.AskAsync("GET", page, caller);
            if (status == 200) readers.Add(caller.Name);
            else Assert.That(status, Is.EqualTo(403).Or.EqualTo(404), $"{caller.Name} of {thing}");
        }
        Assert.That(readers, Is.EquivalentTo(s_readers[thing]));
    }

    [Test]
    public async Task Whoever_cannot_read_a_thing_can_do_nothing_with_it()
    {
        foreach (var route in _stage.Routes)
        {
            foreach (var (thing, address) in AddressesOf(route))
            {
                foreach (var caller in GroupStage.Callers.Where(caller => !s_readers[thing].Contains(caller.Name)))
                {
                    // A page that is only ever sent to leads back to what it belongs to, where the reader is refused.
                    var status = await _stage.AskAsync(route.Method, address, caller);
                    Assert.That(status, Is.EqualTo(403).Or.EqualTo(404).Or.EqualTo(303), $"{route.Name} ({thing}) for {caller.Name}");
                    if (route.Method != "GET") Assert.That(status, Is.Not.EqualTo(303), $"{route.Name} ({thing}) for {caller.Name}");
                }
            }
        }
    }

    private static IEnumerable<string> Things() => s_readers.Keys;

    private IEnumerable<(string Thing, string Address)> AddressesOf(Route route)
    {
        if (route.IsApi || route.Pattern.Contains(":file", StringComparison.Ordinal) || !Parameter().IsMatch(route.Pattern)) return [];
        string[] things = route.Pattern.Split('/')[1] switch
        {
            "attivita" when route.Pattern.StartsWith("/attivita/filtri", StringComparison.Ordinal) => [],
            "attivita" => ["task of apl", "task of torino"],
            "pratiche" => ["case"],
            "accordi" => ["agreement"],
            "crisi" => ["crisis"],
            "incontri" => ["session"],
            "lavoratori" => ["worker"],
            "elenchi" when route.Pattern.Contains("{kind}", StringComparison.Ordinal) => [],
            "elenchi" => ["file"],
            // About people of the office, not about a case: access.txt and StandingInTests have them.
            "assenze" => [],
            // About definitions, lists of retries, incidents, passed terms and errors: access.txt has them; a feed is for who knows its secret.
            "definizioni" or "funzionamento" or "incidenti" or "scadenze" or "calendario" or "errore" or "_framework" or "_content" or "dist" => [],
            var other => throw new InvalidOperationException($"Expected to know what /{other} is about: say it in GroupMatrixTests ({route.Name})."),
        };
        return things.Select(thing => (thing, Parameter().Replace(route.Pattern, match => match.Groups["name"].Value switch
        {
            "verb" => "prendi",
            _ => Uri.EscapeDataString(_stage.Things[thing]),
        }) + (route.Pattern.EndsWith("/esporta", StringComparison.Ordinal) ? "?formato=csv" : "")));
    }

    [GeneratedRegex(@"\{\**(?<name>\w+)(:[^}]*)?\}")]
    private static partial Regex Parameter();
}
