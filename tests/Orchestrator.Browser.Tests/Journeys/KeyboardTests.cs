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
        await desk.Page.GetByLabel("Nome utente").FocusAsync();
        await keys.TypeAsync("apl");
        await keys.PressAsync("Tab");
        await keys.TypeAsync(Stage.Password);
        await keys.PressAsync("Enter");
        await desk.Page.WaitForURLAsync("**/attivita*");

        await desk.GoAsync("/attivita?scheda=gruppo");
        await keys.PressAsync("/");
        await Expect(desk.Page.GetByLabel("Cerca per attività, pratica o numero")).ToBeFocusedAsync();
        await keys.TypeAsync(agreement.Summary.AgreementKey);
        await keys.PressAsync("Enter");
        await Expect(desk.Page.Locator("[data-task]").First).ToContainTextAsync(Transmission);

        await keys.PressAsync("j");
        await Expect(desk.Page.Locator("[data-task] [data-open]").First).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(desk.Heading).ToHaveTextAsync(Transmission);
        await Expect(desk.Heading).ToBeFocusedAsync();
        await keys.PressAsync("p");
        await Expect(desk.Page.GetByText("Attività presa in carico.")).ToBeVisibleAsync();

        await Expect(desk.Button("Completa")).ToBeVisibleAsync();
        await desk.Page.Locator(".fjs-form input").First.FocusAsync();
        await keys.TypeAsync(Workers.Today.ToString("dd'/'MM'/'yyyy", System.Globalization.CultureInfo.InvariantCulture));
        await keys.PressAsync("Tab");
        await desk.Page.Locator("h1").FocusAsync();
        await keys.PressAsync("c");
        await Expect(desk.Button("Completa")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(desk.Page.GetByText("Attività completata.")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Shortcuts_can_be_switched_off()
    {
        await Workers.RegisterAsync(signedDaysAgo: 1);
        await using var desk = await Desk.SignedInAsync("apl");
        await desk.GoAsync("/tastiera");
        await desk.Page.GetByLabel("Usa i tasti di scelta rapida in questo browser").UncheckAsync();
        await desk.GoAsync("/attivita?scheda=gruppo");
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
}
