using Orchestrator.Contracts.Client;

namespace Orchestrator.Server.Tests.Deadlines;

/// <summary>Deadlines as list and calendar, and terms that have passed.</summary>
[NonParallelizable]
[SetUICulture("it-IT")]
internal sealed class DeadlineTests
{
    private TermOffice _office = null!;

    [SetUp]
    public async Task OpenAsync() => _office = await TermOffice.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await _office.DisposeAsync();

    [Test]
    public async Task Terms_and_tasks_come_in_one_order_with_the_days_on_which_they_may_still_be_done()
    {
        await _office.BeginAsync("LATER", days: 10);
        await _office.BeginAsync("SOONER", days: 8);

        var page = await ListAsync(TermOffice.Supervisor, new(0, 10));

        // The task is due at six in the evening, the term at the midnight that ends the same day.
        Assert.That(page.Deadlines.Select(one => (one.Kind, one.Case.BusinessKey, one.Day)), Is.EqualTo(new[]
        {
            (DeadlineKind.Task, "SOONER", new DateOnly(2026, 3, 10)), (DeadlineKind.Term, "SOONER", new DateOnly(2026, 3, 10)),
            (DeadlineKind.Task, "LATER", new DateOnly(2026, 3, 12)), (DeadlineKind.Term, "LATER", new DateOnly(2026, 3, 12)),
        }));
        Assert.That(page.Deadlines.Select(one => one.Name), Is.EqualTo(new[] { "Esamina la domanda", "Istruttoria", "Esamina la domanda", "Istruttoria" }));
        Assert.That(page.HasMore, Is.False);
        Assert.That((await ListAsync(TermOffice.Supervisor, new(1, 2))).HasMore, Is.True);
    }

    [Test]
    public async Task Kind_days_office_person_and_lateness_narrow_the_list()
    {
        await _office.BeginAsync("EIGHT", days: 8);
        await _office.BeginAsync("OTHER", days: 9, office: "cpi:15");

        Assert.That(await KeysAsync(new(0, 10) { Kind = DeadlineKind.Term }), Is.EqualTo(new[] { "EIGHT", "OTHER" }));
        Assert.That(await KeysAsync(new(0, 10) { Kind = DeadlineKind.Task, Group = "cpi:15" }), Is.EqualTo(new[] { "OTHER" }));
        Assert.That(await KeysAsync(new(0, 10) { Kind = DeadlineKind.Term, Group = "cpi:15" }), Is.EqualTo(new[] { "OTHER" }));
        Assert.That(await KeysAsync(new(0, 10) { From = new(2026, 3, 11), To = new(2026, 3, 11) }), Is.EqualTo(new[] { "OTHER", "OTHER" }), "midnight belongs to the day that ends");
        Assert.That(await KeysAsync(new(0, 10) { Person = "carla" }), Is.Empty);
        Assert.That(await KeysAsync(new(0, 10) { Overdue = true }), Is.Empty);
        var task = (await _office.AskAsync(client => client.Inbox.ListAsync(TermOffice.Clerk, new(InboxTab.Groups, null, 0, 10), CancellationToken.None))).Tasks.Single();
        await _office.AskAsync(client => client.Inbox.ClaimAsync(TermOffice.Clerk, new(Guid.NewGuid(), task.TaskKey, task.Version), CancellationToken.None));
        Assert.That(await KeysAsync(new(0, 10) { Person = "carla" }), Is.EqualTo(new[] { "EIGHT", "EIGHT" }));
        _office.Clock.Set(new DateTimeOffset(2026, 3, 10, 18, 0, 0, TimeSpan.Zero));
        Assert.That(await KeysAsync(new(0, 10) { Overdue = true }), Is.EqualTo(new[] { "EIGHT" }), "its task was due an hour ago");
    }

    [Test]
    public async Task An_operator_sees_what_concerns_their_groups_an_administrator_terms_and_a_designer_nothing()
    {
        await _office.BeginAsync("MINE", days: 8);
        await _office.BeginAsync("THEIRS", days: 9, office: "cpi:15");

        Assert.That(await KeysAsync(new(0, 10), TermOffice.Clerk), Is.EqualTo(new[] { "MINE", "MINE" }));
        Assert.That(await KeysAsync(new(0, 10) { Group = "cpi:15" }, TermOffice.Clerk), Is.Empty, "naming another office shows nothing of it");
        var admin = await ListAsync(new("admin", "Admin", [], [Roles.Admin]), new(0, 10));
        Assert.That(admin.Deadlines.Select(one => one.Kind), Is.EqualTo(new[] { DeadlineKind.Term, DeadlineKind.Term }));
        Assert.That(await KeysAsync(new(0, 10), new("dora", "Dora", [], [Roles.Designer])), Is.Empty);
        var choices = (await ListAsync(TermOffice.Clerk, new(0, 1))).Choices;
        Assert.That((choices.Groups, choices.People.Select(person => person.Account)), Is.EqualTo((new[] { "cpi:08" }, new[] { "carla" }.AsEnumerable())));
        Assert.That((await ListAsync(TermOffice.Supervisor, new(0, 1))).Choices.Groups, Is.EqualTo(new[] { "cpi:08", "cpi:15" }));
    }

