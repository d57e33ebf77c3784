using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

[Category("Slow")]
[TestFixture(1440)]
[TestFixture(390)]
public sealed class InboxTests(int width)
{
    private const string Transmission = "Registra la trasmissione dell'azienda ad ANPAL";

    [Test]
    public async Task A_task_is_claimed_filled_in_and_completed()
    {
        var agreement = await Workers.RegisterAsync(signedDaysAgo: 2);
        var key = agreement.Summary.AgreementKey;
        await using var desk = await Desk.SignedInAsync("apl", width);
        await OpenAsync(desk, key);
        await desk.Page.Locator("#dettaglio").GetByRole(AriaRole.Button, new() { Name = "Prendi in carico" }).ClickAsync();
        await Expect(desk.Page.GetByText("Attività presa in carico.")).ToBeVisibleAsync();
        await Expect(desk.Page.GetByText("In carico a te")).ToBeVisibleAsync();

        await FillDateAsync(desk);
        Assert.That(await desk.OverflowAsync(), Is.Zero, "The page scrolls sideways.");
        await desk.Button("Completa").ClickAsync();
        await Expect(desk.Page.GetByText("Attività completata.")).ToBeVisibleAsync();
        await desk.GoAsync($"/attivita?scheda=completate&cerca={key}");
        await Expect(desk.Page.Locator("#elenco")).ToContainTextAsync(Transmission);
    }

    [Test]
    public async Task An_empty_form_is_not_sent_and_its_field_says_why_in_Italian()
    {
        var agreement = await Workers.RegisterAsync(signedDaysAgo: 2);
        await using var desk = await Desk.SignedInAsync("apl", width);
        await OpenAsync(desk, agreement.Summary.AgreementKey);
        await desk.Page.Locator("#dettaglio").GetByRole(AriaRole.Button, new() { Name = "Prendi in carico" }).ClickAsync();
        await desk.Button("Completa").ClickAsync();
        await Expect(desk.Page.Locator(".fjs-form-field-error").First).ToContainTextAsync("È obbligatorio.");
    }

    [Test]
    public async Task Who_comes_second_reads_who_was_faster()
    {
        var agreement = await Workers.RegisterAsync(signedDaysAgo: 2);
        await using var late = await Desk.SignedInAsync("apl", width);
        await OpenAsync(late, agreement.Summary.AgreementKey);
        await using (var fast = await Desk.SignedInAsync("supervisore", width))
        {
            await OpenAsync(fast, agreement.Summary.AgreementKey);
            await fast.Page.Locator("#dettaglio").GetByRole(AriaRole.Button, new() { Name = "Prendi in carico" }).ClickAsync();
            await Expect(fast.Page.GetByText("In carico a te")).ToBeVisibleAsync();
        }

        var claim = late.Page.Locator("#dettaglio").GetByRole(AriaRole.Button, new() { Name = "Prendi in carico" });
        var answer = await late.Page.RunAndWaitForResponseAsync(() => claim.ClickAsync(), response => response.Url.Contains("/prendi", StringComparison.Ordinal));
        Assert.That(answer.Status, Is.EqualTo(409));
        await Expect(late.Page.Locator("main")).ToContainTextAsync("Sara Supervisora ha preso in carico l’attività");
    }

    private static async Task OpenAsync(Desk desk, string agreementKey)
    {
        await desk.GoAsync($"/attivita?scheda=gruppo&cerca={agreementKey}");
        await desk.Page.Locator("#elenco").GetByRole(AriaRole.Link).Filter(new() { HasText = Transmission }).ClickAsync();
        await Expect(desk.Heading).ToHaveTextAsync(Transmission);
    }

    private static async Task FillDateAsync(Desk desk)
    {
        // The field takes what is typed once its calendar hangs on it, which is sooner than any person.
        await desk.Page.Locator(".flatpickr-calendar").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var date = desk.Page.Locator(".fjs-form input").First;
        await date.FillAsync(Workers.Today.ToString("dd'/'MM'/'yyyy", System.Globalization.CultureInfo.InvariantCulture));
        await date.PressAsync("Tab");
    }
}
