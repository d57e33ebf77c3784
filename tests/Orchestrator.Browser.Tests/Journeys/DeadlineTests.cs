using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>Deadlines looked at as list, week and month, foreseen, passed, taken into a calendar; and the timers behind them.</summary>
[Category("Slow")]
[NonParallelizable]
public sealed class DeadlineTests
{
    // Known by its tax code since the demo agreement, under the name of then.
    private const string Company = "Officine Esempio S.p.A.";

    private House _house = null!;
    private string _agreement = "";

    [OneTimeSetUp]
    public async Task SetAsync()
    {
        _house = await House.OpenAsync(House.OwnClock);
        _agreement = (await Workers.RegisterAsync(signedDaysAgo: 4, house: _house)).Summary.AgreementKey;
        await Stage.UntilAsync("the terms of the agreement", async () =>
            (await _house.PrepareAsync(client => client.Deadlines.ListAsync(People.Supervisor, new(0, 10) { Kind = Contracts.Client.DeadlineKind.Term }, CancellationToken.None))).Deadlines.Count >= 2 ? "armed" : null);
    }

    [OneTimeTearDown]
    public async Task StrikeAsync() => await _house.DisposeAsync();

    [TestCase(1440)]
    [TestCase(390)]
    [Order(1)]
    public async Task Deadlines_are_found_as_a_list_and_lead_to_their_case_and_tell_how_their_date_was_reached(int width)
    {
        await using var desk = await Desk.SignedInAsync("regione", width, _house);
        await desk.Page.Locator(".orch-nav").GetByRole(AriaRole.Link, new() { Name = "Scadenze" }).ClickAsync();
        await Expect(desk.Heading).ToHaveTextAsync("Scadenze");
        await desk.Page.GetByLabel("Che cosa").SelectOptionAsync("termini");
        await desk.Button("Cerca").ClickAsync();
        var card = desk.Page.Locator(".orch-card").Filter(new() { HasText = $"Incontro di presentazione ({_agreement})" });
        await Expect(card).ToContainTextAsync("Ultimo giorno utile");
        await Expect(card).ToContainTextAsync("Fonte: D.D. 1929/2019, Allegato b, n. 1");
        await desk.InspectAsync("deadlines");
        await card.GetByText("Come si è arrivati a questa data").ClickAsync();
        await Expect(card.Locator("details ol li").First).ToBeVisibleAsync();
        await desk.InspectAsync("deadlines-why");
        await card.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(desk.Page.Locator(".orch-case-head")).ToContainTextAsync(Company);

        await desk.GoAsync("/scadenze?dal=1999-01-01&al=1999-12-31");
        await Expect(desk.Page.GetByText("Nessuna scadenza con questi criteri.")).ToBeVisibleAsync();
        await desk.InspectAsync("deadlines-nothing-found");
    }

