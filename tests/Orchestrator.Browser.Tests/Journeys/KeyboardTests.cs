using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

[Category("Slow")]
public sealed class KeyboardTests
{
    private const string Transmission = "Registra la trasmissione dell'azienda ad ANPAL";

    [Test]
    public async Task A_task_is_found_claimed_filled_in_and_completed_without_a_pointer()
    {
        var agreement = await Workers.RegisterAsync(signedDaysAgo: 1);
        await using var desk = await Desk.OpenAsync();
        var keys = desk.Page.Keyboard;
        await desk.GoAsync("/accedi");
        await desk.TabToAsync(desk.Page.GetByLabel("Nome utente"));
        await keys.TypeAsync("apl");
        await desk.TabToAsync(desk.Page.GetByLabel("Password"));
        await keys.TypeAsync(Stage.Password);
        await keys.PressAsync("Enter");
        await desk.Page.WaitForURLAsync(url => !url.Contains("/accedi", StringComparison.Ordinal));

        await desk.TabToAsync(desk.Page.GetByRole(AriaRole.Link).Filter(new() { HasText = "Del mio gruppo" }));
        await keys.PressAsync("Enter");
        await desk.Page.WaitForURLAsync("**/attivita?scheda=gruppo*");
        await desk.ReadyAsync();
        await keys.PressAsync("/");
        await Expect(desk.Page.GetByLabel("Cerca per attività, pratica o numero")).ToBeFocusedAsync();
        await keys.TypeAsync(agreement.Summary.AgreementKey);
        await keys.PressAsync("Enter");
        await desk.Page.WaitForURLAsync("**cerca=*");
        await desk.ReadyAsync();
        // The agreement opens tasks of several processes; the earliest deadline stands first.
        await Expect(desk.Page.Locator("[data-task]").Filter(new() { HasText = Transmission })).ToBeVisibleAsync();
        var rows = await desk.Page.Locator("[data-task]").AllInnerTextsAsync();
        for (var row = 0; row <= rows.ToList().FindIndex(text => text.Contains(Transmission, StringComparison.Ordinal)); row++)
        {
            await keys.PressAsync("j");
            await Expect(desk.Page.Locator("[data-task] [data-open]").Nth(row)).ToBeFocusedAsync();
        }
        await keys.PressAsync("Enter");
        await Expect(desk.Heading).ToHaveTextAsync(Transmission);
        await Expect(desk.Heading).ToBeFocusedAsync();
        await keys.PressAsync("p");
        await Expect(desk.Page.GetByText("Attività presa in carico.")).ToBeVisibleAsync();

        await Expect(desk.Button("Completa")).ToBeVisibleAsync();
        await desk.TabToAsync(desk.Page.Locator(".fjs-form input").First);
        await keys.TypeAsync(Workers.Today.ToString("dd'/'MM'/'yyyy", System.Globalization.CultureInfo.InvariantCulture));
        await desk.TabToAsync(desk.Button("Completa"));
        await keys.PressAsync("Enter");
        await Expect(desk.Page.GetByText("Attività completata.")).ToBeVisibleAsync();
    }

    [Test]
    public async Task The_letter_c_leads_to_the_button_that_completes()
    {
        var agreement = await Workers.RegisterAsync(signedDaysAgo: 1);
        var task = await Sessions.FindAsync(Stage.House, People.Apl, agreement.Summary.AgreementKey, Transmission);
        await using var desk = await Desk.SignedInAsync("apl");
        await desk.GoAsync($"/attivita/{task.TaskKey}");
        await desk.Page.Locator("[data-claim-open]").ClickAsync();
        await Expect(desk.Button("Completa")).ToBeVisibleAsync();
        await desk.Page.Keyboard.PressAsync("c");
        await Expect(desk.Button("Completa")).ToBeFocusedAsync();
    }

    [Test]
    public async Task Shortcuts_can_be_switched_off()
    {
        await Workers.RegisterAsync(signedDaysAgo: 1);
        await using var desk = await Desk.SignedInAsync("apl");
        await desk.GoAsync("/tastiera");
        await desk.Page.GetByLabel("Usa i tasti di scelta rapida in questo browser").UncheckAsync();
        await desk.GoAsync("/attivita?scheda=gruppo");
        await desk.ReadyAsync();
        await desk.Page.Keyboard.PressAsync("j");
        await Expect(desk.Page.Locator("[data-task] [data-open]").First).Not.ToBeFocusedAsync();
    }

    [Test]
    public async Task The_first_stop_of_Tab_leads_past_the_navigation()
    {
        await using var desk = await Desk.SignedInAsync("apl");
        await desk.GoAsync("/pratiche");
        await desk.Page.Keyboard.PressAsync("Tab");
        await Expect(desk.Page.GetByRole(AriaRole.Link, new() { Name = "Vai al contenuto" })).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("main")).ToBeFocusedAsync();
    }

    [Test]
    public async Task An_expression_is_tried_out_without_a_pointer()
    {
        await using var desk = await Desk.SignedInAsync("designer");
        var keys = desk.Page.Keyboard;
        await desk.TabToAsync(desk.Link("Espressioni"));
        await keys.PressAsync("Enter");
        await desk.Page.WaitForURLAsync("**/espressioni");
        await desk.TabToAsync(desk.Page.GetByLabel("Espressione"));
        await keys.InsertTextAsync("importo * 2");
        await desk.TabToAsync(desk.Page.GetByLabel("Dati (JSON)"));
        await keys.InsertTextAsync("""{ "importo": 21 }""");
        await desk.TabToAsync(desk.Button("Valuta"));
        await keys.PressAsync("Enter");
        await Expect(desk.Page.Locator(".orch-trial")).ToHaveTextAsync("42");
    }

    [Test]
    public async Task A_decision_table_is_changed_and_tried_out_without_a_pointer()
    {
        await using var desk = await Desk.SignedInAsync("designer");
        var keys = desk.Page.Keyboard;
        await desk.TabToAsync(desk.Link("Tabelle di decisione"));
        await keys.PressAsync("Enter");
        await desk.Page.Locator("[data-dmn-ready]").WaitForAsync();
        var cell = desk.Page.Locator("td[data-element-id='r1c2']");
        await desk.TabIntoAsync(cell);
        await Expect(cell.Locator(".cm-content")).ToBeFocusedAsync();
        await keys.PressAsync("ControlOrMeta+a");
        await keys.TypeAsync("false");
        await desk.TabToAsync(desk.Page.GetByLabel("Decisione", new() { Exact = true }));
        await desk.TabToAsync(desk.Page.GetByLabel("Dati (JSON)"));
        await desk.TabToAsync(desk.Button("Valuta"));
        await keys.PressAsync("Enter");
        await Expect(desk.Page.Locator(".orch-trial")).ToHaveTextAsync("\"p3-adhoc\"");
        await Expect(desk.Page.Locator("[data-fate=Matched]")).ToHaveAttributeAsync("data-rule", "1");
    }
}
