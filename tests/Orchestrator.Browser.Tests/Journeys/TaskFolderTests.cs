using Microsoft.Playwright;
using Orchestrator.Contracts.Client;
using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>What an operator reads beside a form without leaving it.</summary>
[Category("Slow")]
[TestFixture(1440)]
[TestFixture(390)]
public sealed class TaskFolderTests(int width)
{
    private const string Transmission = "Registra la trasmissione dell'azienda ad ANPAL";

    private static async Task<(string Agreement, TaskSummary Task)> RegisterAsync()
    {
        var agreement = (await Workers.RegisterAsync(signedDaysAgo: 2)).Summary.AgreementKey;
        return (agreement, await Sessions.FindAsync(Stage.House, People.Apl, agreement, Transmission));
    }

    private static ILocator Part(Desk desk, string heading) => desk.Page.Locator(".orch-aside-part").Filter(new() { Has = desk.Page.GetByRole(AriaRole.Heading, new() { Name = heading }) });

    [Test]
    public async Task Deadlines_story_and_documents_are_read_beside_the_form()
    {
        var (_, task) = await RegisterAsync();
        await using var desk = await Desk.SignedInAsync("apl", width);
        await desk.GoAsync($"/attivita/{task.TaskKey}?scheda=gruppo");
        await desk.ReadyAsync();
        var deadlines = Part(desk, "Prossime scadenze della pratica");
        // With one pane the parts are folded below the form, and open at a touch.
        if (width < 992)
        {
            await Expect(deadlines.GetByText("Ultimo giorno utile").First).ToBeHiddenAsync();
            foreach (var summary in await desk.Page.Locator(".orch-aside-part > summary").AllAsync()) await summary.ClickAsync();
        }
        await Expect(deadlines.GetByText("Incontro di presentazione").First).ToBeVisibleAsync();
        await Expect(deadlines.GetByText("Giorno esatto").Or(deadlines.GetByText("Ultimo giorno utile")).First).ToBeVisibleAsync();
        await Expect(Part(desk, "Ultimi fatti della pratica").Locator("li")).Not.ToHaveCountAsync(0);
        await Expect(Part(desk, "Documenti della crisi")).ToBeVisibleAsync();
        await desk.InspectAsync("task-folder");
        await Part(desk, "Ultimi fatti della pratica").GetByRole(AriaRole.Link, new() { Name = "Tutta la storia" }).ClickAsync();
        await Expect(desk.Heading).ToHaveTextAsync(Transmission);
        await Expect(desk.Page.Locator(".orch-tabs [aria-current=page]").Last).ToHaveTextAsync("Storia");
    }

    private static readonly byte[] s_pdf = "%PDF-1.7 una ricevuta"u8.ToArray();

    private static async Task UnfoldAsync(Desk desk, ILocator part)
    {
        await desk.ReadyAsync();
        if (!await part.EvaluateAsync<bool>("part => part.open")) await part.Locator("summary").ClickAsync();
    }

