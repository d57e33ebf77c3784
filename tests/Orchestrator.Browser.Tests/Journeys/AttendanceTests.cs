using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Orchestrator.Contracts.Client;
using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>Attendance of a session that was planned, convened and held on the server's own clock, which is set after its end.</summary>
[Category("Slow")]
public sealed class AttendanceTests
{
    private House _house = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _house = await House.OpenAsync(House.OwnClock);

    [OneTimeTearDown]
    public async Task CloseAsync() => await _house.DisposeAsync();

    [Test]
    public async Task Five_hundred_people_are_pasted_sorted_corrected_by_keyboard_and_recorded_and_the_process_goes_on()
    {
        const int People = 500;
        var task = await Sessions.HeldAsync(_house, People);
        await using var desk = await OpenGridAsync(task, 1440);
        var rows = desk.Page.Locator(".orch-grid tbody tr");
        await Expect(rows).ToHaveCountAsync(People);

        await desk.Page.Locator("[data-sort=name]").ClickAsync();
        await Expect(desk.Page.Locator("th[aria-sort=ascending]")).ToHaveTextAsync("Cognome e nome");
        var names = await rows.Locator("th").AllInnerTextsAsync();
        // The office's own sheet is in another order, and three of its cells are wrong.
        var sheet = names.Select((name, row) => row switch
        {
            11 => $"{name}\tboh",
            39 => $"{name}\tPresente\t999",
            76 => $"{name}\tIn ritardo",
            _ when row % 10 == 0 => $"{name}\tAssente giustificato\t\tCitazione",
            _ => $"{name}\tPresente\t120",
        }).Reverse();
        await PasteAsync(desk, rows.Nth(0).Locator("th"), string.Join("\r\n", sheet));
        await Expect(Status(desk)).ToContainTextAsync("Incollate 500 righe");
        var wrong = desk.Page.Locator("[data-grid-errors] li");
        await Expect(wrong.Nth(0)).ToHaveTextAsync($"Riga 12, {names[11]}, Presenza: «boh» non è fra le scelte possibili");
        await Expect(wrong.Nth(1)).ToHaveTextAsync($"Riga 40, {names[39]}, Minuti: «999» deve essere al massimo 120");

        await desk.Button("Registra e completa").ClickAsync();
        await Expect(Status(desk)).ToContainTextAsync("3 righe sono incomplete o errate");
        await Expect(wrong).ToHaveCountAsync(3);
        await Expect(wrong.Nth(2)).ToHaveTextAsync($"Riga 77, {names[76]}, Minuti: è obbligatorio");

        var keys = desk.Page.Keyboard;
        await Expect(desk.Page.Locator(":focus")).ToHaveTextAsync("boh");
        await keys.PressAsync("a");
        await Expect(desk.Page.Locator(":focus")).ToHaveTextAsync("Assente giustificato");
        await keys.PressAsync("a");
        await Expect(desk.Page.Locator(":focus")).ToHaveTextAsync("Assente");
        await keys.PressAsync("ArrowRight");
        await Expect(wrong).ToHaveCountAsync(2);
        for (var row = 11; row < 39; row++)
            await keys.PressAsync("ArrowDown");
        await keys.PressAsync("F2");
        await keys.PressAsync("Control+a");
        await keys.TypeAsync("90");
        await keys.PressAsync("Enter");
        await Expect(wrong).ToHaveCountAsync(1);
        for (var row = 40; row < 76; row++)
            await keys.PressAsync("ArrowDown");
        await keys.TypeAsync("45");
        await keys.PressAsync("Enter");
        await Expect(desk.Page.Locator("[data-grid-errors]")).ToBeHiddenAsync();
        await keys.PressAsync("Escape");
        await Expect(desk.Button("Registra e completa")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(desk.Page.GetByText("Attività completata.")).ToBeVisibleAsync();

        await desk.GoAsync($"/pratiche/{task.Case.InstanceKey}");
        await Expect(desk.Page.Locator("#passo-session-closed")).ToContainTextAsync("fatto");
        await desk.GoAsync($"/attivita/{task.TaskKey}/presenze");
        await Expect(desk.Page.Locator(".orch-grid tbody tr").Nth(76)).ToContainTextAsync("45");
    }

    [Test]
    public async Task A_stale_table_is_refused_with_who_and_when_and_what_was_typed_stands_beside_what_is_recorded()
    {
        var task = await Sessions.HeldAsync(_house, 6);
        await using var desk = await OpenGridAsync(task, 390);
        await FillAsync(desk);
        await RecordByAnotherAsync(task);

        var answer = await desk.Page.RunAndWaitForResponseAsync(() => desk.Button("Registra e completa").ClickAsync(), response => response.Request is { Method: "POST", IsNavigationRequest: true });
        Assert.That(answer.Status, Is.EqualTo(409));
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(new Regex(@"Sara Supervisora ha già completato l’attività \(\d\d/\d\d/\d{4} \d\d:\d\d\)"));
        var differences = desk.Page.GetByRole(AriaRole.Region, new() { Name = "Quello che avevi scritto" }).Last.Locator("tbody tr");
        await Expect(differences).ToHaveCountAsync(6);
        await Expect(differences.First).ToContainTextAsync(new Regex("Presenza.*Assente.*Presente", RegexOptions.Singleline));
        await desk.InspectAsync("grid-stale");
    }

    [Test]
    public async Task A_table_sent_after_the_session_ended_comes_back_after_the_sign_in()
    {
        var task = await Sessions.HeldAsync(_house, 6);
        await using var desk = await OpenGridAsync(task, 1440);
        await FillAsync(desk);
        await desk.LoseSessionAsync();
        await desk.Button("Registra e completa").ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("La sessione è finita prima dell’invio.");
        await desk.ContinueAsync("cpi");
        await Expect(desk.Heading).ToHaveTextAsync("Quello che avevi scritto c’è ancora");
        await desk.Button("Riprendi da dove eri").ClickAsync();
        await Expect(desk.Page.GetByText("Ripreso da dove eri: controlla i dati e completa.")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator(".orch-grid tbody td[data-key=status]").First).ToHaveTextAsync("Presente");
        await desk.Button("Registra e completa").ClickAsync();
        await Expect(desk.Page.GetByText("Attività completata.")).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_table_that_was_left_is_found_again_as_it_was_typed_until_it_is_thrown_away()
    {
        var task = await Sessions.HeldAsync(_house, 6);
        await using var desk = await OpenGridAsync(task, 390);
        await FillAsync(desk);
        await Expect(desk.Page.Locator("[data-draft-state]")).ToContainTextAsync("Bozza salvata:");
        await desk.GoAsync($"/attivita/{task.TaskKey}");
        await Expect(desk.Page.GetByText(new Regex("^La tua bozza del .* è conservata"))).ToBeVisibleAsync();

        await desk.GoAsync($"/attivita/{task.TaskKey}/presenze");
        var cell = desk.Page.Locator(".orch-grid tbody td[data-key=status]").Last;
        await Expect(cell).ToHaveTextAsync("Presente");
        await Expect(desk.Page.GetByText(new Regex("^Ripreso da dove eri: bozza del"))).ToBeVisibleAsync();
        await desk.InspectAsync("grid-draft");
        await desk.Button("Scarta la bozza").FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(cell).Not.ToHaveTextAsync("Presente");
        await Expect(desk.Page.GetByText("Ripreso da dove eri")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Bad_cells_that_reach_the_server_are_named_by_person_and_reason_and_marked_in_the_table()
    {
        var task = await Sessions.HeldAsync(_house, 6);
        await using var desk = await OpenGridAsync(task, 1440);
        await FillAsync(desk);
        var cases = await desk.Page.Locator(".orch-grid tbody tr").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.case)");
        var names = await desk.Page.Locator(".orch-grid tbody th").AllInnerTextsAsync();
        var rows = System.Text.Json.JsonSerializer.Serialize(cases.Select((id, row) => new
        {
            @case = id,
            values = row == 2 ? new Dictionary<string, string> { ["status"] = "assente", ["minutes"] = "30" } : new() { ["status"] = "presente" },
        }));
        await desk.Page.EvaluateAsync("rows => document.querySelector('[name=righe]').value = rows", rows);
        var answer = await desk.ForceAsync("form[action$='/presenze']");
        Assert.That(answer.Status, Is.EqualTo(400));
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync($"{names[2]}, Minuti");
        await Expect(desk.Page.Locator(".orch-grid tbody tr").Nth(2).Locator("td[data-key=minutes]")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Test]
    public async Task Needs_are_filled_in_beside_names_and_the_process_gets_case_ids()
    {
        var attendance = await Sessions.HeldAsync(_house, 6);
        var agreement = attendance.Case.BusinessKey![..attendance.Case.BusinessKey!.LastIndexOf('-')];
        var task = await Sessions.FindAsync(_house, People.Centre, agreement, "Registra presenze ed esigenze");
        await using var desk = await OpenGridAsync(task, 1440);
        await PasteAsync(desk, desk.Page.Locator(".orch-grid tbody td[data-key=presence]").First, string.Join('\n', Enumerable.Repeat("Presente\tSì\tRegistrazione o SPID, Compilazione della richiesta\tmattina", 6)));
        await Expect(Status(desk)).ToContainTextAsync("Incollate 6 righe");
        await Expect(desk.Page.Locator("[data-grid-errors]")).ToBeHiddenAsync();
        await desk.InspectAsync("needs");
        await desk.Button("Registra e completa").ClickAsync();
        await Expect(desk.Page.GetByText("Attività completata.")).ToBeVisibleAsync();

        await desk.GoAsync($"/attivita/{task.TaskKey}/presenze");
        await Expect(desk.Page.Locator(".orch-grid tbody tr").First).ToContainTextAsync("Registrazione o SPID, Compilazione della richiesta");
        var moment = await _house.PrepareAsync(client => client.Cases.AtAsync(People.Supervisor, task.Case.InstanceKey, null, CancellationToken.None));
        Assert.That(moment.Variables.Single(variable => variable.Name == "needsBySession").ValueJson, Does.Contain("\"case\":\"PW-").And.Not.Contain("Persona"));
    }

    [TestCase(1440)]
    [TestCase(390)]
    public async Task Those_without_an_e_mail_are_called_by_name_and_number(int width)
    {
        var (agreement, _) = await Sessions.PlannedAsync(_house, 6, telephoneEvery: 3);
        var task = await Sessions.FindAsync(_house, People.Centre, agreement, "Contatta per telefono chi non ha e-mail");
        await using var desk = await OpenGridAsync(task, width);
        var rows = desk.Page.Locator(".orch-grid tbody tr");
        await Expect(rows.Locator("th")).ToContainTextAsync(["Prova003 Persona", "Prova006 Persona"]);
        await Expect(rows.Locator("a[href='tel:3330000003']")).ToHaveTextAsync("333 0000003");
        await PasteAsync(desk, desk.Page.Locator(".orch-grid tbody td[data-key=result]").First, "Ha risposto\nDa richiamare");
        await Expect(Status(desk)).ToContainTextAsync("Incollate 2 righe");
        await desk.InspectAsync("calls");
        await desk.Button("Registra e completa").ClickAsync();
        await Expect(desk.Page.GetByText("Attività completata.")).ToBeVisibleAsync();

        await desk.GoAsync($"/attivita/{task.TaskKey}/presenze");
        await Expect(rows.Nth(1)).ToContainTextAsync("Da richiamare");
        var moment = await _house.PrepareAsync(client => client.Cases.AtAsync(People.Supervisor, task.Case.InstanceKey, null, CancellationToken.None));
        Assert.That(moment.Variables.Select(variable => variable.ValueJson), Has.None.Contains("Prova003").And.None.Contains("3330000003"));
    }

    [TestCase(1440)]
    [TestCase(390)]
    public async Task The_table_is_accessible_and_fits_empty_wrong_and_read_only(int width)
    {
        var task = await Sessions.HeldAsync(_house, 12);
        await using var desk = await OpenGridAsync(task, width);
        await desk.InspectAsync("grid");
        await PasteAsync(desk, desk.Page.Locator(".orch-grid tbody td[data-key=status]").First, "boh\nPresente\t999\nIn ritardo");
        await desk.Button("Registra e completa").ClickAsync();
        await Expect(desk.Page.Locator("[data-grid-errors] li").First).ToBeVisibleAsync();
        await desk.InspectAsync("grid-wrong");
        await desk.GoAsync($"/attivita/{task.TaskKey}");
        await desk.Button("Rimetti al gruppo").ClickAsync();
        await desk.GoAsync($"/attivita/{task.TaskKey}/presenze");
        await desk.InspectAsync("grid-read-only");
    }

    private async Task<Desk> OpenGridAsync(TaskSummary task, int width)
    {
        var desk = await Desk.SignedInAsync("cpi", width, _house);
        await desk.GoAsync($"/attivita/{task.TaskKey}");
        await desk.Page.Locator("[data-claim-open]").ClickAsync();
        await desk.Link("Compila la tabella").ClickAsync();
        await Expect(desk.Page.Locator(".orch-grid[role=grid]")).ToBeVisibleAsync();
        return desk;
    }

    private static async Task FillAsync(Desk desk)
    {
        await desk.Button("Riempi").ClickAsync();
        await Expect(Status(desk)).ToContainTextAsync("Riempite 6 righe");
    }

    private async Task RecordByAnotherAsync(TaskSummary task)
    {
        var shown = (await _house.PrepareAsync(client => client.Inbox.OpenAsync(People.Supervisor, task.TaskKey, CancellationToken.None))).Summary;
        var free = await _house.PrepareAsync(client => client.Inbox.UnclaimAsync(People.Supervisor, new(Guid.CreateVersion7(), task.TaskKey, shown.Version), CancellationToken.None));
        var hers = await _house.PrepareAsync(client => client.Inbox.ClaimAsync(People.Supervisor, new(Guid.CreateVersion7(), task.TaskKey, free.Version), CancellationToken.None));
        var sheet = await _house.PrepareAsync(client => client.Attendance.OpenAsync(People.Supervisor, task.TaskKey, CancellationToken.None));
        await _house.PrepareAsync(client => client.Attendance.RecordAsync(
            People.Supervisor, new(Guid.CreateVersion7(), task.TaskKey, hers.Version),
            [.. sheet.Rows.Select(row => new GridEntry(row.CaseId, new Dictionary<string, string> { ["status"] = "assente" }))], CancellationToken.None));
    }

    private static async Task PasteAsync(Desk desk, ILocator cell, string text)
    {
        await cell.ClickAsync();
        await desk.Page.EvaluateAsync("text => navigator.clipboard.writeText(text)", text);
        await desk.Page.Keyboard.PressAsync("Control+v");
    }

    private static ILocator Status(Desk desk) => desk.Page.Locator("[data-grid-status]");
}
