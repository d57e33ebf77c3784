using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

[Category("Slow")]
[TestFixture(1440)]
[TestFixture(390)]
public sealed class AgreementTests(int width)
{
    [Test]
    public async Task An_agreement_is_registered_late_and_its_list_is_reported_row_by_row()
    {
        await using var desk = await Desk.SignedInAsync("regione", width);
        await desk.GoAsync("/accordi/nuovo");
        await FillAsync(desk, Workers.Today.AddDays(-27));
        await Expect(desk.Page.Locator("#termini")).ToContainTextAsync("Giorno stretto " + Workers.Today.AddDays(3).ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture));
        Assert.That(await desk.OverflowAsync(), Is.Zero, "The page scrolls sideways.");
        await desk.Button("Registra e avvia").ClickAsync();
        await Expect(desk.Page.GetByText("Accordo registrato: il processo è partito.")).ToBeVisibleAsync();
        var key = new Uri(desk.Page.Url).Segments[^1];

        await using var apl = await Desk.SignedInAsync("apl", width);
        await apl.GoAsync($"/accordi/{key}");
        await apl.Page.GetByLabel("File CSV").SetInputFilesAsync(new FilePayload
        {
            Name = "lavoratori.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Workers.Csv(20, wrongEvery: 10)),
        });
        await apl.Button("Carica e controlla").ClickAsync();
        await Sessions.ReceiveAsync(Stage.House, key);
        await Expect(apl.Page.Locator(".orch-figures")).ToContainTextAsync("18", new() { Timeout = 30_000 });
        await Expect(apl.Page.Locator("table tbody tr").Filter(new() { HasText = "il carattere di controllo del codice fiscale non torna" })).ToHaveCountAsync(2);
    }

    [Test]
    public async Task What_is_missing_is_named_at_the_field_and_above_the_form()
    {
        await using var desk = await Desk.SignedInAsync("regione", width);
        await desk.GoAsync("/accordi/nuovo");
        await desk.Button("Registra e avvia").ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Ragione sociale: è obbligatorio");
        await Expect(desk.Page.GetByLabel("Ragione sociale")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    private static async Task FillAsync(Desk desk, DateOnly signed)
    {
        var page = desk.Page;
        await page.GetByLabel("Ragione sociale").FillAsync("Meccanica di Prova S.p.A.");
        await page.GetByLabel("Codice fiscale azienda").FillAsync("10000000009");
        await page.GetByLabel("Comune della sede (codice ISTAT)").FillAsync("001272");
        await page.GetByLabel("Luogo della sottoscrizione").SelectOptionAsync("ministero");
        await page.GetByLabel("Causale CIGS").SelectOptionAsync("crisi");
        await page.GetByLabel("CIGS dal").FillAsync(Iso(signed));
        await page.GetByLabel("CIGS al").FillAsync(Iso(signed.AddMonths(12)));
        await page.Locator("[name='scopes[0].area']").FillAsync("Montaggio");
        await page.Locator("[name='scopes[0].profile']").FillAsync("Operaio");
        await page.Locator("[name='scopes[0].quota']").FillAsync("20");
        await page.GetByLabel("Data di sottoscrizione").FillAsync(Iso(signed));
        await page.GetByLabel("Data di sottoscrizione").DispatchEventAsync("change");
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
