using System.Text;
using System.Text.Json.Nodes;
using Orchestrator.Agencies.Tests.Support;
using Orchestrator.Agency.Regione;
using Orchestrator.Agency.Regione.Jobs;
using Orchestrator.Agency.Regione.Texts;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Worker;

namespace Orchestrator.Agencies.Tests.Regione;

internal sealed class RegioneNotifyTests
{
    private OwnRegistry _on = null!;
    private Spool _spool = null!;
    private RegionePost _post = null!;

    [SetUp]
    public async Task SetUp()
    {
        _on = await OwnRegistry.CreateAsync();
        _spool = new Spool();
        _post = RegionePost.Of(_spool.Options, new RegioneOptions());
    }

    [TearDown]
    public void TearDown()
    {
        _on.Dispose();
        _spool.Dispose();
    }

    [Test]
    public async Task Each_group_gets_the_invitation_once_with_its_calendar_entry_from_Regione()
    {
        var first = await RunAsync(1, "crisis-meeting", "REQUEST", "apl", "anpal-servizi");
        var again = await RunAsync(1, "crisis-meeting", "REQUEST", "apl", "anpal-servizi");

        var mail = _spool.Read("1-apl.eml");
        Assert.Multiple(() =>
        {
            Assert.That(_spool.Names, Is.EqualTo(new[] { "1-anpal-servizi.eml", "1-apl.eml" }));
            Assert.That(again.ToJsonString(), Is.EqualTo(first.ToJsonString()).And.EqualTo("""{"notified":["apl","anpal-servizi"]}"""));
            Assert.That(mail, Does.Contain("From:").And.Contain("<politiche-lavoro@orchestrator.invalid>").And.Contain("To: <apl@orchestrator.invalid>"));
            Assert.That(EntryOf(mail), Does.Contain("METHOD:REQUEST").And.Contain("SEQUENCE:0").And.Contain("UID:CR-2026-0007.M1@orchestrator").And.Contain("DTSTART;TZID=Europe/Rome:20260320T100000").And.Contain("DTEND;TZID=Europe/Rome:20260320T120000"));
            Assert.That(PlainOf(mail), Does.Contain("20/03/2026, ore 10:00").And.Contain("Torino, via Magenta 12"));
        });
    }

