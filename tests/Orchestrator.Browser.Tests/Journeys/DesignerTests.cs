using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>A designer changes the process with the 30-day term, looks at what changes and publishes it.</summary>
[Category("Slow")]
[TestFixture(1440)]
[TestFixture(390)]
public sealed class DesignerTests(int width)
{
    private const string Process = "p1-collective";

    [Test]
    public async Task A_designer_finds_a_process_its_versions_and_their_drawing()
    {
        await using var desk = await Desk.SignedInAsync("designer", width);
        await desk.Link("Definizioni").First.ClickAsync();
        await Expect(desk.Heading).ToHaveTextAsync("Definizioni dei processi");
        await desk.InspectAsync("definitions");
        await desk.Page.Locator("[aria-labelledby=processi]").GetByRole(AriaRole.Link, new() { Name = "P1 – Accesso ad AdR CIGS" }).ClickAsync();
        await Expect(desk.Page.GetByText("cartella del server, all’avvio").First).ToBeVisibleAsync();
        await desk.InspectAsync("definition");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Versione 1", Exact = true }).ClickAsync();
        await Expect(desk.Page.Locator("[data-diagram] svg").First).ToBeVisibleAsync();
        await Expect(desk.Page.GetByText("presentation-late.form")).ToBeVisibleAsync();
        await desk.InspectAsync("definition-version");
        var download = await desk.Page.RunAndWaitForDownloadAsync(() => desk.Link("Scarica i file della versione 1").First.ClickAsync());
        await using var zip = await System.IO.Compression.ZipFile.OpenReadAsync((await download.PathAsync())!);
        Assert.That(zip.Entries.Select(entry => entry.FullName), Does.Contain("p1-collective/p1-collective.bpmn").And.Contain("p1-collective/held-in-time.scenario"));
    }

    [Test]
    public async Task A_version_is_retired_with_a_reason_and_taken_back_with_the_keyboard_alone()
    {
        await using var house = await House.OpenAsync();
        await using var desk = await Desk.SignedInAsync("designer", width, house);
        await desk.GoAsync("/definizioni/sub-session");
        await desk.TabToAsync(desk.Page.GetByText("Ritira una versione"));
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.TabToAsync(desk.Page.GetByLabel("Motivo del ritiro"));
        await desk.Page.Keyboard.TypeAsync("Il modulo della sessione manca di una domanda: se ne prepara un altro.");
        await desk.InspectAsync("retire");
        await desk.TabToAsync(desk.Button("Ritira la versione"));
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("main").GetByText("La versione è ritirata.")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator("tbody tr").First).ToContainTextAsync("Motivo: Il modulo della sessione manca di una domanda");
        await desk.InspectAsync("retired");
        await desk.GoAsync("/definizioni");
        await Expect(desk.Page.Locator("tr", new() { HasText = "sub-session" }).GetByText("Ritirata")).ToBeVisibleAsync();
        await desk.InspectAsync("definitions-retired");