    [TestCase(1440)]
    [TestCase(390)]
    [Order(2)]
    public async Task A_month_and_a_week_show_what_falls_due_on_each_day_and_are_turned(int width)
    {
        await using var desk = await Desk.SignedInAsync("supervisore", width, _house);
        var term = (await _house.PrepareAsync(client => client.Deadlines.ListAsync(People.Supervisor, new(0, 10) { Kind = Contracts.Client.DeadlineKind.Term }, CancellationToken.None)))
            .Deadlines.First(one => one.Name.StartsWith("Incontro di presentazione", StringComparison.Ordinal));
        await desk.GoAsync("/scadenze");
        await desk.Link("Mese").ClickAsync();
        await desk.InspectAsync("deadlines-month-now");
        await desk.Page.GetByLabel("Vai al giorno").FillAsync(term.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await desk.Button("Cerca").ClickAsync();
        await Expect(desk.Page.Locator(".orch-calendar").GetByRole(AriaRole.Link, new() { Name = "Incontro di presentazione" }).First).ToBeVisibleAsync();
        await desk.InspectAsync("deadlines-month");
        await desk.Link("Mese successivo").ClickAsync();
        await desk.Link("Mese precedente").ClickAsync();
        await Expect(desk.Page.Locator(".orch-calendar").GetByRole(AriaRole.Link, new() { Name = "Incontro di presentazione" }).First).ToBeVisibleAsync();
        await desk.GoAsync($"/scadenze?vista=settimana&giorno={term.Day:yyyy-MM-dd}");
        await Expect(desk.Page.Locator(".orch-calendar").GetByRole(AriaRole.Link, new() { Name = "Incontro di presentazione" }).First).ToBeVisibleAsync();
        await desk.InspectAsync("deadlines-week");
        await desk.Page.GetByLabel("Di chi").SelectOptionAsync("persona:anpal");
        await desk.Button("Cerca").ClickAsync();
        await Expect(desk.Page.GetByText("Nessuna scadenza in questo periodo.")).ToBeVisibleAsync();
        await desk.InspectAsync("deadlines-week-empty");
    }

    [TestCase(1440)]
    [TestCase(390)]
    [Order(3)]
    public async Task The_early_warning_names_the_terms_that_will_pass_with_the_rule(int width)
    {
        await using var desk = await Desk.SignedInAsync("supervisore", width, _house);
        await desk.GoAsync("/scadenze");
        await desk.Link("Che cosa scadrà").ClickAsync();
        await desk.Page.GetByLabel("Entro").SelectOptionAsync("60");
        await desk.Button("Cerca").ClickAsync();
        await Expect(desk.Page.Locator(".orch-card").Filter(new() { HasText = $"Incontro di presentazione ({_agreement})" })).ToContainTextAsync(Company);
        await desk.Page.GetByText("Come si è arrivati a questa data").First.ClickAsync();
        await desk.InspectAsync("deadlines-forecast");
    }

    [TestCase(1440)]
    [TestCase(390)]
    [Order(4)]
    public async Task A_calendar_address_is_made_shown_once_read_without_signing_in_and_taken_back(int width)
    {
        await using var desk = await Desk.SignedInAsync("regione", width, _house);
        await desk.GoAsync("/scadenze/calendari");
        await desk.InspectAsync("feeds-none");
        await desk.Page.GetByLabel("Quali scadenze").SelectOptionAsync("regione");
        await desk.Button("Crea l’indirizzo").ClickAsync();
        var address = await desk.Page.GetByLabel("Indirizzo del calendario").InputValueAsync();
        await desk.InspectAsync("feed-made");
        using var program = new HttpClient();
        var calendar = await program.GetStringAsync(new Uri(address));
        Assert.That(calendar, Does.StartWith("BEGIN:VCALENDAR").And.Not.Contain(Company), "a company may be a person");
        await desk.GoAsync("/scadenze/calendari");
        await Expect(desk.Page.GetByLabel("Indirizzo del calendario")).ToHaveCountAsync(0);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Revoca" }).First.ClickAsync();
        await Expect(desk.Page.GetByText("L’indirizzo è stato revocato")).ToBeVisibleAsync();
        await desk.InspectAsync("feed-revoked");
        using var gone = await program.GetAsync(new Uri(address));
        Assert.That((int)gone.StatusCode, Is.EqualTo(404));
    }

    [Test]
    [Order(5)]
    public async Task Views_and_explanations_are_reached_with_the_keyboard_alone()
    {
        await using var desk = await Desk.SignedInAsync("supervisore", house: _house);
        await desk.GoAsync("/scadenze?tipo=termini");
        await desk.ReadyAsync();
        await desk.TabToAsync(desk.Page.Locator(".orch-why summary").First);
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator(".orch-why[open]")).ToHaveCountAsync(1);
        await desk.GoAsync("/scadenze");
        await desk.ReadyAsync();
        await desk.TabToAsync(desk.Link("Settimana"));
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("table.orch-calendar-week")).ToBeVisibleAsync();
    }

    // The last ones: they move the clock past the thirty days.
    [TestCase(1440)]
    [TestCase(390)]
    [Order(6)]
    public async Task A_term_that_passed_shows_its_ladder_and_the_timers_how_late_they_fired(int width)
    {
        if (_house.Now < DateTimeOffset.UtcNow.AddDays(10)) _house.SetClock(_house.Now.AddDays(32));
        await Stage.UntilAsync("the escalation", async () =>
            (await _house.PrepareAsync(client => client.Deadlines.EscalationsAsync(People.Supervisor, 0, 10, CancellationToken.None))).Total > 0 ? "there" : null);
        await using var desk = await Desk.SignedInAsync("supervisore", width, _house);
        await desk.GoAsync("/scadenze/passate");
        await desk.InspectAsync("escalations");
        await desk.Page.Locator(".orch-card-link").First.ClickAsync();
        await Expect(desk.Heading).ToHaveTextAsync("Incontro di presentazione");
        await Expect(desk.Page.Locator(".orch-ladder")).ToContainTextAsync("Sollecito: Giorno 28");
        await Expect(desk.Page.Locator(".orch-ladder")).ToContainTextAsync("Termine passato");
        await desk.InspectAsync("escalation-ladder");
        await desk.GoAsync("/scadenze?ritardo=1");
        await desk.InspectAsync("deadlines-overdue");

        await desk.Page.Locator(".orch-nav").GetByRole(AriaRole.Link, new() { Name = "Temporizzatori" }).ClickAsync();
        await Expect(desk.Heading).ToHaveTextAsync("Temporizzatori");
        await Expect(desk.Page.Locator("table.orch-bars")).ToContainTextAsync("fino a 1 secondo");
        await desk.InspectAsync("timers");
    }
}
