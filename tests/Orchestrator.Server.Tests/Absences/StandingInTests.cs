using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.History;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Tests.Absences;

/// <summary>Absences over days of a virtual clock: who records and sees them, and what a substitute may do on which day. Two tasks, one of the office that both belong to.</summary>
[Category("Slow")]
internal sealed class StandingInTests
{
    private const string Process = """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="standing-definitions" targetNamespace="https://example.org/standing">
          <bpmn:process id="standing" isExecutable="true">
            <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
            <bpmn:parallelGateway id="both"><bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing><bpmn:outgoing>c</bpmn:outgoing></bpmn:parallelGateway>
            <bpmn:userTask id="shared" name="Of both">
              <bpmn:extensionElements><zeebe:userTask /><zeebe:assignmentDefinition candidateGroups="apl" /></bpmn:extensionElements>
              <bpmn:incoming>b</bpmn:incoming><bpmn:outgoing>d</bpmn:outgoing>
            </bpmn:userTask>
            <bpmn:userTask id="other" name="Of another office">
              <bpmn:extensionElements><zeebe:userTask /><zeebe:assignmentDefinition candidateGroups="cpi:08" /></bpmn:extensionElements>
              <bpmn:incoming>c</bpmn:incoming><bpmn:outgoing>e</bpmn:outgoing>
            </bpmn:userTask>
            <bpmn:endEvent id="end"><bpmn:incoming>d</bpmn:incoming><bpmn:incoming>e</bpmn:incoming></bpmn:endEvent>
            <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="both" />
            <bpmn:sequenceFlow id="b" sourceRef="both" targetRef="shared" />
            <bpmn:sequenceFlow id="c" sourceRef="both" targetRef="other" />
            <bpmn:sequenceFlow id="d" sourceRef="shared" targetRef="end" />
            <bpmn:sequenceFlow id="e" sourceRef="other" targetRef="end" />
          </bpmn:process>
        </bpmn:definitions>
        """;

    private static readonly ActingUser s_ada = new("ada", "Name of ada", ["apl", "cpi:08"], [Roles.Operator]);
    private static readonly ActingUser s_bob = new("bob", "Name of bob", ["apl"], [Roles.Operator]);
    private static readonly ActingUser s_eve = new("eve", "Name of eve", ["regione"], [Roles.Operator]);
    private static readonly ActingUser s_sara = new("sara", "Name of sara", ["apl"], [Roles.Supervisor]);
    private static readonly ActingUser s_paul = new("paul", "Name of paul", ["regione"], [Roles.Supervisor]);
    private static readonly ActingUser s_auditor = new("irma", "Irma", [], [Roles.Auditor]);
    private static readonly ActingUser s_admin = new("admin", "Admin", [], [Roles.Admin]);

    // A quarter of an hour before midnight in Rome on the 1st of March: the day changes there, not in Greenwich.
    private static readonly DateTimeOffset s_start = new(2026, 3, 1, 22, 45, 0, TimeSpan.Zero);