    [Test]
    public async Task A_moved_and_then_cancelled_meeting_keeps_its_entry_and_raises_its_sequence()
    {
        await RunAsync(1, "crisis-meeting", "REQUEST", "apl");
        await RunAsync(2, "crisis-meeting-moved", "REQUEST", "apl");
        await RunAsync(3, "crisis-meeting-cancelled", "CANCEL", "apl");
        await RunAsync(2, "crisis-meeting-moved", "REQUEST", "apl"); // late repetition

        var entries = _spool.Names.Select(name => EntryOf(_spool.Read(name))).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(entries.Select(entry => Line(entry, "SEQUENCE")), Is.EqualTo(new[] { "SEQUENCE:0", "SEQUENCE:1", "SEQUENCE:2" }));
            Assert.That(entries.Select(entry => Line(entry, "METHOD")), Is.EqualTo(new[] { "METHOD:REQUEST", "METHOD:REQUEST", "METHOD:CANCEL" }));
            Assert.That(entries.Select(entry => Line(entry, "UID")).Distinct().Count(), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task An_independent_reader_understands_the_entry()
    {
        await RunAsync(1, "crisis-meeting", "REQUEST", "apl");

        var said = DebianPython.Ask(
            "icalendar",
            "import sys, icalendar; c = icalendar.Calendar.from_ical(sys.stdin.read()); e = c.walk('VEVENT')[0]; print(c['METHOD'], e['SEQUENCE'], e.decoded('DTSTART').isoformat(), e['SUMMARY'])",
            EntryOf(_spool.Read("1-apl.eml")));

        Assert.That(said, Is.EqualTo("REQUEST 0 2026-03-20T10:00:00+01:00 Tavolo di crisi CR-2026-0007"));
    }

    [Test]
    public async Task Without_a_method_no_entry_goes_out_and_no_version_is_used()
    {
        await RunAsync(1, "confirm-participation", null, "apl");
        await RunAsync(2, "crisis-meeting", "REQUEST", "apl");

        Assert.Multiple(() =>
        {
            Assert.That(_spool.Read("1-apl.eml"), Does.Not.Contain("text/calendar"));
            Assert.That(EntryOf(_spool.Read("2-apl.eml")), Does.Contain("SEQUENCE:0"));
        });
    }

    [Test]
    public async Task A_job_that_dies_between_two_mails_sends_the_rest_with_the_same_entry()
    {
        var dying = _post with { Transport = new BreaksAfter(_post.Transport, 1) };
        Assert.That(() => HandleAsync(dying, 1, "crisis-meeting", "REQUEST", "apl", "regione"), Throws.TypeOf<IOException>());
        await RunAsync(1, "crisis-meeting", "REQUEST", "apl", "regione");

        Assert.That(_spool.Names.Select(name => Line(EntryOf(_spool.Read(name)), "SEQUENCE")), Is.EqualTo(new[] { "SEQUENCE:0", "SEQUENCE:0" }));
    }

    [TestCase("PUBLISH")]
    [TestCase("request")]
    public void Another_method_is_wrong_input(string method) =>
        Assert.That(() => RunAsync(1, "crisis-meeting", method, "apl"), Throws.TypeOf<JobInputException>().With.Message.Contains("REQUEST or CANCEL"));

    [Test]
    public async Task Every_text_can_be_filled()
    {
        long job = 0;
        foreach (var name in RegioneTexts.Shelf.Names())
            foreach (var level in new[] { "L1", "L2", "L3", "L4" })
                await RunAsync(++job, name, null, level, ["apl"]);

        Assert.That(_spool.Names.Select(file => PlainOf(_spool.Read(file))), Has.All.Contains("CR-2026-0007").And.None.Contains("{{"));
    }

    private async Task<JsonObject> RunAsync(long job, string template, string? method, params string[] recipients) => await RunAsync(job, template, method, "L1", recipients);

    private async Task<JsonObject> RunAsync(long job, string template, string? method, string level, string[] recipients) =>
        (await new NotifyHandler(_on.Registry, _post, _on.Clock).HandleAsync(JobsFor.Make("regione.notify", job, Input(template, method, level, recipients)), CancellationToken.None)).Variables();

    private Task<JobResult> HandleAsync(RegionePost post, long job, string template, string? method, params string[] recipients) =>
        new NotifyHandler(_on.Registry, post, _on.Clock).HandleAsync(JobsFor.Make("regione.notify", job, Input(template, method, "L1", recipients)), CancellationToken.None);

    private static JsonObject Input(string template, string? method, string level, string[] recipients) => new()
    {
        ["template"] = template,
        ["crisis"] = "CR-2026-0007",
        ["recipients"] = new JsonArray([.. recipients.Select(group => (JsonNode)group)]),
        ["reminder"] = new JsonObject { ["level"] = level, ["day"] = 2 },
        ["meeting"] = new JsonObject
        {
            ["id"] = "M1", ["meetingAt"] = "2026-03-20T10:00", ["durationMin"] = 120, ["mode"] = "presenza", ["venue"] = "Torino, via Magenta 12", ["agenda"] = "Situazione; esuberi",
        },
        ["method"] = method,
        ["agency"] = "apl",
        ["project"] = "PR-1",
        ["title"] = "avviso",
        ["text"] = "Un testo.",
        ["reportId"] = "RP-1",
        ["period"] = "2026-06",
        ["files"] = "- figures.csv",
    };

    private static string Line(string entry, string name) => entry.Split("\r\n").First(line => line.StartsWith(name, StringComparison.Ordinal));

    private static string EntryOf(string mail) => PartOf(mail, "text/calendar");

    private static string PlainOf(string mail) => PartOf(mail, "text/plain");

    private static string PartOf(string mail, string type)
    {
        var part = mail[mail.IndexOf(type, StringComparison.Ordinal)..];
        var body = part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        var end = body.IndexOf("\r\n--", StringComparison.Ordinal);
        return Encoding.UTF8.GetString(Convert.FromBase64String(end < 0 ? body : body[..end]));
    }
}
