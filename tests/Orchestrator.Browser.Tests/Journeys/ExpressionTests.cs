using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>A designer tries expressions out before they go into a definition.</summary>
[Category("Slow")]
[TestFixture(1440)]
[TestFixture(390)]
public sealed class ExpressionTests(int width)
{
    [Test]
    public async Task A_value_comes_with_its_type_and_with_how_it_came_about()
    {
        await using var desk = await OpenAsync("""=term end(date(firmato il), duration("P30D"), "legal")""", """{ "firmato il": "2026-03-07" }""");
        var result = desk.Page.Locator("[data-trial]");
        await Expect(result.Locator(".orch-trial")).ToContainTextAsync("2026-04-07");
        await Expect(result).ToContainTextAsync("Tipo: date");
        await Expect(result.Locator("ol li")).Not.ToHaveCountAsync(0);
        await Expect(desk.Page.GetByLabel("Dati (JSON)")).ToHaveValueAsync("""{ "firmato il": "2026-03-07" }""");
        await desk.InspectAsync("expression");
    }

    [Test]
    public async Task A_null_is_explained_where_it_comes_from()
    {
        await using var desk = await OpenAsync("1 + importo", """{ "importo": "mille" }""");
        await Expect(desk.Page.Locator(".orch-trial")).ToHaveTextAsync("null");
        await Expect(desk.Page.Locator(".orch-remarks li")).ToHaveCountAsync(1);
        await Expect(desk.Page.Locator(".orch-remarks mark")).ToContainTextAsync("importo");
        await desk.InspectAsync("expression-null");
    }

    [Test]
    public async Task What_cannot_be_read_is_marked_at_its_place()
    {
        await using var desk = await OpenAsync("if importo > 1000 then \"alto\"", "");
        await Expect(desk.Page.GetByText("L’espressione non si può leggere.")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator(".orch-remarks mark")).ToHaveCountAsync(1);
        await desk.InspectAsync("expression-unreadable");
    }

    [Test]
    public async Task Data_that_are_no_JSON_object_are_refused_and_nothing_typed_is_lost()
    {
        await using var desk = await OpenAsync("importo", "[1200]");
        await Expect(desk.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert)).ToContainTextAsync("Dati (JSON): deve essere un oggetto JSON");
        await Expect(desk.Page.GetByLabel("Espressione")).ToHaveValueAsync("importo");
        await desk.InspectAsync("expression-refused");
    }

    private async Task<Desk> OpenAsync(string expression, string context)
    {
        var desk = await Desk.SignedInAsync("designer", width);
        await desk.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Espressioni" }).ClickAsync();
        await desk.Page.GetByLabel("Espressione").FillAsync(expression);
        await desk.Page.GetByLabel("Dati (JSON)").FillAsync(context);
        await desk.Button("Valuta").ClickAsync();
        return desk;
    }
}
