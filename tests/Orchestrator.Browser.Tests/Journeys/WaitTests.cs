using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>An operator of a centre makes a group of those who wait for a session.</summary>
[Category("Slow")]
[TestFixture(1440)]
[TestFixture(390)]
public sealed class WaitTests(int width)
{
    private const int Persons = 4;

    private House _house = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        _house = await House.OpenAsync(House.OwnClock);
        var (agreement, _) = await Sessions.PlannedAsync(_house, Persons);
        await _house.WantSessionAsync(agreement, "incontro 1");
    }

    [OneTimeTearDown]
    public async Task CloseAsync() => await _house.DisposeAsync();

    [Test]
    public async Task A_group_is_made_of_exactly_the_cases_that_were_ticked()
    {
        await using var desk = await Desk.SignedInAsync("cpi", width, _house);
        await desk.GoAsync("/incontri");
        await desk.Link("In attesa di sessione").ClickAsync();
        await Expect(desk.Page.GetByText($"Pratiche in attesa: {Persons}")).ToBeVisibleAsync();
        await desk.InspectAsync("waits");
        await desk.Link("Fai un gruppo").First.ClickAsync();
        await Expect(desk.Page.GetByText("Prova003")).ToHaveCountAsync(0);
        await desk.Link($"Mostra i nomi ({Persons})").ClickAsync();
        await Expect(desk.Page.Locator("#elenco")).ToContainTextAsync("Prova003");
        await desk.ReadyAsync();
        await desk.InspectAsync("waits-names");

        // Sent with nothing filled in: what is missing is said, and nothing is lost.
        await desk.Page.Locator("[data-tick]").First.CheckAsync();
        await desk.Button("Apri la sessione per le pratiche spuntate").ClickAsync();
        await Expect(desk.Page.Locator("#errori")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator("[data-tick]").First).ToBeCheckedAsync();
        await desk.InspectAsync("waits-refused");

        await desk.Page.Locator("[data-tick]").Nth(1).CheckAsync();
        await desk.Page.GetByLabel("Giorno").FillAsync(Workers.DayOf(_house.Now).AddDays(7).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await desk.Page.GetByLabel("Ora di inizio").FillAsync("10:00");
        await desk.Page.GetByLabel("Sala o collegamento").FillAsync("Sala riunioni");
        await desk.Button("Apri la sessione per le pratiche spuntate").ClickAsync();
        await Expect(desk.Heading).ToHaveTextAsync("Sessione aperta per il gruppo");
        await desk.InspectAsync("waits-report");
        await desk.Link("Vai alla sessione").ClickAsync();
        await Expect(desk.Page.GetByText("2 su 20")).ToBeVisibleAsync();

        // The session's own process has started, has told the two cases and has added nobody.
        var session = Uri.UnescapeDataString(new Uri(desk.Page.Url).AbsolutePath.Split('/')[^1]);
        await Stage.UntilAsync("the convocations of the session", async () =>
            (await _house.PrepareAsync(client => client.Cases.SearchAsync(People.Supervisor, new(null, session, 0, 1), CancellationToken.None))).Cases is [_]
            && (await _house.PrepareAsync(client => client.Sessions.OpenAsync(People.Supervisor, session, false, CancellationToken.None))) is { Convened: 2, Summary.Places: 2 } ? "convened" : null);
    }
}
