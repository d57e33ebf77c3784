using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Orchestrator.Contracts.Client;
using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>What is refused has a page that says why and what to do next, and nothing that was typed is lost.</summary>
[Category("Slow")]
[TestFixture(1440)]
[TestFixture(390)]
public sealed class RefusalTests(int width)
{
    private const string Transmission = "Registra la trasmissione dell'azienda ad ANPAL";

    [Test]
    public async Task A_task_of_another_group_is_not_shown_and_not_taken()
    {
        var task = await TaskAsync();
        await using var desk = await Desk.SignedInAsync("cpi", width);
        var answer = await desk.GoAsync($"/attivita/{task.TaskKey}");
        Assert.That(answer!.Status, Is.EqualTo(404));
        await Expect(desk.Heading).ToHaveTextAsync("Non trovata");
        await Expect(desk.Page.Locator("main")).ToContainTextAsync("Questa attività non c’è, o è di un altro gruppo.");
        await Expect(desk.Page.Locator("main")).ToContainTextAsync("Forse il collegamento è vecchio");

        await desk.GoAsync("/attivita");
        await desk.Page.EvaluateAsync("action => document.querySelector('form[action=\"/esci\"]').action = action", $"/attivita/{task.TaskKey}/prendi");
        Assert.That((await desk.ForceAsync($"form[action$='/prendi']")).Status, Is.EqualTo(404));
        var after = await Stage.PrepareAsync(client => client.Inbox.OpenAsync(People.Apl, task.TaskKey, CancellationToken.None));
        Assert.That(after.Summary.Assignee, Is.Null);
    }

