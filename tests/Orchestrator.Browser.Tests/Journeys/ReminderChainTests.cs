using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>
/// The whole way of a designer: a reminder on the 30-day term is drawn, seen as a difference, published, and the cases that wait already get it. Once with the pointer, once with the keyboard alone.
/// </summary>
[Category("Slow")]
[TestFixture(1440, false)]
[TestFixture(390, true)]
public sealed class ReminderChainTests(int width, bool keyboard)
{
    private const int Cases = 200;
    private const string Process = "p1-collective";

    [Test]
    public async Task A_reminder_is_drawn_published_and_given_to_two_hundred_waiting_cases()
    {
        await using var house = await House.OpenAsync();
        await StartCasesAsync(house);
        await using var desk = await Desk.SignedInAsync("designer", width, house);

        await desk.GoAsync($"/definizioni/{Process}");
        await DoAsync(desk, desk.Button("Nuova bozza dalla versione 1"));
        await desk.Page.Locator("[data-designer][data-ready]").WaitForAsync();
        await desk.InspectAsync("draft");
        await DrawAsync(desk);
        await Expect(desk.Page.Locator("[data-state]")).ToContainTextAsync("revisione 2");
        await Expect(desk.Page.GetByText("Nessun problema: la bozza si può pubblicare.")).ToBeVisibleAsync();
        await desk.InspectAsync("draft-changed");

        await DoAsync(desk, desk.Link("Che cosa cambia"));
        await ComparedAsync(desk);
        await Expect(desk.Page.Locator(".orch-changes").First).ToContainTextAsync("«Giorno 12», in «Incontro di presentazione");
        await desk.InspectAsync("draft-compared");
        await DoAsync(desk, desk.Link("Torna indietro"));
        await desk.Page.Locator("[data-designer][data-ready]").WaitForAsync();
        await DoAsync(desk, desk.Link("Pubblica…"));
        await desk.Page.Locator("[data-scenarios=done]").WaitForAsync(new() { Timeout = 300_000 });
        await ComparedAsync(desk);
        await desk.InspectAsync("publish");
        await DoAsync(desk, desk.Button("Pubblica la nuova versione"));
        await Expect(desk.Page.Locator("main").GetByText("La versione 2 è pubblicata.")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator("tbody tr").First).ToContainTextAsync("Dario Disegno");
        await Expect(desk.Page.Locator("tbody tr").First).ToContainTextAsync("33 su 33 reggono");
        await desk.InspectAsync("published");

        await DoAsync(desk, desk.Link("Sposta le pratiche dalla versione 1 alla 2"));
        await Expect(desk.Page.GetByText("Prova", new() { Exact = true })).ToBeVisibleAsync();
        await DoAsync(desk, desk.Button("Prova"));
        await Expect(desk.Button($"Migra queste {Cases} pratiche")).ToBeVisibleAsync();
        await desk.InspectAsync("chain-rehearsed");
        await DoAsync(desk, desk.Button($"Migra queste {Cases} pratiche"));
        await Expect(desk.Page.GetByText("Conclusa.").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(desk.Page.GetByText($"{Cases} di {Cases} trattate").First).ToBeVisibleAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Link, new() { Name = $"Migrate ({Cases})" })).ToBeVisibleAsync();
        await desk.InspectAsync("chain-migrated");

        await desk.GoAsync($"/definizioni/{Process}");
        await Expect(desk.Page.Locator("tbody tr").First.Locator("td").Nth(1)).ToHaveTextAsync($"{Cases}");
        Assert.That(desk.Complaints, Is.Empty);
    }

    private static Task ComparedAsync(Desk desk) => desk.Page.Locator("[data-compare][data-compared]").First.WaitForAsync();

    private async Task DrawAsync(Desk desk)
    {
        var element = desk.Page.GetByLabel("Elemento", new() { Exact = true });
        if (!keyboard)
        {
            await element.SelectOptionAsync("presentation-meeting");
            await desk.Button("Aggiungi un promemoria").ClickAsync();
            await desk.Page.GetByLabel("Nome del promemoria").FillAsync("Giorno 12");
            await desk.Page.GetByLabel("Quando scatta").FillAsync("P12D");
            await desk.Page.GetByLabel("Gruppo che riceve l’attività").FillAsync("apl");
            await desk.Button("Aggiungi").ClickAsync();
            return;
        }
        await desk.TabToAsync(element);
        await desk.Page.Keyboard.TypeAsync("Incontro di presentazione");
        await desk.TabToAsync(desk.Button("Aggiungi un promemoria"));
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.GetByLabel("Nome del promemoria")).ToBeFocusedAsync();
        await desk.Page.Keyboard.TypeAsync("Giorno 12");
        await desk.Page.Keyboard.PressAsync("Tab");
        await desk.Page.Keyboard.PressAsync("ControlOrMeta+a");
        await desk.Page.Keyboard.TypeAsync("P12D");
        await desk.TabToAsync(desk.Page.GetByLabel("Gruppo che riceve l’attività"));
        await desk.Page.Keyboard.TypeAsync("apl");
        await desk.Page.Keyboard.PressAsync("Enter");
    }

    private async Task DoAsync(Desk desk, ILocator target)
    {
        if (!keyboard)
        {
            await target.ClickAsync();
            return;
        }
        await desk.ReadyAsync();
        await desk.TabToAsync(target);
        await desk.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task StartCasesAsync(House house)
    {
        using var program = new HttpClient { BaseAddress = house.Address };
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin:{Stage.Password}")));
        var signed = Workers.DayOf(house.Now).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        // The agreement that every house has runs already; its case is one of the two hundred.
        await Task.WhenAll(Enumerable.Range(2, Cases - 1).Select(async number =>
        {
            var agreement = $"AG-CR-2026-{number:0000}-1";
            using var started = await program.PostAsJsonAsync("/v2/process-instances",
                new { processDefinitionId = Process, businessId = agreement, variables = new { agreement, crisis = $"CR-2026-{number:0000}", signingDate = signed, centre = "09" } });
            Assert.That((int)started.StatusCode, Is.EqualTo(200), await started.Content.ReadAsStringAsync());
        }));
    }
}
