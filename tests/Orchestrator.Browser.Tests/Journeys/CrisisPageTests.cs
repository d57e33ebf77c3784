using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>Crises, workers and group sessions: found, read, left and come back to.</summary>
[Category("Slow")]
[NonParallelizable]
public sealed class CrisisPageTests
{
    private const int Persons = 12;
    // Known by its tax code since the demo agreement, under the name of then.
    private const string Company = "Officine Esempio S.p.A.";

    private House _house = null!;
    private string _agreement = "";
    private DateTimeOffset _starts;

    private string Crisis => _agreement[3..^2];

    private string Session => _agreement + "-S1";

    [OneTimeSetUp]
    public async Task SetAsync()
    {
        _house = await House.OpenAsync(House.OwnClock);
        (_agreement, _starts) = await Sessions.PlannedAsync(_house, Persons);
        await Stage.UntilAsync("the places of the session", async () =>
            (await _house.PrepareAsync(client => client.Sessions.SearchAsync(People.Supervisor, new(0, 10) { Search = Session }, CancellationToken.None))).Sessions is [{ Places: Persons }] ? "given" : null);
    }

    [OneTimeTearDown]
    public async Task StrikeAsync() => await _house.DisposeAsync();

    [TestCase(1440)]
    [TestCase(390)]
    public async Task A_crisis_is_found_by_number_company_and_municipality_and_tells_what_belongs_to_it(int width)
    {
        await using var desk = await Desk.SignedInAsync("regione", width, _house);
        await desk.GoAsync("/crisi");
        await desk.InspectAsync("crises");
        foreach (var words in new[] { Crisis, "officine esempio", "torino" })
        {
            await desk.Page.GetByLabel("Numero, azienda o comune").FillAsync(words);
            await desk.Button("Cerca").ClickAsync();
            await Expect(desk.Page.Locator(".orch-card").Filter(new() { HasText = Crisis })).ToHaveCountAsync(1);
        }
        await desk.Page.GetByLabel("Numero, azienda o comune").FillAsync("Vercelli");
        await desk.Button("Cerca").ClickAsync();
        await Expect(desk.Page.GetByText("Nessuna crisi con questi criteri.")).ToBeVisibleAsync();
        await desk.InspectAsync("crises-nothing-found");

        await desk.GoAsync($"/crisi/{Crisis}");
        await Expect(desk.Heading).ToHaveTextAsync(Company);
        await Expect(desk.Page.Locator(".orch-figures")).ToContainTextAsync("Lavoratori");
        await Expect(desk.Page.Locator(".orch-figures")).ToContainTextAsync($"{Persons}");
        await Expect(desk.Link(_agreement).First).ToBeVisibleAsync();
        await Expect(desk.Page.Locator("a[href^='/pratiche/']").First).ToBeVisibleAsync();
        await Expect(desk.Page.Locator($"a[href='/incontri/{Session}']")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator("a[href^='/elenchi/']").First).ToBeVisibleAsync();
        await desk.InspectAsync("crisis");
        await desk.GoAsync("/crisi/CR-1999-0001");
        await Expect(desk.Page.GetByText("Questa crisi non c’è, o non riguarda i tuoi gruppi.")).ToBeVisibleAsync();
        await desk.InspectAsync("refusal-crisis-not-found");
    }

