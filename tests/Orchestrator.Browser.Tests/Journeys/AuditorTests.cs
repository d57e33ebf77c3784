using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.Playwright;
using Orchestrator.Contracts.Client;
using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>What an auditor asks of a case: why it went this way, who read it, and its history to take away.</summary>
[Category("Slow")]
[TestFixture(1440)]
[TestFixture(390)]
public sealed class AuditorTests(int width)
{
    [Test]
    public async Task Where_the_path_divides_the_case_says_which_conditions_were_tried_and_what_they_saw()
    {
        var (found, story, _) = await CaseAsync();
        var divided = story.First(entry => entry.EventName == "conditions-evaluated");
        await using var desk = await Desk.SignedInAsync("auditor", width);
        await desk.GoAsync($"/pratiche/{found.InstanceKey}?posizione={divided.Position}");

        var why = desk.Page.Locator("#perche");
        await Expect(why.GetByRole(AriaRole.Heading, new() { Name = "Perché" })).ToBeVisibleAsync();
        await Expect(why.Locator(".orch-why-chosen")).ToHaveCountAsync(1);
        await Expect(why.Locator(".orch-why-chosen")).ToContainTextAsync("presa");
        await Expect(why).ToContainTextAsync("Condizione:");
        await desk.InspectAsync("case-why-ways");
    }