    [Test]
    public async Task A_calendar_has_every_day_with_its_deadlines_and_why_nobody_works_on_it()
    {
        await _office.BeginAsync("EIGHT", days: 8);

        var month = await _office.AskAsync(client => client.Deadlines.CalendarAsync(TermOffice.Supervisor, new(0, 1) { From = new(2026, 2, 23), To = new(2026, 4, 5) }, CancellationToken.None));

        Assert.That(month.Days, Has.Count.EqualTo(42));
        Assert.That(month.Days.Where(day => day.Terms + day.Tasks > 0).Select(day => (day.Day, day.Terms, day.Tasks, day.Deadlines.Count)), Is.EqualTo(new[] { (new DateOnly(2026, 3, 10), 1, 1, 2) }));
        Assert.That((month.Days[0].Holiday, month.Days[6].Holiday), Is.EqualTo(((string?)null, "domenica")));
        Assert.That((month.Total, month.Whole), Is.EqualTo((2, true)));
    }

    [Test]
    public async Task A_calendar_with_too_much_to_name_counts_it()
    {
        for (var i = 0; i < 101; i++) await _office.BeginAsync($"CASE-{i}", days: 8);

        var week = await _office.AskAsync(client => client.Deadlines.CalendarAsync(TermOffice.Supervisor, new(0, 1) { From = new(2026, 3, 9), To = new(2026, 3, 15) }, CancellationToken.None));

        Assert.That((week.Total, week.Whole, week.Days[1].Terms, week.Days[1].Tasks, week.Days[1].Deadlines.Count), Is.EqualTo((202, false, 101, 101, 0)));
    }

    [Test]
    public async Task A_term_that_passed_leads_to_an_escalation_whose_ladder_tells_reminder_term_and_who_has_it()
    {
        await _office.BeginAsync("LATE", days: 8);
        ActingUser region = new("renata", "Renata Regione", ["regione"], [Roles.Operator]);
        await _office.AdvanceAsync(new(2026, 3, 11, 8, 0, 0, TimeSpan.Zero));

        var open = (await _office.AskAsync(client => client.Deadlines.EscalationsAsync(region, 0, 10, CancellationToken.None))).Escalations.Single();
        await _office.AskAsync(client => client.Inbox.ClaimAsync(region, new(Guid.NewGuid(), open.Task.TaskKey, open.Task.Version), CancellationToken.None));
        var ladder = await _office.AskAsync(client => client.Deadlines.LadderAsync(region, open.Task.TaskKey, CancellationToken.None));

        Assert.That((open.TermName, open.Task.Name), Is.EqualTo(("Istruttoria", "Decidi sul ritardo")));
        Assert.That(ladder.Rungs.Select(rung => (rung.Step, rung.Name)), Is.EqualTo(new[]
        {
            (LadderStep.Began, "Esamina la domanda"), (LadderStep.Reminded, "Giorno 1"), (LadderStep.TermPassed, "Istruttoria"), (LadderStep.Escalated, "Decidi sul ritardo"), (LadderStep.Taken, "renata"),
        }));
        Assert.That(ladder.Rungs.Select(rung => rung.At), Is.Ordered);
        Assert.That(ladder.Escalation.Task.Assignee, Is.EqualTo("renata"));
        Assert.That((await _office.AskAsync(client => client.Deadlines.EscalationsAsync(TermOffice.Clerk, 0, 10, CancellationToken.None))).Total, Is.Zero, "it is the region's");
    }

    [Test]
    public async Task Supervisors_and_administrators_see_the_timers_and_how_late_they_fired_and_operators_do_not()
    {
        await _office.BeginAsync("CASE", days: 8);
        var armed = await _office.AskAsync(client => client.Timers.BoardAsync(TermOffice.Supervisor, 0, 10, CancellationToken.None));
        await _office.AdvanceAsync(new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero));
        var after = await _office.AskAsync(client => client.Timers.BoardAsync(new("admin", "Admin", [], [Roles.Admin]), 0, 10, CancellationToken.None));

        Assert.That(armed.Timers.Select(timer => (timer.Name, timer.IsTerm)), Is.EqualTo(new[] { ("Giorno 1", false), ("Termine trascorso", true), ("Domanda ritirata", false) }));
        Assert.That((armed.Armed, armed.Overdue, armed.NextDueAt), Is.EqualTo((3, 0, (DateTimeOffset?)new DateTimeOffset(2026, 3, 3, 8, 0, 0, TimeSpan.Zero))));
        Assert.That((after.Armed, after.Lateness.Sum(one => one.Count), after.Lateness[0].Count), Is.EqualTo((2, 1L, 1L)));
        await using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(_office.Server.Services);
        var refused = await Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<IOrchestratorClient>(scope.ServiceProvider)
            .Timers.BoardAsync(TermOffice.Clerk, 0, 10, CancellationToken.None);
        Assert.That(refused.Refusal?.Kind, Is.EqualTo(RefusalKind.NotAllowed));
    }

    private Task<DeadlinePage> ListAsync(ActingUser user, DeadlineQuery query) => _office.AskAsync(client => client.Deadlines.ListAsync(user, query, CancellationToken.None));

    private async Task<IEnumerable<string?>> KeysAsync(DeadlineQuery query, ActingUser? user = null) =>
        (await ListAsync(user ?? TermOffice.Supervisor, query)).Deadlines.Select(one => one.Case.BusinessKey);
}