    [TestCase(1440)]
    [TestCase(390)]
    public async Task A_worker_is_found_without_a_name_in_any_address_and_the_results_are_come_back_to(int width)
    {
        await using var desk = await Desk.SignedInAsync("cpi", width, _house);
        List<string> addresses = [];
        desk.Page.Request += (_, request) => addresses.Add(request.Url);
        await desk.GoAsync($"/lavoratori?crisi={Crisis}");
        await Expect(desk.Page.Locator("table")).ToHaveCountAsync(0);
        await desk.InspectAsync("workers-asked");
        await desk.Page.GetByLabel("Cognome e nome, codice fiscale o numero di pratica").FillAsync("prova00 pers");
        await desk.Button("Cerca").ClickAsync();
        await Expect(desk.Page.GetByText("9 lavoratori")).ToBeVisibleAsync();
        await desk.InspectAsync("workers");

        await desk.Link("Prova007 Persona").ClickAsync();
        await Expect(desk.Heading).ToHaveTextAsync("Prova007 Persona");
        await Expect(desk.Page.GetByText("Codice fiscale")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator($"a[href='/incontri/{Session}']")).ToContainTextAsync("Incontro di presentazione");
        await desk.InspectAsync("worker");
        await desk.Link("Torna ai risultati").ClickAsync();
        await Expect(desk.Page.GetByText("9 lavoratori")).ToBeVisibleAsync();

        await desk.Page.GetByLabel("Cognome e nome, codice fiscale o numero di pratica").FillAsync("nessuno");
        await desk.Button("Cerca").ClickAsync();
        await Expect(desk.Page.GetByText("Nessun lavoratore con questi criteri")).ToBeVisibleAsync();
        await desk.InspectAsync("workers-nothing-found");
        await desk.GoAsync($"/lavoratori?ricerca={Guid.NewGuid()}");
        await Expect(desk.Page.GetByText("La ricerca non c’è più")).ToBeVisibleAsync();
        Assert.That(addresses.Where(address => address.Contains("prova", StringComparison.OrdinalIgnoreCase) || address.Contains("nessuno", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase(1440)]
    [TestCase(390)]
    public async Task A_session_is_found_by_kind_and_day_and_shows_names_only_when_asked(int width)
    {
        await using var desk = await Desk.SignedInAsync("cpi", width, _house);
        var day = Workers.DayOf(_starts).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await desk.GoAsync("/incontri");
        await desk.Page.GetByLabel("Tipo").SelectOptionAsync("presentazione");
        await desk.Page.GetByLabel("Dal").FillAsync(day);
        await desk.Page.GetByLabel("Al", new() { Exact = true }).FillAsync(day);
        await desk.Button("Cerca").ClickAsync();
        await Expect(desk.Page.Locator(".orch-card").Filter(new() { HasText = Session })).ToContainTextAsync($"{Persons} posti su {Persons}");
        await desk.InspectAsync("sessions");

        await desk.Page.Locator(".orch-card-link").First.ClickAsync();
        await Expect(desk.Heading).ToHaveTextAsync("Incontro di presentazione");
        await Expect(desk.Page.GetByText("Prova003")).ToHaveCountAsync(0);
        await desk.InspectAsync("session");
        await desk.Link($"Mostra i nomi ({Persons})").ClickAsync();
        await Expect(desk.Link("Prova003 Persona")).ToBeVisibleAsync();
        await desk.InspectAsync("session-names");
        await desk.GoAsync("/incontri?dal=1999-01-01&al=1999-12-31");
        await Expect(desk.Page.GetByText("Nessun incontro con questi criteri.")).ToBeVisibleAsync();
        await desk.InspectAsync("sessions-nothing-found");
        // The centre has no task in the session's process yet; who coordinates sees its case.
        await using var coordinator = await Desk.SignedInAsync("regione", width, _house);
        await coordinator.GoAsync($"/incontri/{Session}");
        await coordinator.Link("Apri la pratica dell’incontro").ClickAsync();
        await Expect(coordinator.Page.Locator(".orch-case-head")).ToContainTextAsync(Session);
    }

    [Test]
    public async Task A_worker_is_found_and_left_with_the_keyboard_alone()
    {
        await using var desk = await Desk.SignedInAsync("cpi", house: _house);
        await desk.GoAsync("/lavoratori");
        await desk.ReadyAsync();
        await desk.TabToAsync(desk.Page.GetByLabel("Cognome e nome, codice fiscale o numero di pratica"));
        await desk.Page.Keyboard.TypeAsync("Prova011");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.GetByText("1 lavoratore", new() { Exact = true })).ToBeVisibleAsync();
        await desk.TabToAsync(desk.Link("Prova011 Persona"));
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Heading).ToHaveTextAsync("Prova011 Persona");
        await desk.Page.GoBackAsync();
        await Expect(desk.Page.GetByText("1 lavoratore", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Test]
    public async Task Who_works_with_no_workers_is_told_so_and_another_centre_sees_neither_workers_nor_sessions()
    {
        await using var desk = await Desk.SignedInAsync("anpal", house: _house);
        await Expect(desk.Page.Locator(".orch-nav")).Not.ToContainTextAsync("Lavoratori");
        await desk.GoAsync("/lavoratori");
        await Expect(desk.Heading).ToHaveTextAsync("Non hai il permesso");
        Contracts.Client.ActingUser elsewhere = new("altrove", "Altra Operatrice", ["cpi:01"], ["operator"]);
        var crises = await _house.PrepareAsync(client => client.Crises.SearchAsync(elsewhere, new(null, null, 0, 10), CancellationToken.None));
        var workers = await _house.PrepareAsync(client => client.Workers.SearchAsync(elsewhere, new(0, 10), CancellationToken.None));
        var sessions = await _house.PrepareAsync(client => client.Sessions.SearchAsync(elsewhere, new(0, 10), CancellationToken.None));
        var mine = await _house.PrepareAsync(client => client.Workers.SearchAsync(People.Centre, new(0, 10), CancellationToken.None));
        Assert.That((crises.Total, workers.Total, sessions.Total, mine.Total), Is.EqualTo((0, 0, 0, Persons)));
    }
}
