using System.Globalization;
using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

[Category("Slow")]
[TestFixture(1440)]
[TestFixture(390)]
public sealed class CaseTests(int width)
{
    [Test]
    public async Task A_case_shows_its_drawing_its_steps_in_words_and_both_dates_of_its_terms()
    {
        await using var desk = await OpenAsync("auditor", signedDaysAgo: 3);
        await Expect(desk.Page.Locator(".djs-container svg").First).ToBeVisibleAsync();
        await Expect(desk.Page.Locator("#passo-access")).ToContainTextAsync("in corso");
        await Expect(desk.Page.Locator("#passo-open-delivery")).ToContainTextAsync("fatto");
        var term = desk.Page.Locator(".orch-term").Filter(new() { HasText = "Incontro di presentazione" });
        await Expect(term).ToContainTextAsync("Giorno stretto " + Workers.Today.AddDays(27).ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture));
        await Expect(term).ToContainTextAsync("Ultimo giorno utile");
        Assert.That(await desk.OverflowAsync(), Is.Zero, "The page scrolls sideways.");
    }

    [Test]
    public async Task The_slider_goes_back_to_the_beginning_and_the_address_keeps_the_position()
    {
        await using var desk = await OpenAsync("auditor", signedDaysAgo: 3);
        // Until the script is there the button shows the moment that was chosen; then moving the slider is enough.
        await Expect(desk.Page.Locator("[data-replay-go]")).ToBeHiddenAsync();
        await desk.Page.GetByLabel("Scorri la storia").FocusAsync();
        await desk.Page.Keyboard.PressAsync("Home");
        await Expect(desk.Page.Locator(".orch-moment-place")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^Posizione 1 di"));
        await Expect(desk.Page.Locator("#passo-access")).ToContainTextAsync("non raggiunto");
        await Expect(desk.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("posizione=1$"));

        await desk.Page.ReloadAsync();
        await Expect(desk.Page.Locator(".orch-moment-place")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^Posizione 1 di"));
        await desk.Page.Locator("#passo-avanti").ClickAsync();
        await Expect(desk.Page.Locator(".orch-moment-place")).Not.ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^Posizione 1 di"));
    }

    [Test]
    public async Task A_case_is_verified_on_the_spot()
    {
        await using var desk = await OpenAsync("auditor", signedDaysAgo: 3);
        await desk.Button("Verifica").ClickAsync();
        await Expect(desk.Page.Locator("#verifica")).ToContainTextAsync("La storia è integra.");
    }

    [Test]
    public async Task What_lets_wait_says_that_work_goes_on()
    {
        await using var desk = await OpenAsync("auditor", signedDaysAgo: 3);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await desk.Page.RouteAsync("**/verifica", async route =>
        {
            await answer.Task;
            await route.ContinueAsync();
        });
        await Expect(desk.Page.Locator("#lavoro")).ToBeHiddenAsync();
        await desk.Button("Verifica").ClickAsync();
        await Expect(desk.Page.Locator("#lavoro")).ToBeVisibleAsync();
        answer.SetResult();
        await Expect(desk.Page.Locator("#verifica")).ToContainTextAsync("La storia è integra.");
        await Expect(desk.Page.Locator("#lavoro")).ToBeHiddenAsync();
    }

    [Test]
    public async Task The_signing_date_is_corrected_with_a_reason_and_the_terms_move()
    {
        await using var desk = await OpenAsync("supervisore", signedDaysAgo: 5);
        await desk.Page.GetByText("Correggi la data di sottoscrizione").ClickAsync();
        await desk.Page.GetByLabel("Data di sottoscrizione").FillAsync(Workers.Today.AddDays(-2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await desk.Page.GetByLabel("Motivo").FillAsync("Errore di trascrizione.");
        await desk.Button("Correggi la data").ClickAsync();
        await Expect(desk.Page.GetByText("Data corretta: i termini sono stati ricalcolati.")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator(".orch-term").Filter(new() { HasText = "Incontro di presentazione" }))
            .ToContainTextAsync("Giorno stretto " + Workers.Today.AddDays(28).ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture));
    }

    private async Task<Desk> OpenAsync(string account, int signedDaysAgo)
    {
        var agreement = await Workers.RegisterAsync(signedDaysAgo);
        var found = await Stage.UntilAsync("the agreement's case", async () =>
            (await Stage.PrepareAsync(client => client.Agreements.OpenAsync(People.Regione, agreement.Summary.AgreementKey, CancellationToken.None))).Summary.Case);
        var desk = await Desk.SignedInAsync(account, width);
        await desk.GoAsync($"/pratiche/{found.InstanceKey}");
        await Expect(desk.Page.Locator(".orch-key").First).ToHaveTextAsync(found.BusinessKey!);
        return desk;
    }
}