    [Test]
    public async Task A_form_with_a_forged_token_is_refused_and_what_was_typed_is_taken_up_again()
    {
        var task = await TaskAsync();
        await using var desk = await FillAsync(task);
        await desk.Page.EvaluateAsync("() => document.querySelector('[data-task-form] [name=__RequestVerificationToken]').value = 'forged'");
        Assert.That((await CompleteAsync(desk)).Status, Is.EqualTo(400));
        await Expect(desk.Heading).ToHaveTextAsync("Modulo non valido");
        await Expect(desk.Page.Locator("main")).ToContainTextAsync("Nulla è stato registrato.");
        await desk.InspectAsync("refusal-forged");
        await desk.Button("Riprendi da dove eri").ClickAsync();
        await ExpectTypedAsync(desk);
        Assert.That((await CompleteAsync(desk)).Status, Is.EqualTo(303));
        await Expect(desk.Page.GetByText("Attività completata.")).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_form_of_a_task_that_somebody_else_completed_says_who_and_when_and_keeps_what_was_typed()
    {
        var task = await TaskAsync();
        await using var desk = await FillAsync(task);
        var hers = await TakeOverAsync(task);
        await Stage.PrepareAsync(client => client.Inbox.CompleteAsync(
            People.Supervisor, new(Guid.CreateVersion7(), task.TaskKey, hers.Version), $$"""{"transmittedOn":"{{Workers.Today:yyyy-MM-dd}}"}""", CancellationToken.None));

        Assert.That((await CompleteAsync(desk)).Status, Is.EqualTo(409));
        await Expect(desk.Heading).ToHaveTextAsync("Qualcuno è stato più veloce");
        await Expect(desk.Page.Locator("main")).ToContainTextAsync(new Regex(@"Sara Supervisora ha già completato l’attività \(\d\d/\d\d/\d{4} \d\d:\d\d\)"));
        await Expect(desk.Page.Locator("main dl")).ToContainTextAsync(Day);
        await Expect(desk.Button("Riprendi con questi dati")).ToHaveCountAsync(0);
        await desk.InspectAsync("conflict-completed");
    }

    [Test]
    public async Task A_form_of_a_task_that_somebody_else_took_over_says_who_and_when_and_keeps_what_was_typed()
    {
        var task = await TaskAsync();
        await using var desk = await FillAsync(task);
        await TakeOverAsync(task);
        Assert.That((await CompleteAsync(desk)).Status, Is.EqualTo(409));
        await Expect(desk.Page.Locator("main")).ToContainTextAsync(new Regex(@"Sara Supervisora ha preso in carico l’attività \(\d\d/\d\d/\d{4} \d\d:\d\d\)"));
        await Expect(desk.Page.Locator("main dl")).ToContainTextAsync(Day);
    }

    [Test]
    public async Task A_form_sent_after_the_session_ended_comes_back_after_the_sign_in()
    {
        var task = await TaskAsync();
        await using var desk = await FillAsync(task);
        await desk.LoseSessionAsync();
        await desk.Button("Completa").ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("quello che hai scritto è conservato in questa pagina");

        await desk.InspectAsync("sign-in-kept");
        await desk.ContinueAsync("apl", "not the password");
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Nome utente o password non corretti.");
        await desk.ContinueAsync("apl");
        await Expect(desk.Button("Riprendi da dove eri")).ToBeVisibleAsync();
        await desk.InspectAsync("resume");
        await desk.Button("Riprendi da dove eri").ClickAsync();
        await ExpectTypedAsync(desk);
        await desk.Button("Completa").ClickAsync();
        await Expect(desk.Page.GetByText("Attività completata.")).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_registration_sent_after_the_session_ended_comes_back_after_the_sign_in()
    {
        await using var desk = await Desk.SignedInAsync("regione", width);
        await desk.GoAsync("/accordi/nuovo");
        await desk.Page.GetByLabel("Ragione sociale").FillAsync("Officine Ritrovate S.p.A.");
        await desk.LoseSessionAsync();
        await desk.Button("Registra e avvia").ClickAsync();
        await desk.ContinueAsync("regione");
        await desk.Button("Riprendi da dove eri").ClickAsync();
        await Expect(desk.Page.GetByLabel("Ragione sociale")).ToHaveValueAsync("Officine Ritrovate S.p.A.");
    }

    [Test]
    public async Task A_click_after_the_session_ended_leads_back_to_the_task()
    {
        var task = await TaskAsync();
        await using var desk = await Desk.SignedInAsync("apl", width);
        await desk.GoAsync($"/attivita/{task.TaskKey}");
        await desk.LoseSessionAsync();
        await desk.Page.Locator("[data-claim-open]").ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("la sessione è scaduta");
        await desk.ContinueAsync("apl");
        await Expect(desk.Heading).ToHaveTextAsync(Transmission);
        await Expect(desk.Page.Locator("[data-claim-open]")).ToBeVisibleAsync();
    }

    private static string Day => Workers.Today.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    private static async Task<TaskSummary> TaskAsync()
    {
        var agreement = await Workers.RegisterAsync(signedDaysAgo: 2);
        return await Sessions.FindAsync(Stage.House, People.Apl, agreement.Summary.AgreementKey, Transmission);
    }

    private async Task<Desk> FillAsync(TaskSummary task)
    {
        var desk = await Desk.SignedInAsync("apl", width);
        await desk.GoAsync($"/attivita/{task.TaskKey}");
        await desk.Page.Locator("[data-claim-open]").ClickAsync();
        // The field takes what is typed once its calendar hangs on it, which is sooner than any person.
        await desk.Page.Locator(".flatpickr-calendar").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var date = desk.Page.Locator(".fjs-form input").First;
        await date.FillAsync(Day);
        await date.PressAsync("Tab");
        return desk;
    }

    private static async Task<TaskSummary> TakeOverAsync(TaskSummary task)
    {
        var now = (await Stage.PrepareAsync(client => client.Inbox.OpenAsync(People.Supervisor, task.TaskKey, CancellationToken.None))).Summary;
        var free = await Stage.PrepareAsync(client => client.Inbox.UnclaimAsync(People.Supervisor, new(Guid.CreateVersion7(), task.TaskKey, now.Version), CancellationToken.None));
        return await Stage.PrepareAsync(client => client.Inbox.ClaimAsync(People.Supervisor, new(Guid.CreateVersion7(), task.TaskKey, free.Version), CancellationToken.None));
    }

    private static Task<IResponse> CompleteAsync(Desk desk) =>
        desk.Page.RunAndWaitForResponseAsync(() => desk.Button("Completa").ClickAsync(), response => response.Request is { Method: "POST", IsNavigationRequest: true });

    private static async Task ExpectTypedAsync(Desk desk)
    {
        await Expect(desk.Page.GetByText("Ripreso da dove eri: controlla i dati e completa.")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator(".fjs-form input").First).ToHaveValueAsync(Day);
    }
}