        await desk.GoAsync("/definizioni/sub-session");
        await desk.TabToAsync(desk.Button("Riprendi la versione 1"));
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("main").GetByText("Il ritiro è annullato")).ToBeVisibleAsync();
        await desk.GoAsync("/definizioni/sub-session/versioni/1");
        await desk.Page.GetByText("Ritiri precedenti").ClickAsync();
        await Expect(desk.Page.Locator("main")).ToContainTextAsync("Ripresa il");
        await desk.InspectAsync("retired-before");
    }

    [Test]
    public async Task Files_of_a_draft_are_added_renamed_removed_and_brought_as_a_ZIP()
    {
        await using var desk = await Desk.SignedInAsync("designer", width);
        await OpenDraftAsync(desk);
        await desk.Page.GetByText("File della bozza (").ClickAsync();
        await desk.InspectAsync("draft-files");
        await desk.Page.GetByLabel("Nome del file").FillAsync("mensa aziendale");
        await desk.Button("Aggiungi il file").ClickAsync();
        await Expect(desk.Page.Locator("#errori")).ToContainTextAsync("lettere senza accenti");
        await desk.InspectAsync("draft-files-refused");
        await desk.Page.GetByLabel("Nome del file").FillAsync("mensa");
        await desk.Button("Aggiungi il file").ClickAsync();
        await Expect(desk.Page.Locator("[data-shown='mensa.form'] .fjs-form-editor")).ToBeVisibleAsync();

        await desk.Page.GetByText("File della bozza (").ClickAsync();
        await desk.Page.GetByLabel("File da rinominare").SelectOptionAsync("mensa.form");
        await desk.Page.GetByLabel("Nuovo nome").FillAsync("pasto");
        await desk.Button("Rinomina").ClickAsync();
        await Expect(desk.Page.Locator("[data-shown='pasto.form']")).ToHaveCountAsync(1);
        await desk.Page.GetByText("File della bozza (").ClickAsync();
        await desk.Page.GetByLabel("File da togliere").SelectOptionAsync("pasto.form");
        await desk.Button("Togli il file").ClickAsync();
        await Expect(desk.Page.Locator("textarea[data-file='pasto.form']")).ToHaveCountAsync(0);

        await desk.Page.GetByText("File della bozza (").ClickAsync();
        var download = await desk.Page.RunAndWaitForDownloadAsync(() => desk.Link("Scarica la bozza come ZIP").ClickAsync());
        await desk.Page.GetByLabel("File ZIP").SetInputFilesAsync((await download.PathAsync())!);
        await desk.Button("Sostituisci i file della bozza").ClickAsync();
        await Expect(desk.Page.Locator("[data-state]")).ToContainTextAsync("Salvata il");
        await Expect(desk.Page.Locator("[data-designer]")).ToHaveAttributeAsync("data-revision", "5");
    }

    [Test]
    public async Task A_process_that_does_not_exist_yet_is_begun_and_published_with_the_keyboard_alone()
    {
        await using var house = await House.OpenAsync();
        await using var desk = await Desk.SignedInAsync("designer", width, house);
        await desk.GoAsync("/definizioni");
        await desk.TabToAsync(desk.Link("Nuova definizione"));
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Heading).ToHaveTextAsync("Nuova definizione");
        await desk.ReadyAsync();
        await desk.TabToAsync(desk.Page.GetByLabel("Sigla del processo"));
        await desk.Page.Keyboard.TypeAsync("visita in azienda");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("#errori")).ToContainTextAsync("lettere senza accenti");
        await desk.InspectAsync("new-definition");
        await desk.Page.GetByLabel("Sigla del processo").FocusAsync();
        await desk.Page.Keyboard.PressAsync("ControlOrMeta+a");
        await desk.Page.Keyboard.TypeAsync("visita-azienda");
        await desk.Page.Keyboard.PressAsync("Tab");
        await desk.Page.Keyboard.TypeAsync("Visita in azienda");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("[data-designer][data-ready]")).ToHaveCountAsync(1);
        await Expect(desk.Page.GetByText("Nessun problema: la bozza si può pubblicare.")).ToBeVisibleAsync();
        await desk.InspectAsync("new-draft");
        await desk.TabToAsync(desk.Link("Che cosa cambia"));
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("main")).ToContainTextAsync("Niente: il processo è nuovo");
        await desk.Link("Torna indietro").ClickAsync();
        await desk.Link("Pubblica…").ClickAsync();
        await desk.Page.Locator("[data-scenarios=done]").WaitForAsync(new() { Timeout = 120_000 });
        await desk.InspectAsync("new-publish");
        await desk.Button("Pubblica la nuova versione").FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("main").GetByText("La versione 1 è pubblicata.")).ToBeVisibleAsync();
        await Expect(desk.Heading).ToHaveTextAsync("Visita in azienda");
    }

    [Test]
    public async Task A_reminder_that_calls_a_service_gets_the_template_of_the_service()
    {
        await using var desk = await Desk.SignedInAsync("designer", width);
        await OpenDraftAsync(desk);
        var element = desk.Page.GetByLabel("Elemento", new() { Exact = true });
        await element.SelectOptionAsync("presentation-meeting");
        await desk.Button("Aggiungi un promemoria").ClickAsync();
        await desk.Page.GetByLabel("Nome del promemoria").FillAsync("Giorno 13");
        await desk.Page.GetByLabel("Che cosa succede").SelectOptionAsync("apl.notify");
        await desk.Button("Aggiungi").ClickAsync();
        await element.SelectOptionAsync("Giorno 13 (servizio)");
        await Expect(desk.Page.Locator("[data-panel]")).ToContainTextAsync("apl.notify");
        await desk.InspectAsync("draft-template");
        await Expect(element.Locator("option", new() { HasText = "Giorno 13: fatto" })).ToHaveCountAsync(1);
        await Expect(desk.Page.Locator("[data-state]")).ToContainTextAsync("revisione 2");
    }

    [Test]
    public async Task Each_kind_of_file_opens_in_its_editor_and_what_is_wrong_with_it_is_found_there()
    {
        await using var desk = await Desk.SignedInAsync("designer", width);
        await OpenDraftAsync(desk, "ma2-design");
        await desk.Button("regional-interest.dmn").ClickAsync();
        await Expect(desk.Page.Locator("[data-shown='regional-interest.dmn'] .tjs-table")).ToBeVisibleAsync();
        await desk.InspectAsync("draft-table");
        await desk.Page.GetByText("File (").ClickAsync();
        await desk.Button("approve-project.form").ClickAsync();
        await Expect(desk.Page.Locator("[data-shown='approve-project.form'] .fjs-form-editor")).ToBeVisibleAsync();
        await desk.InspectAsync("draft-form");
        await desk.Page.GetByText("File (").ClickAsync();
        await desk.Button("project-approved.scenario").ClickAsync();
        await Expect(desk.Page.GetByLabel("Testo del file project-approved.scenario")).ToBeVisibleAsync();
        await desk.InspectAsync("draft-scenario");

        await desk.Button("ma2-design.bpmn").ClickAsync();
        await Expect(desk.Page.Locator("[data-shown='ma2-design.bpmn']")).ToHaveCountAsync(1);
        await desk.Page.GetByLabel("Elemento", new() { Exact = true }).SelectOptionAsync("approve-project");
        await desk.Button("Aggiungi un promemoria").ClickAsync();
        await desk.Page.GetByLabel("Nome del promemoria").FillAsync("Sollecito");
        await desk.Page.GetByLabel("Quando scatta").FillAsync("=signingDate +");
        await desk.Button("Aggiungi").ClickAsync();
        var problem = desk.Page.Locator("[data-problems] li").Filter(new() { HasText = "Errore" }).First;
        await Expect(problem).ToContainTextAsync("«Sollecito»");
        await desk.Page.GetByLabel("Elemento", new() { Exact = true }).SelectOptionAsync("approve-project");
        await problem.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(desk.Page.Locator("[data-panel] [name=name]")).ToHaveValueAsync("Sollecito");
        await desk.InspectAsync("draft-problem");

        await desk.Page.Locator("[data-panel] .cm-content").First.ClickAsync();
        await desk.Page.Keyboard.PressAsync("End");
        await desk.Page.Keyboard.TypeAsync(" term");
        await Expect(desk.Page.Locator(".cm-tooltip-autocomplete")).ToContainTextAsync("term end(start, duration, calendar)");
    }

    [Test]
    public async Task What_two_designers_save_over_the_same_revision_is_kept_of_both()
    {
        await using var desk = await Desk.SignedInAsync("designer", width);
        await OpenDraftAsync(desk);
        await using var other = await Desk.SignedInAsync("admin", width);
        await other.GoAsync(new Uri(desk.Page.Url).AbsolutePath);
        await ReadyAsync(other);
        await RenameAsync(desk, "Riunione A");
        await desk.Button("Salva").ClickAsync();
        await Expect(desk.Page.Locator("[data-saved]")).ToHaveCountAsync(1);

        await RenameAsync(other, "Riunione B");
        await other.Button("Salva").ClickAsync();
        var trouble = other.Page.Locator("[data-trouble]");
        await Expect(trouble).ToContainTextAsync("ha salvato questa bozza il");
        await other.InspectAsync("draft-conflict");
        await other.Link("apri la tua copia").ClickAsync();
        await ReadyAsync(other);
        await Expect(other.Page.GetByText("Due persone hanno salvato insieme")).ToBeVisibleAsync();
        await Expect(other.Page.Locator("[data-elements] option", new() { HasText = "Riunione B" })).ToHaveCountAsync(1);
        await desk.Page.ReloadAsync();
        await ReadyAsync(desk);
        await Expect(desk.Page.Locator("[data-elements] option", new() { HasText = "Riunione A" })).ToHaveCountAsync(1);
    }

    [Test]
    public async Task What_is_drawn_after_the_session_has_ended_is_kept_and_saved_after_the_sign_in()
    {
        await using var desk = await Desk.SignedInAsync("designer", width);
        await OpenDraftAsync(desk);
        await desk.LoseSessionAsync();
        await RenameAsync(desk, "Riunione nuova");
        await desk.Button("Salva").ClickAsync();
        await Expect(desk.Page.Locator("[data-trouble]")).ToContainTextAsync("La sessione è scaduta");
        await desk.InspectAsync("draft-session");
        var asked = new TaskCompletionSource<string>();
        desk.Page.Dialog += (_, dialog) =>
        {
            asked.TrySetResult(dialog.Type);
            _ = dialog.DismissAsync();
        };
        await desk.Page.CloseAsync(new() { RunBeforeUnload = true });
        Assert.That(await asked.Task, Is.EqualTo("beforeunload"), "Leaving would lose what is not on the server.");
        var popup = await desk.Page.RunAndWaitForPopupAsync(() => desk.Link("Accedi in un’altra scheda").ClickAsync());
        await popup.GetByLabel("Nome utente").FillAsync("designer");
        await popup.GetByLabel("Password").FillAsync(Stage.Password);
        await popup.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Accedi" }).ClickAsync();
        await popup.WaitForURLAsync(url => !url.Contains("/accedi", StringComparison.Ordinal));
        await desk.Button("Salva").ClickAsync();
        await Expect(desk.Page.Locator("[data-state]")).ToContainTextAsync("Salvata il");
        await Expect(desk.Page.Locator("[data-trouble]")).ToBeHiddenAsync();
    }

    [Test]
    public async Task Somebody_who_does_not_draw_is_told_so_in_a_sentence()
    {
        await using var desk = await Desk.SignedInAsync("supervisore", width);
        await desk.GoAsync($"/definizioni/{Process}");
        await Expect(desk.Button("Nuova bozza dalla versione 1")).ToHaveCountAsync(0);
        await desk.GoAsync($"/definizioni/bozze/{Guid.CreateVersion7()}");
        await Expect(desk.Page.GetByText("Disegnare e pubblicare definizioni è riservato ai progettisti e agli amministratori.")).ToBeVisibleAsync();
        await desk.InspectAsync("draft-refused");
    }

    private static async Task OpenDraftAsync(Desk desk, string process = Process)
    {
        await desk.GoAsync($"/definizioni/{process}");
        await desk.Button("Nuova bozza dalla versione 1").ClickAsync();
        await ReadyAsync(desk);
    }

    private static Task ReadyAsync(Desk desk) => desk.Page.Locator("[data-designer][data-ready]").WaitForAsync();

    private static async Task RenameAsync(Desk desk, string name)
    {
        await desk.Page.GetByLabel("Elemento", new() { Exact = true }).SelectOptionAsync("presentation-meeting");
        var field = desk.Page.Locator("[data-panel] [name=name]");
        await field.FillAsync(name);
        await field.BlurAsync();
    }
}