    private RunningServer _server = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _server = await RunningServer.StartAsync("--Clock:Virtual=true");
        Clock.Set(s_start);
        await _server.DeployAsync(Process);
        foreach (var one in (ActingUser[])[s_ada, s_bob, s_eve, s_sara, s_paul]) await _server.AddAccountAsync(one.UserName, [.. one.Roles], [.. one.Groups]);
    }

    [TearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    private VirtualTime Clock => (VirtualTime)_server.Services.GetRequiredService<TimeProvider>();

    private static DateOnly March(int day) => new(2026, 3, day);

    private async Task<Outcome<T>> AskAsync<T>(Func<IOrchestratorClient, Task<Outcome<T>>> ask)
    {
        await using var scope = _server.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<IOrchestratorClient>());
    }

    private async Task<T> GetAsync<T>(Func<IOrchestratorClient, Task<Outcome<T>>> ask)
    {
        var outcome = await AskAsync(ask);
        Assert.That(outcome.Refusal, Is.Null, outcome.Refusal?.Message);
        return outcome.Value!;
    }

    private async Task<string?> WhyAsync<T>(Func<IOrchestratorClient, Task<Outcome<T>>> ask) => (await AskAsync(ask)).Refusal?.Code;

    private Task<Outcome<bool>> RecordAsync(ActingUser by, string person, int first, int last, string? substitute = null) =>
        AskAsync(client => client.Substitutions.RecordAsync(by, Guid.CreateVersion7(), new(person, March(first), March(last), substitute), CancellationToken.None));

    private Task<SubstitutionPage> SeenAsync(ActingUser by) => GetAsync(client => client.Substitutions.ListAsync(by, CancellationToken.None));

    private Task<InboxPage> InboxAsync(ActingUser by, InboxTab tab, string? person = null) =>
        GetAsync(client => client.Inbox.ListAsync(by, new(tab, null, 0, 50) { Filter = new() { Assignee = person } }, CancellationToken.None));

    // Both tasks of a new case in Ada's hands.
    private async Task<(TaskSummary Shared, TaskSummary Other)> TakenByAdaAsync()
    {
        using var admin = _server.Client("admin");
        await admin.PostAsync("/v2/process-instances", new { processDefinitionId = "standing" });
        foreach (var task in (await InboxAsync(s_ada, InboxTab.Groups)).Tasks) await GetAsync(client => client.Inbox.ClaimAsync(s_ada, Act(task), CancellationToken.None));
        var mine = (await InboxAsync(s_ada, InboxTab.Mine)).Tasks;
        return (mine.Single(task => task.ElementId == "shared"), mine.Single(task => task.ElementId == "other"));
    }

    private static TaskAction Act(TaskSummary task) => new(Guid.CreateVersion7(), task.TaskKey, task.Version);

    [Test]
    public async Task From_the_first_day_to_the_last_a_substitute_takes_over_what_they_are_candidate_of_and_the_history_says_for_whom()
    {
        var (shared, other) = await TakenByAdaAsync();
        Assert.That((await RecordAsync(s_ada, "ada", 2, 3, "bob")).Refusal, Is.Null);
        Assert.That(await WhyAsync(client => client.Inbox.TakeOverAsync(s_bob, Act(shared), CancellationToken.None)), Is.EqualTo("NotStandingIn"), "it is still the 1st in Rome");

        Clock.Set(s_start.AddMinutes(20));
        var page = await InboxAsync(s_bob, InboxTab.StandingIn, "ada");
        Assert.That(page.Tasks.Select(task => task.TaskKey), Is.EqualTo(new[] { shared.TaskKey }), "what another office's task holds stays there");
        Assert.That(page.StandsInFor.Select(one => (one.Account, one.Open)), Is.EqualTo(new[] { ("ada", 1) }));
        Assert.That(page.Tasks[0].Absence, Is.EqualTo(new HolderAbsence(March(3), "Name of bob")));
        Assert.That((await GetAsync(client => client.Inbox.TodayAsync(s_bob, CancellationToken.None))).StandsInFor.Single().Open, Is.EqualTo(1));
        Assert.That((await GetAsync(client => client.Inbox.OpenAsync(s_bob, shared.TaskKey, CancellationToken.None))).Allowed.TakeOver);
        Assert.That((await InboxAsync(s_ada, InboxTab.Mine)).Tasks, Has.Count.EqualTo(2), "no task moves by itself");

        Assert.That(await WhyAsync(client => client.Inbox.TakeOverAsync(s_bob, Act(other), CancellationToken.None)), Is.EqualTo("TaskNotFound"), "no candidate");
        Assert.That(await WhyAsync(client => client.Inbox.TakeOverAsync(s_sara, Act(shared), CancellationToken.None)), Is.EqualTo("NotStandingIn"), "the supervisor gives it away instead");
        var act = Act(shared);
        foreach (var _ in (int[])[1, 2]) Assert.That((await GetAsync(client => client.Inbox.TakeOverAsync(s_bob, act, CancellationToken.None))).Assignee, Is.EqualTo("bob"), "twice the same request");
        var instance = new ScopeKey(shared.TaskKey).Instance;
        var told = (await _server.Services.GetRequiredService<HistoryService>().PageAsync(instance, 0, 1_000, CancellationToken.None)).Where(entry => entry.Event is InstanceEvent.UserTaskTakenOver).ToList();
        Assert.That(told.Select(entry => (entry.Actor, ((InstanceEvent.UserTaskTakenOver)entry.Event).Absent)), Is.EqualTo(new[] { ("bob", "ada") }));
        var story = await GetAsync(client => client.Cases.StoryAsync(s_sara, shared.Case.InstanceKey, 1, 100, CancellationToken.None));
        Assert.That(story.Single(entry => entry.EventName == "user-task-taken-over") is { ActorName: "Name of bob", PersonName: "Name of ada" });
        var exported = await GetAsync(client => client.Records.ExportAsync(s_auditor, shared.Case.InstanceKey, new ExportForm(ExportFormat.Csv, Pseudonyms: true), CancellationToken.None));
        Assert.That(Encoding.UTF8.GetString(exported.Content), Does.Contain("user-task-taken-over").And.Not.Contain("bob").And.Not.Contain(",ada"), "who was absent has a pseudonym too");
    }

    [Test]
    public async Task The_day_after_the_last_one_the_substitute_is_an_operator_as_any_other()
    {
        var (shared, _) = await TakenByAdaAsync();
        await RecordAsync(s_ada, "ada", 1, 3, "bob");
        Clock.Set(s_start.AddDays(2).AddMinutes(20));
        Assert.That(await WhyAsync(client => client.Inbox.TakeOverAsync(s_bob, Act(shared), CancellationToken.None)), Is.EqualTo("NotStandingIn"));
        Assert.That(await WhyAsync(client => client.Inbox.ListAsync(s_bob, new(InboxTab.StandingIn, null, 0, 50) { Filter = new() { Assignee = "ada" } }, CancellationToken.None)), Is.EqualTo("NotStandingIn"));
        var many = await GetAsync(client => client.Inbox.DoManyAsync(s_bob, new(Guid.CreateVersion7(), ManyVerb.TakeOver, [new(shared.TaskKey, shared.Version)]), CancellationToken.None));
        Assert.That(many.Results.Single().Refusal?.Code, Is.EqualTo("NotStandingIn"));
        Assert.That((await InboxAsync(s_bob, InboxTab.All)).StandsInFor, Is.Empty);
        Assert.That((await InboxAsync(s_sara, InboxTab.All)).Tasks.Select(task => task.Absence), Is.All.Null);
    }

    [Test]
    public async Task Operators_record_their_own_absence_and_a_supervisor_those_of_their_groups()
    {
        Assert.That((await RecordAsync(s_bob, "ada", 10, 12)).Refusal?.Code, Is.EqualTo("AbsenceOther"));
        Assert.That((await RecordAsync(s_paul, "ada", 10, 12)).Refusal?.Code, Is.EqualTo("AbsenceOther"), "a supervisor of another group");
        foreach (var one in (ActingUser[])[s_auditor, s_admin]) Assert.That((await RecordAsync(one, one.UserName, 10, 12)).Refusal?.Code, Is.EqualTo("AbsenceOther"), one.UserName);
        Assert.That((await RecordAsync(s_sara, "ada", 10, 12, "bob")).Refusal, Is.Null);
        Assert.That((await RecordAsync(s_ada, "ada", 12, 14)).Refusal?.Fields.Single().Code, Is.EqualTo("absenceOverlap"));

        foreach (var (who, sees) in ((ActingUser, int)[])[(s_ada, 1), (s_bob, 1), (s_sara, 1), (s_auditor, 1), (s_eve, 0), (s_paul, 0)])
            Assert.That((await SeenAsync(who)).Current, Has.Count.EqualTo(sees), who.UserName);
        Assert.That(await WhyAsync(client => client.Substitutions.ListAsync(s_admin, CancellationToken.None)), Is.EqualTo("NotAllowed"));
        var id = (await SeenAsync(s_ada)).Current.Single().Id;
        Assert.That(await WhyAsync(client => client.Substitutions.RevokeAsync(s_bob, id, CancellationToken.None)), Is.EqualTo("AbsenceOther"));
        Assert.That(await WhyAsync(client => client.Substitutions.RevokeAsync(s_eve, id, CancellationToken.None)), Is.EqualTo("AbsenceNotFound"));
        Assert.That(await WhyAsync(client => client.Substitutions.EndAsync(s_ada, id, March(9), CancellationToken.None)), Is.EqualTo("AbsenceEnd"));
        Assert.That(await WhyAsync(client => client.Substitutions.EndAsync(s_ada, id, March(10), CancellationToken.None)), Is.Null);
        Assert.That((await RecordAsync(s_ada, "ada", 11, 14)).Refusal, Is.Null, "the days are free again");
        foreach (var _ in (int[])[1, 2]) Assert.That(await WhyAsync(client => client.Substitutions.RevokeAsync(s_sara, id, CancellationToken.None)), Is.Null);
        Assert.That((await SeenAsync(s_ada)).Past.Single() is { State: SubstitutionState.Revoked, ChangedByName: "Name of sara", MayChange: false });
    }

    [Test]
    public async Task A_supervisor_reads_who_is_absent_and_gives_their_tasks_to_the_substitute_first()
    {
        var (shared, _) = await TakenByAdaAsync();
        await _server.AddAccountAsync("aaron", [Roles.Operator], ["apl"]);
        await RecordAsync(s_sara, "ada", 1, 5, "bob");
        await RecordAsync(s_sara, "aaron", 1, 1);
        var day = await GetAsync(client => client.Inbox.TodayAsync(s_sara, CancellationToken.None));
        Assert.That(day.Absent.Select(one => (one.Account, one.Open, one.Absence.SubstituteName)), Is.EquivalentTo(new (string, int, string?)[] { ("ada", 2, "Name of bob"), ("aaron", 0, null) }));
        var offered = (await GetAsync(client => client.Inbox.OpenAsync(s_sara, shared.TaskKey, CancellationToken.None))).Candidates;
        Assert.That(offered.Select(one => (one.Account, one.StandsIn, one.AbsentUntil)), Is.EqualTo(new (string, bool, DateOnly?)[] { ("bob", true, null), ("sara", false, null), ("aaron", false, March(1)) }));
        Assert.That((await GetAsync(client => client.Inbox.TodayAsync(s_paul, CancellationToken.None))).Absent, Is.Empty);

        // Who stands in is taken ill too: nobody stands in that day, and it is told.
        await RecordAsync(s_bob, "bob", 1, 1);
        Assert.That((await SeenAsync(s_sara)).Current.Single(one => one.Person == "ada").SubstituteAbsent);
        Assert.That((await InboxAsync(s_sara, InboxTab.All)).Tasks[0].Absence, Is.EqualTo(new HolderAbsence(March(5), null)));
        Assert.That(await WhyAsync(client => client.Inbox.TakeOverAsync(s_bob, Act(shared), CancellationToken.None)), Is.EqualTo("NotStandingIn"));
    }

    [Test]
    public async Task The_pages_say_it_in_Italian_and_keep_what_was_typed()
    {
        await TakenByAdaAsync();
        using var ada = await PageSession.SignedInAsync(_server, "ada");
        (string, string)[] typed = [("dal", "2026-03-01"), ("al", "2026-03-05"), ("sostituto", "ada")];
        var refused = await ada.PostAsync("/assenze", typed);
        Assert.That((int)refused.Status, Is.EqualTo(400));
        Assert.That(refused.Text, Does.Contain("chi si assenta non può sostituire sé stesso").And.Contain("value=\"2026-03-05\"").And.Contain("Il motivo dell’assenza non si indica"));
        Assert.That((await ada.PostAsync("/assenze", [typed[0], typed[1], ("sostituto", "bob")])).Location, Is.EqualTo("/assenze?fatto=assenza-registrata"));
        using var bob = await PageSession.SignedInAsync(_server, "bob");
        Assert.That((await bob.GetAsync("/")).Text, Does.Contain("Oggi sostituisci").And.Contain("assente fino al 05/03/2026").And.Contain("/attivita?scheda=sostituzione&persona=ada"));
        var list = await bob.GetAsync("/attivita?scheda=sostituzione&persona=ada");
        Assert.That(list.Text, Does.Contain("In sostituzione di Name of ada").And.Contain("assente fino al 05/03/2026, sostituisce Name of bob").And.Contain("Prendi in sostituzione"));
        Assert.That((int)(await bob.GetAsync("/attivita?scheda=sostituzione&persona=eve")).Status, Is.EqualTo(403));
    }
}
