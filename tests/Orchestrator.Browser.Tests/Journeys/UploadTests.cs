using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>Files of every kind: uploaded, reported row by row, accepted or sent back, all on the same pages.</summary>
[Category("Slow")]
[TestFixture(1440)]
[TestFixture(390)]
public sealed class UploadTests(int width)
{
    private const string Operators = """
        cf;denominazione;n_iscrizione;sede_istat;servizi;dal;al;email
        99990000004;Lavoro Zibrella S.r.l.;PRIV-001;001272;orientamento;2024-01-01;;
        99990000005;Formazione Rusella S.c.;PRIV-002;001272;orientamento;2024-01-01;2023-01-01;
        """;

    [Test]
    public async Task The_register_of_operators_is_corrected_by_its_good_rows()
    {
        await using var desk = await Desk.SignedInAsync("apl", width);
        await desk.GoAsync("/elenchi");
        await desk.InspectAsync("files");
        await desk.Link("Operatori accreditati").First.ClickAsync();
        await desk.InspectAsync("upload-operators");
        await ChooseAsync(desk, "operatori_accreditati.csv", Operators);
        await Expect(desk.Heading).ToHaveTextAsync("Operatori accreditati");
        await Expect(desk.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(desk.Page.Locator("tbody tr")).ToContainTextAsync("Formazione Rusella S.c.");
        await Expect(desk.Page.Locator("tbody tr")).ToContainTextAsync("L'ultimo giorno è prima del primo");
        await desk.InspectAsync("import-operators");
        await desk.Page.GetByLabel("Motivo").FillAsync("La riga 3 va corretta da chi tiene il registro.");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Accogli le righe buone" }).ClickAsync();
        await Expect(desk.Page.GetByText("Decisione registrata.")).ToBeVisibleAsync();
        await desk.InspectAsync("import-operators-accepted");
        await desk.GoAsync("/elenchi");
        await Expect(desk.Page.Locator(".orch-card").First).ToContainTextAsync("Operatori accreditati");
    }

    [Test]
    public async Task Decisions_are_brought_by_ANPAL_Servizi_for_an_agreement_and_sent_back_with_a_reason()
    {
        var agreement = (await Workers.RegisterAsync(signedDaysAgo: 4)).Summary.AgreementKey;
        await using var desk = await Desk.SignedInAsync("anpal", width);
        await desk.GoAsync("/elenchi");
        await Expect(desk.Page.Locator(".orch-kinds li")).ToHaveCountAsync(1);
        await desk.Link("Esiti delle prenotazioni").First.ClickAsync();
        await desk.ForceAsync("main form");
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Accordo");
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("File CSV");
        await desk.InspectAsync("upload-refused");
        await desk.Page.GetByLabel("Accordo").SelectOptionAsync(agreement);
        await ChooseAsync(desk, "esiti_prenotazione.csv", "codice_fiscale;nome\nX;Y\n");
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("File CSV");
        await Expect(desk.Page.GetByLabel("Accordo")).ToHaveValueAsync(agreement);
        await desk.InspectAsync("upload-of-another-file");
        await ChooseAsync(desk, "esiti_prenotazione.csv", "numero_prenotazione;codice_fiscale;esito;data_esito;motivo\nADR-1;RSSMRA80A01L219M;FORSE;2026-01-10;\n");
        await Expect(desk.Heading).ToHaveTextAsync("Esiti delle prenotazioni");
        await Expect(desk.Page.Locator("tbody tr")).ToContainTextAsync("Valori ammessi: APPROVATA, RESPINTA");
        await desk.InspectAsync("import-decisions");
        await desk.Page.GetByLabel("Motivo").FillAsync("File sbagliato.");
        await desk.Button("Respingi tutto").ClickAsync();
        await Expect(desk.Page.GetByText("respinto")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Vacancies_are_named_by_their_title_and_their_good_rows_enter()
    {
        await using var desk = await Desk.SignedInAsync("apl", width);
        await desk.GoAsync("/elenchi/nuovo/offerte");
        await ChooseAsync(desk, "offerte.csv", "codice;fonte;titolo;comune_istat;posti;contratto;scadenza\nOFF-1;CPI;Saldatore;004078;2;tirocinio;2099-12-31\nOFF-2;CPI;Tessitore;004078;0;tirocinio;2099-12-31\n");
        await Expect(desk.Heading).ToHaveTextAsync("Offerte di lavoro");
        await Expect(desk.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(desk.Page.Locator("tbody tr")).ToContainTextAsync("Tessitore");
        await Expect(desk.Page.Locator("tbody tr")).ToContainTextAsync("numero intero da 1");
        await desk.InspectAsync("import-vacancies");
        await desk.Page.GetByLabel("Motivo").FillAsync("La riga 3 non ha posti.");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Accogli le righe buone" }).ClickAsync();
        await Expect(desk.Page.GetByText("Decisione registrata.")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Who_brings_no_files_is_told_so()
    {
        await using var desk = await Desk.SignedInAsync("cpi", width);
        await Expect(desk.Page.Locator(".orch-nav")).Not.ToContainTextAsync("File");
        await desk.GoAsync("/elenchi/nuovo/scelte");
        await Expect(desk.Heading).ToHaveTextAsync("Non hai il permesso");
        await using var anpal = await Desk.SignedInAsync("anpal", width);
        await anpal.GoAsync("/elenchi/nuovo/operatori");
        await Expect(anpal.Heading).ToHaveTextAsync("Non hai il permesso");
    }

    [TestCase("lavoratori")]
    [TestCase("scelte")]
    [TestCase("comunicazioni")]
    [TestCase("offerte")]
    public async Task The_form_of_each_kind_says_what_its_file_holds(string kind)
    {
        await using var desk = await Desk.SignedInAsync("apl", width);
        await desk.GoAsync($"/elenchi/nuovo/{kind}");
        await Expect(desk.Page.GetByText("Colonne obbligatorie")).ToBeVisibleAsync();
        await desk.InspectAsync($"upload-{kind}");
    }

    private static async Task ChooseAsync(Desk desk, string name, string content)
    {
        await desk.Page.GetByLabel("File CSV").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(content) });
        await desk.Button("Carica e controlla").ClickAsync();
    }
}