    [Test]
    public async Task From_the_story_one_comes_by_keyboard_to_how_a_due_date_was_reached()
    {
        var (found, story, _) = await CaseAsync();
        var offered = story.Last(entry => entry.EventName == "user-task-created");
        await using var desk = await Desk.SignedInAsync("auditor", width);
        await desk.GoAsync($"/pratiche/{found.InstanceKey}?da={offered.Position}");

        var link = desk.Page.GetByLabel(string.Create(CultureInfo.InvariantCulture, $"Perché? Posizione {offered.Position}"), new() { Exact = true });
        await link.FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");

        var why = desk.Page.Locator("#perche");
        await Expect(why).ToContainTextAsync("Offerta a");
        await Expect(why).ToContainTextAsync("Scadenza");
        await Expect(desk.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"posizione={offered.Position}"));
        await desk.InspectAsync("case-why-due");
    }

    [Test]
    public async Task A_term_is_explained_by_the_days_that_were_counted()
    {
        var (found, story, _) = await CaseAsync();
        var armed = new List<CaseMoment>();
        foreach (var entry in story.Where(entry => entry.EventName == "timer-armed"))
            armed.Add(await Stage.PrepareAsync(client => client.Cases.AtAsync(Auditor, found.InstanceKey, entry.Position, CancellationToken.None)));

        var counted = armed.SelectMany(moment => moment.Why!.Grounds).Where(ground => ground.Steps.Count > 0).ToList();
        Assert.That(armed, Is.Not.Empty);
        Assert.That(armed.Select(moment => moment.Why!.Grounds[0].Kind), Is.All.EqualTo(GroundKind.Instant));
        Assert.That(counted.SelectMany(ground => ground.Steps), Has.Some.Contains("30"), "the thirty days of the presentation are counted");
    }

    [Test]
    public async Task The_page_to_print_has_the_proof_and_the_whole_story()
    {
        var (found, _, _) = await CaseAsync();
        await using var desk = await Desk.SignedInAsync("auditor", width);
        await desk.GoAsync($"/pratiche/{found.InstanceKey}");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Pagina da stampare, con la verifica" }).ClickAsync();

        await Expect(desk.Page.GetByText("La storia è integra.")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator(".orch-printed li").First).ToHaveAttributeAsync("value", "1");
        await desk.InspectAsync("case-print");
        await desk.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(desk.Page.Locator(".orch-header")).ToBeHiddenAsync();
    }

    [Test]
    public async Task The_csv_has_every_event_and_the_xes_every_step_in_the_form_of_the_standard()
    {
        var (found, story, _) = await CaseAsync();
        var csv = await Stage.PrepareAsync(client => client.Records.ExportAsync(Auditor, found.InstanceKey, new(ExportFormat.Csv, false), CancellationToken.None));
        var xes = await Stage.PrepareAsync(client => client.Records.ExportAsync(Auditor, found.InstanceKey, new(ExportFormat.Xes, false), CancellationToken.None));

        var rows = Encoding.UTF8.GetString(csv.Content).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.That(csv.Content.Take(3), Is.EqualTo(Encoding.UTF8.Preamble.ToArray()));
        Assert.That(rows, Has.Length.AtLeast(story.Count + 1), "a head and a row for each event");
        var log = XDocument.Parse(Encoding.UTF8.GetString(xes.Content));
        Assert.That(XesRules.WhyNot(log), Is.Empty);
        // The case may have gone on since its story was read.
        var starts = log.Descendants(XesRules.Event).Count(one =>
            XesRules.TextOf(one, "lifecycle:transition") == "start" && long.Parse(XesRules.TextOf(one, "orch:seq"), CultureInfo.InvariantCulture) <= story[^1].Position);
        Assert.That(starts, Is.EqualTo(story.Count(entry => entry is { EventName: "element-entered", ElementName: not null, IsPath: false })));
    }

    [Test]
    public async Task Without_names_of_persons_the_file_names_services_alone()
    {
        var (found, _, agreement) = await CaseAsync();
        var free = await Sessions.FindAsync(Stage.House, People.Apl, agreement, "Registra la trasmissione dell'azienda ad ANPAL");
        await Stage.PrepareAsync(client => client.Inbox.ClaimAsync(People.Apl, new(Guid.CreateVersion7(), free.TaskKey, free.Version), CancellationToken.None));
        var story = await Stage.PrepareAsync(client => client.Cases.StoryAsync(Auditor, found.InstanceKey, 1, 1000, CancellationToken.None));
        var people = story.Select(entry => entry.Actor).Where(actor => actor.Length > 0 && actor != "engine" && !actor.Contains(':', StringComparison.Ordinal)).Distinct().ToList();
        var xes = await Stage.PrepareAsync(client => client.Records.ExportAsync(Auditor, found.InstanceKey, new(ExportFormat.Xes, true), CancellationToken.None));

        var named = XDocument.Parse(Encoding.UTF8.GetString(xes.Content)).Descendants(XesRules.Event).Select(one => XesRules.TextOf(one, "org:resource")).Distinct().ToList();
        Assert.That(people, Is.Not.Empty);
        Assert.That(named.Intersect(people), Is.Empty);
        Assert.That(named, Has.Some.EqualTo("person-1"));
    }

    [Test]
    public async Task A_list_of_cases_is_taken_away_as_it_was_found()
    {
        var (found, _, _) = await CaseAsync();
        await using var desk = await Desk.SignedInAsync("auditor", width);
        await desk.GoAsync($"/pratiche?cerca={found.BusinessKey}");
        var saved = await desk.Page.RunAndWaitForDownloadAsync(() => desk.Page.GetByRole(AriaRole.Link, new() { Name = "XES", Exact = true }).ClickAsync());

        Assert.That(saved.SuggestedFilename, Is.EqualTo("pratiche.xes"));
        using var content = await saved.CreateReadStreamAsync();
        Assert.That(XesRules.WhyNot(await XDocument.LoadAsync(content, LoadOptions.None, CancellationToken.None)), Is.Empty);
    }

    [Test]
    public async Task Who_read_a_case_is_for_auditors_and_supervisors()
    {
        var (found, _, _) = await CaseAsync();
        await using var desk = await Desk.SignedInAsync("auditor", width);
        await desk.GoAsync($"/pratiche/{found.InstanceKey}/letture");
        await Expect(desk.Page.GetByText("Questa pratica non è di una persona")).ToBeVisibleAsync();
        await desk.InspectAsync("case-readings-none");

        await using var operator1 = await Desk.SignedInAsync("apl", width);
        await operator1.GoAsync($"/pratiche/{found.InstanceKey}/letture");
        await operator1.InspectAsync("case-readings-refused");
        await Expect(operator1.Page.Locator("h1")).Not.ToHaveTextAsync("Chi ha letto questa pratica");
    }

    [Test]
    public async Task Whoever_opens_or_exports_the_case_of_a_person_stands_in_its_readings()
    {
        var (_, starts) = await Sessions.PlannedAsync(Stage.House, 2);
        Assert.That(starts, Is.GreaterThan(Stage.House.Now));
        var person = await Stage.UntilAsync("a worker's case", async () =>
            (await Stage.PrepareAsync(client => client.Cases.SearchAsync(Auditor, new(null, "p1-worker", 0, 1), CancellationToken.None))).Cases is [var first, ..] ? first.Case : null);
        await Stage.PrepareAsync(client => client.Cases.OpenAsync(People.Supervisor, person.InstanceKey, CancellationToken.None));
        await Stage.PrepareAsync(client => client.Records.ExportAsync(Auditor, person.InstanceKey, new(ExportFormat.Csv, true), CancellationToken.None));

        await using var desk = await Desk.SignedInAsync("auditor", width);
        await desk.GoAsync($"/pratiche/{person.InstanceKey}");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Chi ha letto questa pratica" }).ClickAsync();

        var rows = desk.Page.Locator("tbody tr");
        await Expect(rows.Nth(0)).ToContainTextAsync("pagina della pratica");
        await Expect(rows.Nth(1)).ToContainTextAsync("esportazione della storia");
        await Expect(rows.Nth(2)).ToContainTextAsync("pagina della pratica");
        await desk.InspectAsync("case-readings");
    }

    private static ActingUser Auditor { get; } = new("auditor", "Aurora Auditor", [], [Roles.Auditor]);

    private static async Task<(CaseReference Case, IReadOnlyList<StoryEntry> Story, string Agreement)> CaseAsync()
    {
        var agreement = await Workers.RegisterAsync(signedDaysAgo: 3);
        var found = await Stage.UntilAsync("the agreement's case", async () =>
            (await Stage.PrepareAsync(client => client.Agreements.OpenAsync(People.Regione, agreement.Summary.AgreementKey, CancellationToken.None))).Summary.Case);
        var story = await Stage.UntilAsync("a case that waits for people", async () =>
        {
            var entries = await Stage.PrepareAsync(client => client.Cases.StoryAsync(Auditor, found.InstanceKey, 1, 1000, CancellationToken.None));
            return entries.Any(entry => entry.EventName == "user-task-created") && entries.Any(entry => entry.EventName == "conditions-evaluated") ? entries : null;
        });
        return (found, story, agreement.Summary.AgreementKey);
    }
}
