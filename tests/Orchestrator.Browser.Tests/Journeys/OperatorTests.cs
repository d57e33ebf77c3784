using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Orchestrator.Contracts.Client;
using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>A day of an operator and of a supervisor, in a house where only their own tasks are.</summary>
[Category("Slow")]
[TestFixture(1440)]
[TestFixture(390)]
public sealed class OperatorTests(int width)
{
    private const string Transmission = "Registra la trasmissione dell'azienda ad ANPAL";
    private const string Element = "/attivita?scheda=gruppo&processo=p1-collective&cerca=registra+la+trasmissione";

    private House _house = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        _house = await House.OpenAsync();
        await _house.AddAccountAsync(new("alba", "Alba Apl", [Roles.Operator], ["apl"]));
    }

    [OneTimeTearDown]
    public async Task CloseAsync() => await _house.DisposeAsync();

    private static string Day => Workers.Today.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    private async Task<IReadOnlyList<TaskSummary>> TasksAsync(int count) => [.. (await RegisterAsync(count)).Select(one => one.Task)];

    private async Task<IReadOnlyList<(string Agreement, TaskSummary Task)>> RegisterAsync(int count)
    {
        var tasks = new List<(string, TaskSummary)>();
        for (var i = 0; i < count; i++)
        {
            var agreement = await Workers.RegisterAsync(signedDaysAgo: 2, house: _house);
            tasks.Add((agreement.Summary.AgreementKey, await Sessions.FindAsync(_house, People.Apl, agreement.Summary.AgreementKey, Transmission)));
        }
        return tasks;
    }

    private Task<TaskSummary> TakeAsync(TaskSummary task, ActingUser by) =>
        _house.PrepareAsync(client => client.Inbox.ClaimAsync(by, new(Guid.CreateVersion7(), task.TaskKey, task.Version), CancellationToken.None));

    private Task<TaskDetail> SeeAsync(TaskSummary task, ActingUser by) => _house.PrepareAsync(client => client.Inbox.OpenAsync(by, task.TaskKey, CancellationToken.None));

    private static async Task FillAsync(Desk desk)
    {
        // The field takes what is typed once its calendar hangs on it, which is sooner than any person.
        await desk.Page.Locator(".flatpickr-calendar").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var date = desk.Page.Locator(".fjs-form input").First;
        await date.FillAsync(Day);
        await date.PressAsync("Tab");
    }

    [Test]
    public async Task Tasks_are_cleared_one_after_the_other_and_the_next_one_opens_by_itself()
    {
        // Twenty where somebody sits at a desk with a keyboard; fewer with a thumb.
        var count = width > 1000 ? 20 : 3;
        await TasksAsync(count);
        await using var desk = await Desk.SignedInAsync("apl", width, _house);
        await desk.GoAsync(Element);
        var waiting = await desk.Page.Locator("[data-task]").CountAsync();
        Assert.That(waiting, Is.GreaterThanOrEqualTo(count));
        await desk.Page.Locator("[data-task] [data-open]").First.ClickAsync();
        for (var done = 0; done < count; done++)
        {
            await Expect(desk.Heading).ToHaveTextAsync(Transmission);
            await desk.ReadyAsync();
            var address = desk.Page.Url;
            if (width > 1000) await desk.Page.Keyboard.PressAsync("p");
            else await desk.Page.Locator("#dettaglio").GetByRole(AriaRole.Button, new() { Name = "Prendi in carico" }).ClickAsync();
            await Expect(desk.Page.GetByText("Attività presa in carico.")).ToBeVisibleAsync();
            await Expect(desk.Button("Completa").Last).ToBeVisibleAsync();
            await FillAsync(desk);
            if (width > 1000)
            {
                await desk.TabToAsync(desk.Page.Locator("[data-complete]"));
                await desk.Page.Keyboard.PressAsync("Enter");
            }
            else await desk.Page.Locator("[data-complete]").ClickAsync();
            await Expect(desk.Page.GetByText("Attività completata.").First).ToBeVisibleAsync();
            Assert.That(desk.Page.Url, Is.Not.EqualTo(address));
            Assert.That(desk.Page.Url, Does.Contain("scheda=gruppo").And.Contain("processo=p1-collective"), "the place in the list is kept");
        }
        await desk.GoAsync(Element);
        await Expect(desk.Page.Locator("[data-task]")).ToHaveCountAsync(waiting - count);
    }

    [Test]
    public async Task A_list_is_filtered_grouped_and_saved_and_everything_stands_in_the_address()
    {
        var (agreement, _) = (await RegisterAsync(1))[0];
        await using var desk = await Desk.SignedInAsync("apl", width, _house);
        await desk.GoAsync("/attivita?scheda=gruppo");
        if (width < 1200) await desk.Page.Locator(".orch-to-filters").ClickAsync();
        await desk.InspectAsync("inbox-filters");
        await desk.Page.GetByLabel("Raggruppa per").SelectOptionAsync("scadenza");
        await desk.Page.Locator("#processo").SelectOptionAsync("p1-collective");
        await desk.Page.Locator("#dato").SelectOptionAsync("agreement");
        await desk.Page.GetByLabel("Valore del dato").FillAsync(agreement);
        await desk.Button("Applica").ClickAsync();
        await desk.Page.WaitForURLAsync(new Regex("raggruppa=scadenza.*|.*processo=p1-collective.*"));
        await Expect(desk.Page.Locator("[data-task]").Filter(new() { HasText = Transmission })).ToHaveCountAsync(1);
        await Expect(desk.Page.Locator(".orch-group").First).ToBeVisibleAsync();
        await desk.InspectAsync("inbox-grouped");

        if (width < 1200) await desk.Page.Locator(".orch-to-filters").ClickAsync();
        var name = $"Trasmissioni {width}";
        await desk.Page.GetByLabel("Salva questo filtro come").FillAsync(name);
        await desk.Page.GetByLabel("Visibile").SelectOptionAsync("apl");
        await desk.Button("Salva il filtro").ClickAsync();
        await Expect(desk.Page.GetByText("Filtro salvato.")).ToBeVisibleAsync();

        await using var colleague = await Desk.SignedInAsync("alba", width, _house);
        await colleague.GoAsync("/attivita?filtri=1");
        await Expect(colleague.Page.Locator(".orch-saved")).ToContainTextAsync("Aldo Apl");
        await colleague.InspectAsync("inbox-saved-filters");
        await colleague.Link(name).ClickAsync();
        await Expect(colleague.Page.Locator("[data-task]").Filter(new() { HasText = Transmission })).ToHaveCountAsync(1);
    }

    [Test]
    public async Task A_supervisor_gives_the_tasks_of_an_absent_colleague_to_somebody_else_of_the_group()
    {
        var tasks = await TasksAsync(2);
        foreach (var task in tasks) await TakeAsync(task, People.Apl);
        await using var desk = await Desk.SignedInAsync("supervisore", width, _house);
        await desk.GoAsync($"/attivita?scheda=tutte&persona=apl&cerca={tasks[0].Case.BusinessKey}");
        await desk.Page.GetByLabel("Seleziona tutte quelle mostrate").CheckAsync();
        await desk.Page.Locator("#molte-persona").SelectOptionAsync("cpi");
        await desk.Page.Locator("#molte").GetByRole(AriaRole.Button, new() { Name = "Assegna" }).ClickAsync();
        await Expect(desk.Page.Locator("main")).ToContainTextAsync("Questa persona non fa parte dei gruppi che possono svolgere l’attività.");
        await desk.InspectAsync("many-refused");
        await desk.Link("Torna all’elenco").ClickAsync();

        await desk.Page.GetByLabel("Seleziona tutte quelle mostrate").CheckAsync();
        await desk.Page.Locator("#molte-persona").SelectOptionAsync("alba");
        await desk.InspectAsync("inbox-of-a-supervisor");
        await desk.Page.Locator("#molte").GetByRole(AriaRole.Button, new() { Name = "Assegna" }).ClickAsync();
        await Expect(desk.Page.GetByText("Fatte 1 su 1.")).ToBeVisibleAsync();
        Assert.That((await SeeAsync(tasks[0], People.Apl)).Summary.Assignee, Is.EqualTo("alba"));

        await desk.GoAsync($"/attivita/{tasks[1].TaskKey}");
        await desk.Page.Locator("#persona-assegna").SelectOptionAsync("alba");
        await desk.InspectAsync("task-assign");
        await desk.TabToAsync(desk.Page.Locator(".orch-assign button"));
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.GetByText("Attività assegnata.")).ToBeVisibleAsync();
        await Expect(desk.Page.GetByText("In carico a Alba Apl")).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_supervisor_records_an_absence_and_the_substitute_takes_a_task_over_by_keyboard()
    {
        var task = await TakeAsync((await TasksAsync(1))[0], People.Apl);
        var last = Workers.Today.AddDays(3);
        await using var desk = await Desk.SignedInAsync("supervisore", width, _house);
        await desk.GoAsync("/assenze");
        await desk.Page.GetByLabel("Chi si assenta").SelectOptionAsync("apl");
        await desk.Page.GetByLabel("Primo giorno").FillAsync(Iso(Workers.Today));
        await desk.Page.GetByLabel("Ultimo giorno").First.FillAsync(Iso(last));
        await desk.Page.GetByLabel("Sostituto").SelectOptionAsync("apl");
        // The browser shows the stops inside a date itself.
        await desk.Page.GetByLabel("Sostituto").FocusAsync();
        await desk.TabToAsync(desk.Button("Registra l’assenza"));
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("#errori")).ToContainTextAsync("chi si assenta non può sostituire sé stesso");
        await desk.InspectAsync("absences-refused");
        await desk.Page.GetByLabel("Sostituto").SelectOptionAsync("alba");
        await desk.Button("Registra l’assenza").ClickAsync();
        await Expect(desk.Page.GetByText("Assenza registrata.")).ToBeVisibleAsync();
        await desk.InspectAsync("absences");
        await desk.GoAsync("/");
        await Expect(desk.Page.GetByRole(AriaRole.Region, new() { Name = "Assenti oggi" })).ToContainTextAsync("Alba Apl");
        await desk.InspectAsync("today-of-a-supervisor-with-an-absent-colleague");
        await desk.GoAsync($"/attivita/{task.TaskKey}?scheda=tutte&persona=apl&cerca={task.Case.BusinessKey}");
        await Expect(desk.Page.Locator("#persona-assegna option").Nth(1)).ToHaveTextAsync("Alba Apl (sostituto di oggi)");
        await desk.InspectAsync("task-of-an-absent-colleague");

        await using (var substitute = await Desk.SignedInAsync("alba", width, _house))
        {
            await substitute.GoAsync("/");
            await substitute.InspectAsync("today-of-a-substitute");
            await substitute.Link("Aldo Apl").First.ClickAsync();
            await Expect(substitute.Page.Locator("[data-tab=sostituzione]")).ToContainTextAsync("In sostituzione di Aldo Apl");
            await substitute.GoAsync($"/attivita?scheda=sostituzione&persona=apl&cerca={task.Case.BusinessKey}");
            await Expect(substitute.Page.Locator("[data-task]")).ToContainTextAsync($"assente fino al {last.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture)}, sostituisce Alba Apl");
            await substitute.InspectAsync("inbox-of-a-substitute");
            await substitute.TabToAsync(substitute.Page.Locator("[data-task] button"));
            await substitute.Page.Keyboard.PressAsync("Enter");
            await Expect(substitute.Page.GetByText("Attività presa in sostituzione: ora è tua.").First).ToBeVisibleAsync();
            await substitute.InspectAsync("task-taken-over");
            await substitute.GoAsync($"/attivita/{task.TaskKey}?vista=storia");
            await Expect(substitute.Page.Locator(".orch-story li").First).ToContainTextAsync("Alba Apl – ha preso in sostituzione");
            await Expect(substitute.Page.Locator(".orch-story li").First).ToContainTextAsync("era di Aldo Apl, assente");
        }

        // Back sooner than planned: the other journeys of this house find everybody at their desk.
        await desk.GoAsync("/assenze");
        await desk.Page.Locator("[data-absence=apl]").GetByRole(AriaRole.Button, new() { Name = "Revoca" }).ClickAsync();
        await Expect(desk.Page.GetByText("Assenza revocata.")).ToBeVisibleAsync();
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Test]
    public async Task What_is_typed_is_kept_on_the_server_and_taken_up_again_until_it_is_sent()
    {
        var task = await TakeAsync((await TasksAsync(1))[0], People.Apl);
        await using (var desk = await Desk.SignedInAsync("apl", width, _house))
        {
            await desk.GoAsync($"/attivita/{task.TaskKey}");
            await Expect(desk.Page.Locator("[data-complete]")).ToBeVisibleAsync();
            await FillAsync(desk);
            await Expect(desk.Page.Locator("[data-draft-state]")).ToContainTextAsync("Bozza salvata");
        }
        await using var later = await Desk.SignedInAsync("apl", width, _house);
        await later.GoAsync($"/attivita/{task.TaskKey}");
        await Expect(later.Page.GetByText("Ripreso da dove eri")).ToBeVisibleAsync();
        await Expect(later.Page.Locator(".fjs-form input").First).ToHaveValueAsync(Day);
        await later.InspectAsync("task-draft");
        await later.Page.Locator("[data-complete]").ClickAsync();
        await Expect(later.Page.GetByText("Attività completata.").First).ToBeVisibleAsync();
        Assert.That((await SeeAsync(task, People.Apl)).DraftAt, Is.Null);
    }

    [Test]
    public async Task A_draft_can_be_thrown_away_and_stays_visible_when_somebody_else_was_faster()
    {
        var task = await TakeAsync((await TasksAsync(1))[0], People.Apl);
        await _house.PrepareAsync(client => client.Inbox.SaveDraftAsync(People.Apl, task.TaskKey, $$"""{"transmittedOn":"{{Workers.Today:yyyy-MM-dd}}"}""", CancellationToken.None));
        var hers = await _house.PrepareAsync(client => client.Inbox.UnclaimAsync(People.Supervisor, new(Guid.CreateVersion7(), task.TaskKey, task.Version), CancellationToken.None));
        await TakeAsync(hers, People.Supervisor);
        await using var desk = await Desk.SignedInAsync("apl", width, _house);
        await desk.GoAsync($"/attivita/{task.TaskKey}");
        await Expect(desk.Page.GetByText(new Regex("La tua bozza .* è conservata"))).ToBeVisibleAsync();
        await Expect(desk.Page.Locator("#dettaglio .orch-fields").First).ToContainTextAsync(Day);
        await desk.InspectAsync("task-draft-of-another");
        await desk.Button("Scarta la bozza").ClickAsync();
        await Expect(desk.Page.GetByText("Bozza scartata.")).ToBeVisibleAsync();
        await Expect(desk.Page.GetByText("è conservata")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_comment_is_read_in_the_story_by_a_colleague()
    {
        var task = (await TasksAsync(1))[0];
        await using (var desk = await Desk.SignedInAsync("apl", width, _house))
        {
            await desk.GoAsync($"/attivita/{task.TaskKey}?vista=storia");
            await desk.Page.GetByLabel("Aggiungi un commento alla storia").FillAsync("L'azienda manda la ricevuta domani.");
            await desk.TabToAsync(desk.Button("Aggiungi il commento"));
            await desk.Page.Keyboard.PressAsync("Enter");
            await Expect(desk.Page.GetByText("Commento aggiunto.")).ToBeVisibleAsync();
            await desk.InspectAsync("task-comment");
        }
        await using var colleague = await Desk.SignedInAsync("alba", width, _house);
        await colleague.GoAsync($"/attivita/{task.TaskKey}?vista=storia");
        await Expect(colleague.Page.Locator(".orch-story li").First).ToContainTextAsync("Aldo Apl – ha commentato");
        await Expect(colleague.Page.Locator(".orch-story li").First).ToContainTextAsync("L'azienda manda la ricevuta domani.");
    }

    [Test]
    public async Task Several_tasks_are_taken_at_once_and_a_form_with_an_empty_required_field_is_not_completed_so()
    {
        var tasks = await TasksAsync(2);
        await using var desk = await Desk.SignedInAsync("alba", width, _house);
        await desk.GoAsync(Element);
        var shown = await desk.Page.Locator("[data-tick]").CountAsync();
        await desk.Page.GetByLabel("Seleziona tutte quelle mostrate").CheckAsync();
        await Expect(desk.Page.Locator("[data-many-count]")).ToHaveTextAsync($"{shown} selezionate");
        // One of them is taken by somebody else in this moment.
        await TakeAsync(tasks[0], People.Apl);
        await desk.Page.Locator("#molte").GetByRole(AriaRole.Button, new() { Name = "Prendi le selezionate" }).ClickAsync();
        await Expect(desk.Page.GetByText($"Fatte {shown - 1} su {shown}.")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator(".orch-many-why")).ToContainTextAsync("Aldo Apl ha preso in carico l’attività");
        await desk.InspectAsync("many-report");

        await desk.GoAsync($"/attivita?scheda=mie&cerca={tasks[1].Case.BusinessKey}");
        await desk.Page.Locator("[data-tick]").First.CheckAsync();
        await desk.Page.Locator("#molte").GetByRole(AriaRole.Button, new() { Name = "Completa" }).ClickAsync();
        await Expect(desk.Page.Locator(".orch-many-why").First).ToContainTextAsync(new Regex(@"Nel modulo mancano o non vanno \d+ campi"));
        Assert.That((await SeeAsync(tasks[1], People.Apl)).Summary.State, Is.EqualTo(HumanTaskState.Assigned));
    }

    [Test]
    public async Task Whoever_may_not_give_or_complete_a_task_is_refused_with_the_reason()
    {
        var task = (await TasksAsync(1))[0];
        foreach (var (account, verb, status) in ((string, string, int)[])[("designer", "completa", 403), ("designer", "prendi", 403), ("admin", "assegna", 403), ("alba", "assegna", 403), ("cpi", "completa", 404)])
        {
            await using var desk = await Desk.SignedInAsync(account, width, _house);
            await desk.GoAsync("/attivita");
            await desk.Page.EvaluateAsync("""
                action => {
                  const form = document.querySelector('form[action="/esci"]');
                  form.action = action;
                  for (const [name, value] of [['persona', 'alba'], ['dati', '{}'], ['versione', '1']]) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
                }
                """, $"/attivita/{task.TaskKey}/{verb}");
            Assert.That((await desk.ForceAsync($"form[action$='/{verb}']")).Status, Is.EqualTo(status), $"{account} {verb}");
        }
        Assert.That((await SeeAsync(task, People.Apl)).Summary.State, Is.EqualTo(HumanTaskState.Open));
    }
}