    [Test]
    public async Task A_file_is_attached_saved_by_a_colleague_verified_and_taken_away_by_who_brought_it()
    {
        var (agreement, task) = await RegisterAsync();
        await using var desk = await Desk.SignedInAsync("apl", width);
        await desk.GoAsync($"/attivita/{task.TaskKey}?scheda=gruppo");
        var files = desk.Page.Locator("#allegati");
        await UnfoldAsync(desk, files);
        await Expect(files.GetByText("Non allegare certificati medici")).ToBeVisibleAsync();
        await desk.InspectAsync("task-files-none");
        await files.GetByLabel("Allega un file").SetInputFilesAsync(new FilePayload { Name = "Ricevuta di Ada.pdf", MimeType = "application/pdf", Buffer = s_pdf });
        await files.GetByRole(AriaRole.Button, new() { Name = "Allega", Exact = true }).ClickAsync();
        await Expect(desk.Page.GetByText("File allegato.")).ToBeVisibleAsync();
        Assert.That(desk.Page.Url, Does.Not.Contain("Ricevuta"));
        await UnfoldAsync(desk, files);
        await Expect(files.GetByText("Aldo Apl")).ToBeVisibleAsync();
        await desk.InspectAsync("task-files");

        await using (var supervisor = await Desk.SignedInAsync("supervisore", width))
        {
            await supervisor.GoAsync($"/attivita/{task.TaskKey}");
            var seen = supervisor.Page.Locator("#allegati");
            await UnfoldAsync(supervisor, seen);
            await Expect(seen.GetByRole(AriaRole.Button, new() { Name = "Togli" })).ToHaveCountAsync(0);
            var saved = await supervisor.Page.RunAndWaitForDownloadAsync(() => seen.GetByRole(AriaRole.Link, new() { Name = "Ricevuta di Ada.pdf" }).ClickAsync());
            Assert.That(saved.SuggestedFilename, Is.EqualTo("Ricevuta di Ada.pdf"));
            Assert.That(await File.ReadAllBytesAsync(await saved.PathAsync()), Is.EqualTo(s_pdf));
            await supervisor.GoAsync($"/pratiche/{task.Case.InstanceKey}/verifica");
            await Expect(supervisor.Page.GetByText("File allegati: 1")).ToBeVisibleAsync();
            await supervisor.GoAsync($"/attivita/{task.TaskKey}?vista=storia");
            await Expect(supervisor.Page.Locator(".orch-story")).ToContainTextAsync("Ricevuta di Ada.pdf");
        }

        await files.GetByRole(AriaRole.Button, new() { Name = "Togli" }).ClickAsync();
        await Expect(desk.Page.GetByText("File tolto.")).ToBeVisibleAsync();
        Assert.That(agreement, Is.Not.Empty);
    }

    [TestCase("programma.pdf", "MZ e il resto di un programma", "Il contenuto del file non è quello")]
    [TestCase("programma.exe", "MZ", "Si allegano file PDF")]
    public async Task A_file_that_is_not_what_it_says_is_refused_in_words(string name, string content, string words)
    {
        var (_, task) = await RegisterAsync();
        await using var desk = await Desk.SignedInAsync("apl", width);
        await desk.GoAsync($"/attivita/{task.TaskKey}?scheda=gruppo");
        var files = desk.Page.Locator("#allegati");
        await UnfoldAsync(desk, files);
        await files.GetByLabel("Allega un file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = System.Text.Encoding.UTF8.GetBytes(content) });
        await files.GetByRole(AriaRole.Button, new() { Name = "Allega", Exact = true }).ClickAsync();
        await Expect(desk.Page.Locator("main")).ToContainTextAsync(words);
        await desk.InspectAsync("task-file-refused");
    }

    [Test]
    public async Task With_the_keyboard_alone_a_part_is_opened_and_the_field_for_a_file_is_reached()
    {
        var (_, task) = await RegisterAsync();
        await using var desk = await Desk.SignedInAsync("apl", width);
        // The list beside it holds this case alone: how many others wait is not what is counted here.
        await desk.GoAsync($"/attivita/{task.TaskKey}?scheda=gruppo&cerca={task.Case.BusinessKey}");
        await desk.ReadyAsync();
        var part = desk.Page.Locator("#allegati");
        await desk.TabToAsync(part.Locator("summary"));
        // Beside the form it is open at first; on a phone, below it, it is folded.
        if (await part.EvaluateAsync<bool>("part => (part.matches('details') ? part : part.querySelector('details')).open"))
        {
            await desk.Page.Keyboard.PressAsync("Enter");
            await Expect(part.GetByLabel("Allega un file")).ToBeHiddenAsync();
        }
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.TabToAsync(part.GetByLabel("Allega un file"));
        await desk.TabToAsync(part.GetByRole(AriaRole.Button, new() { Name = "Allega", Exact = true }));
    }
}
