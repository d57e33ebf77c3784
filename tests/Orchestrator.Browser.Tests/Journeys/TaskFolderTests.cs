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
}
