using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>A designer tries a decision table out before it goes into a definition.</summary>
[Category("Slow")]
[TestFixture(1440)]
[TestFixture(390)]
public sealed class TableTests(int width)
{
    [Test]
    public async Task The_example_says_which_rule_holds_and_why_the_others_do_not()
    {
        await using var desk = await OpenAsync();
        await desk.InspectAsync("table");
        await desk.Button("Valuta").ClickAsync();
        var result = desk.Page.Locator("[data-trial]");
        await Expect(result.Locator(".orch-trial")).ToHaveTextAsync("\"p2-worker\"");
        await Expect(result).ToContainTextAsync("Vale la regola 3.");
        await Expect(result.Locator("[data-fate=Matched]")).ToHaveAttributeAsync("data-rule", "3");
        await Expect(result.Locator("[data-fate=Matched] .orch-dmn-sign")).ToHaveTextAsync("Vale");
        await Expect(result.Locator("[data-rule='2']")).ToContainTextAsync("«Prenotazione» è \"respinta\", la cella chiede not(\"mancata\", \"respinta\")");
        await Expect(result.Locator("[data-rule='4']")).ToContainTextAsync("Non guardata");
        await Expect(result.Locator("[data-rule='3']")).ToContainTextAsync("Fuori perimetro, oppure prenotazione mancata o respinta");
        await EditorAsync(desk);
        await desk.InspectAsync("table-result");
    }

    [Test]
    public async Task What_is_changed_in_the_editor_is_what_is_evaluated_and_downloaded()
    {
        await using var desk = await OpenAsync();
        await desk.Page.Locator("td[data-element-id='r3o1']").ClickAsync();
        await Expect(desk.Page.Locator("td[data-element-id='r3o1'] .cm-content")).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("ControlOrMeta+a");
        await desk.Page.Keyboard.PressAsync("Delete");
        await desk.Page.Keyboard.TypeAsync("\"altro\"");
        await desk.Button("Valuta").ClickAsync();
        await Expect(desk.Page.Locator(".orch-trial")).ToHaveTextAsync("\"altro\"");
        await EditorAsync(desk);
        var download = await desk.Page.RunAndWaitForDownloadAsync(() => desk.Button("Scarica il file").ClickAsync());
        Assert.That(download.SuggestedFilename, Is.EqualTo("scelta-percorso.dmn"));
        Assert.That(await File.ReadAllTextAsync((await download.PathAsync())!), Does.Contain("<text>\"altro\"</text>"));
    }

    [Test]
    public async Task A_file_of_the_computer_is_opened_and_its_decisions_can_be_chosen()
    {
        await using var desk = await OpenAsync();
        await desk.Page.GetByLabel("Apri un file DMN dal computer").SetInputFilesAsync(new FilePayload { Name = "sconti.dmn", MimeType = "application/xml", Buffer = System.Text.Encoding.UTF8.GetBytes(Discounts) });
        await desk.Button("Apri il file").ClickAsync();
        await Expect(desk.Page.GetByText("Il file si legge senza errori.")).ToBeVisibleAsync();
        await desk.Page.GetByLabel("Dati (JSON)").FillAsync("""{ "importo": 80 }""");
        await desk.Button("Valuta").ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Decisione" })).ToContainTextAsync("il file ha più decisioni: scegline una");
        await EditorAsync(desk);
        await desk.InspectAsync("table-choose");
        await desk.Page.GetByLabel("Decisione", new() { Exact = true }).SelectOptionAsync("Prezzo");
        await desk.Button("Valuta").ClickAsync();
        await Expect(desk.Page.Locator(".orch-trial")).ToHaveTextAsync("72");
        await EditorAsync(desk);
        await desk.InspectAsync("table-graph-result");
    }

    [Test]
    public async Task An_error_of_the_file_is_told_with_its_rule_and_line()
    {
        await using var desk = await OpenAsync();
        await desk.Page.GetByText("Mostra il file come testo XML").ClickAsync();
        var xml = desk.Page.GetByLabel("File DMN in XML");
        var text = await xml.InputValueAsync();
        await xml.FillAsync(text.Replace("not(\"mancata\", \"respinta\")", "not(\"mancata\",", StringComparison.Ordinal));
        await xml.BlurAsync();
        await desk.Button("Valuta").ClickAsync();
        var remark = desk.Page.Locator(".orch-remarks li").First;
        await Expect(remark).ToContainTextAsync("«Percorso», regola 2, elemento r2c5, riga ");
        await Expect(remark.Locator("mark")).ToHaveCountAsync(1);
        await Expect(desk.Page.GetByText("Errori nel file: così com’è non si può pubblicare")).ToBeVisibleAsync();
        await EditorAsync(desk);
        await desk.InspectAsync("table-error");
    }

    [Test]
    public async Task A_text_that_is_no_XML_stays_where_it_can_be_corrected()
    {
        await using var desk = await OpenAsync();
        await desk.Page.GetByText("Mostra il file come testo XML").ClickAsync();
        await desk.Page.GetByLabel("File DMN in XML").FillAsync("<definitions");
        await desk.Page.GetByLabel("File DMN in XML").BlurAsync();
        await Expect(desk.Page.GetByText("L’editor non riesce ad aprire questo file")).ToBeVisibleAsync();
        await desk.Button("Valuta").ClickAsync();
        await Expect(desk.Page.GetByText("Nel file non c’è nessuna decisione che si possa valutare.")).ToBeVisibleAsync();
        await Expect(desk.Page.GetByLabel("File DMN in XML")).ToHaveValueAsync("<definitions");
        await EditorAsync(desk);
        await desk.InspectAsync("table-unreadable");
    }

    /// <summary>The page with the editor in place.</summary>
    private async Task<Desk> OpenAsync()
    {
        var desk = await Desk.SignedInAsync("designer", width);
        await desk.Link("Tabelle di decisione").ClickAsync();
        await EditorAsync(desk);
        return desk;
    }

    private static Task EditorAsync(Desk desk) => desk.Page.Locator("[data-dmn-ready]").WaitForAsync();

    private const string Discounts = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="prezzi" name="Prezzi" namespace="prezzi">
          <inputData id="importo" name="importo"><variable id="importo-v" name="importo" typeRef="number" /></inputData>
          <decision id="Sconto" name="Sconto">
            <variable id="Sconto-v" name="Sconto" typeRef="number" />
            <informationRequirement id="a"><requiredInput href="#importo" /></informationRequirement>
            <decisionTable id="t"><input id="i" label="Importo"><inputExpression id="ie" typeRef="number"><text>importo</text></inputExpression></input><output id="o" name="sconto" typeRef="number" />
              <rule id="r1"><inputEntry id="r1i"><text>&lt; 50</text></inputEntry><outputEntry id="r1o"><text>0</text></outputEntry></rule>
              <rule id="r2"><inputEntry id="r2i"><text>&gt;= 50</text></inputEntry><outputEntry id="r2o"><text>10</text></outputEntry></rule>
            </decisionTable>
          </decision>
          <decision id="Prezzo" name="Prezzo">
            <variable id="Prezzo-v" name="Prezzo" typeRef="number" />
            <informationRequirement id="b"><requiredInput href="#importo" /></informationRequirement>
            <informationRequirement id="c"><requiredDecision href="#Sconto" /></informationRequirement>
            <literalExpression id="e"><text>importo * (100 - Sconto) / 100</text></literalExpression>
          </decision>
        </definitions>
        """;
}
