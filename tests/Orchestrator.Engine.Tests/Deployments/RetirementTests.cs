using Orchestrator.Engine.Migrating;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Tests.Migrating;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Tests.Deployments;

/// <summary>A retired version starts nothing new, by whatever door, until that is taken back; what runs goes on (docs/designer.md).</summary>
public sealed class RetirementTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static async Task<DefinitionKey> DeployAsync(Desk desk, params DeploymentResource[] files) => (await desk.DeployAsync(files)).Deployment!.Definitions[0].Key;

    private static async Task RetireAsync(Desk desk, DefinitionKey definition, string reason = "The form is wrong.") =>
        Assert.That(await desk.Node.Retirements.RetireAsync(definition, "ada", reason, None), Is.Null);

    private static async Task TakeBackAsync(Desk desk, DefinitionKey definition) => Assert.That(await desk.Node.Retirements.TakeBackAsync(definition, "grace", None), Is.Null);

    private static async Task<Rejection?> StartAsync(Desk desk, DefinitionKey definition) =>
        (await desk.Node.Instances.StartAsync(Guid.CreateVersion7(), Office.Ada, definition, null, FeelContext.Empty, None)).Rejection;

    private static async Task<Rejection?> StartAsync(Desk desk, string processId) =>
        (await desk.Node.Instances.StartAsync(Guid.CreateVersion7(), Office.Ada, processId, null, FeelContext.Empty, None)).Rejection;

    private static DeploymentResource Calls(string called, string binding, string id = "caller") => Definitions.Around(id,
        $"""<bpmn:callActivity id="x"><bpmn:extensionElements><zeebe:calledElement processId="{called}" {binding}/></bpmn:extensionElements></bpmn:callActivity>""");

    private static DeploymentResource Tagged(string tag) => Definitions.Process("one-task",
        $"""<bpmn:extensionElements><zeebe:versionTag value="{tag}"/></bpmn:extensionElements>{Definitions.StartFlow}{Definitions.UserTask("apl")}{Definitions.EndFlow}""");

    [Test]
    public async Task A_retired_latest_is_started_neither_by_its_id_nor_by_its_key_and_the_version_before_does_not_step_in()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        var first = await DeployAsync(desk, Definitions.OneTask(groups: "apl"));
        var second = await DeployAsync(desk, Definitions.OneTask(groups: "regione"));
        var running = await desk.StartAsync("one-task");
        await RetireAsync(desk, second);

        var (byId, byKey) = (await StartAsync(desk, "one-task"), await StartAsync(desk, second));

        Assert.That((byId!.Reason, byKey!.Reason), Is.EqualTo((RejectionReason.WrongState, RejectionReason.WrongState)));
        Assert.That(byId.Message, Does.Contain("'one-task'").And.Contains("version 2").And.Contains("retired"));
        Assert.That((await desk.RowAsync(running)).Definition, Is.EqualTo(second), "what runs goes on");
        Assert.That(await desk.OpenTaskAsync(running), Is.Not.Null);
        Assert.That(await StartAsync(desk, first), Is.Null, "an older version is a version of its own");
    }

    [Test]
    public async Task Taken_back_it_starts_again_and_both_acts_are_kept()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        var key = await DeployAsync(desk, Definitions.OneTask());
        await RetireAsync(desk, key, "  Wrong group.  ");
        var retiredAt = office.Time.GetUtcNow();
        office.Time.Advance(Hour);

        await TakeBackAsync(desk, key);

        Assert.That(await StartAsync(desk, key), Is.Null);
        await RetireAsync(desk, key, "Again.");
        Assert.That(desk.Node.Definitions.Retirements(key), Is.EqualTo(new[]
        {
            new Retirement(key, retiredAt, "ada", "Wrong group.", new(office.Time.GetUtcNow(), "grace")),
            new Retirement(key, office.Time.GetUtcNow(), "ada", "Again.", null),
        }));
    }

    [Test]
    public async Task What_is_done_twice_or_without_a_reason_or_to_nothing_is_refused()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        var key = await DeployAsync(desk, Definitions.OneTask());

        Assert.That((await desk.Node.Retirements.RetireAsync(key, "ada", "  ", None))!.Reason, Is.EqualTo(RejectionReason.Invalid));
        Assert.That((await desk.Node.Retirements.RetireAsync(key, "ada", new string('x', 1_001), None))!.Reason, Is.EqualTo(RejectionReason.Invalid));
        Assert.That((await desk.Node.Retirements.RetireAsync(new(999), "ada", "Why.", None))!.Reason, Is.EqualTo(RejectionReason.NotFound));
        Assert.That((await desk.Node.Retirements.TakeBackAsync(key, "ada", None))!.Reason, Is.EqualTo(RejectionReason.WrongState));
        await RetireAsync(desk, key);
        Assert.That((await desk.Node.Retirements.RetireAsync(key, "ada", "Why.", None))!.Reason, Is.EqualTo(RejectionReason.WrongState));
    }

    [Test]
    public async Task A_message_waits_while_its_process_is_retired_and_starts_it_when_that_is_taken_back()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        var key = await DeployAsync(desk, Definitions.StartsByMessage());
        await RetireAsync(desk, key);

        await desk.PublishAsync("Start", "A", Hour);
        await desk.QuiesceAsync();
        Assert.That(await desk.InstancesAsync("by-message"), Is.Empty);

        await TakeBackAsync(desk, key);
        await desk.QuiesceAsync();
        Assert.That((await desk.InstancesAsync("by-message")).Select(one => one.Definition), Is.EqualTo(new[] { key }));
    }

    [Test]
    public async Task Starts_by_timer_rest_and_are_planned_anew_without_making_up_for_what_was_due()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        var key = await DeployAsync(desk, Definitions.StartsByTimer("R/PT1H"));
        await RetireAsync(desk, key);

        await desk.PassAsync(5 * Hour);
        Assert.That(await desk.InstancesAsync("by-timer"), Is.Empty);
        Assert.That(await desk.Driver.NextInstantAsync(None), Is.Null);

        await TakeBackAsync(desk, key);
        await desk.QuiesceAsync();
        Assert.That(await desk.InstancesAsync("by-timer"), Is.Empty);
        await desk.PassAsync(Hour);
        Assert.That(await desk.InstancesAsync("by-timer"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_start_on_a_date_that_came_and_went_is_not_begun_once_more()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        var date = office.Start.AddHours(2).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        var key = await DeployAsync(desk, Definitions.Process("by-date",
            $"""
            <bpmn:startEvent id="start"><bpmn:timerEventDefinition><bpmn:timeDate>{date}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:startEvent>
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="x"/>{Definitions.UserTask("apl")}{Definitions.EndFlow}
            """));
        await desk.PassAsync(3 * Hour);
        Assert.That(await desk.InstancesAsync("by-date"), Has.Count.EqualTo(1));

        await RetireAsync(desk, key);
        await TakeBackAsync(desk, key);
        await desk.PassAsync(3 * Hour);

        Assert.That(await desk.InstancesAsync("by-date"), Has.Count.EqualTo(1));
    }

    [TestCase("bindingType=\"latest\"")]
    [TestCase("bindingType=\"versionTag\" versionTag=\"2026\"")]
    public async Task A_version_that_the_latest_of_another_process_calls_is_not_retired_and_the_caller_is_named(string binding)
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        var called = await DeployAsync(desk, Tagged("2026"));
        await DeployAsync(desk, Calls("one-task", binding));

        var refused = (await desk.Node.Retirements.RetireAsync(called, "ada", "Why.", None))!;

        Assert.That(refused.Reason, Is.EqualTo(RejectionReason.WrongState));
        Assert.That(refused.Message, Does.Contain("'caller'").And.Contains("'x'"));
        await DeployAsync(desk, Definitions.OneTask("caller"));
        await RetireAsync(desk, called);
    }

    [Test]
    public async Task A_case_of_an_older_caller_meets_an_incident_at_a_call_of_a_retired_latest_and_goes_on_when_that_is_taken_back()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        var called = await DeployAsync(desk, Definitions.OneTask());
        var caller = await DeployAsync(desk, Calls("one-task", "bindingType=\"latest\""));
        await DeployAsync(desk, Definitions.OneTask("caller"));
        await RetireAsync(desk, called);

        Assert.That(await StartAsync(desk, caller), Is.Null);
        await desk.QuiesceAsync();
        var instance = (await desk.InstancesAsync("caller")).Single();
        var incident = (await desk.Node.Queries.IncidentsAsync(new IncidentQuery { Instance = instance.Instance }, None)).Items.Single();
        Assert.That(incident.Message, Does.Contain("retired").And.Contains("'one-task'"));

        await TakeBackAsync(desk, called);
        Assert.That((await desk.Node.Incidents.ResolveAsync(Guid.CreateVersion7(), Office.Boss, incident.Key, FeelContext.Empty, None)).Rejection, Is.Null);
        await desk.QuiesceAsync();
        Assert.That(await desk.OpenTaskAsync(instance.Instance), Is.Not.Null);
    }

    [Test]
    public async Task A_call_bound_to_its_deployment_still_reaches_a_retired_version()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        var both = (await desk.DeployAsync(Definitions.OneTask(), Calls("one-task", "bindingType=\"deployment\""))).Deployment!.Definitions;
        await RetireAsync(desk, both.Single(one => one.ProcessId == "one-task").Key);

        var instance = await desk.StartAsync("caller");
        await desk.QuiesceAsync();

        Assert.That(await desk.OpenTaskAsync(instance), Is.Not.Null);
        Assert.That((await StartAsync(desk, "one-task"))!.Reason, Is.EqualTo(RejectionReason.WrongState));
    }

    [Test]
    public async Task A_changed_version_starts_and_one_that_only_came_along_stays_retired()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        var first = await DeployAsync(desk, Definitions.StartsByMessage());
        await RetireAsync(desk, first, "Withdrawn.");

        var along = (await desk.DeployAsync(Definitions.StartsByMessage(), Definitions.OneTask())).Deployment!.Definitions.Single(one => one.ProcessId == "by-message").Key;
        await desk.PublishAsync("Start", "A", Hour);
        await desk.QuiesceAsync();
        Assert.That(desk.Node.Definitions.Retirements(along).Single().Reason, Is.EqualTo("Withdrawn."));
        Assert.That(await desk.InstancesAsync("by-message"), Is.Empty);

        var changed = await DeployAsync(desk, Definitions.Process("by-message", $"""
            <bpmn:startEvent id="start"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="x"/>
            {Definitions.UserTask("regione")}{Definitions.EndFlow}
            """, """<bpmn:message id="m" name="Start"/>"""));
        await desk.QuiesceAsync();
        Assert.That((await desk.InstancesAsync("by-message")).Select(one => one.Definition), Is.EqualTo(new[] { changed }));
    }

    [Test]
    public async Task What_somebody_publishes_by_name_is_not_retired_though_its_drawing_is_the_same()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        var file = Definitions.TaskWithForm("review");
        var first = (await desk.DeployAsync(file, Definitions.Form("review", "before"))).Deployment!;
        await RetireAsync(desk, first.Definitions[0].Key);

        var second = await desk.Node.Deployments.DeployAsync(
            [file, Definitions.Form("review", "after")], "ada", new(first.Key, new(Guid.CreateVersion7(), "", 0, [], null)), None);

        Assert.That(desk.Node.Definitions.IsRetired(second.Deployment!.Definitions[0].Key), Is.False);
        Assert.That(await StartAsync(desk, "with-form"), Is.Null);
    }

    [Test]
    public async Task Nothing_is_migrated_to_a_retired_version_neither_alone_nor_by_a_list_that_was_rehearsed_before()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        var first = await DeployAsync(desk, TwoVersions.First);
        var instance = await desk.StartAsync(TwoVersions.Id, ("at", FeelValue.Of("task")), ("key", FeelValue.Of("1")));
        await desk.QuiesceAsync();
        var target = new MigrationTarget(first, await DeployAsync(desk, TwoVersions.Second), []);
        var (list, _) = await desk.Node.Migrations.RehearseAsync(null, "ada", target, None);
        await RetireAsync(desk, target.Target);

        var again = (await desk.Node.Migrations.RehearseAsync(null, "ada", target, None)).Rejection;
        var alone = (await desk.Node.Migrations.MigrateAsync(Guid.CreateVersion7(), Office.Boss, ScopeKey.RootOf(instance), target.Target, [], None)).Rejection;
        await desk.Node.Batches.ExecuteAsync(list!.Id, list.Hash, "ada", None);
        await desk.QuiesceAsync();

        Assert.That((again!.Reason, alone!.Reason), Is.EqualTo((RejectionReason.WrongState, RejectionReason.WrongState)));
        var row = (await desk.Node.Batches.RowsAsync(list.Id, null, null, new Paging(0, 10), None)).Items.Single();
        Assert.That((row.Outcome, (await desk.RowAsync(instance)).Definition), Is.EqualTo((BatchOutcome.Refused, first)));
        Assert.That(row.OutcomeMessage, Does.Contain("retired"));
    }

    [Test]
    public async Task Another_node_and_the_next_start_of_this_one_know()
    {
        await using var office = await Office.OpenAsync();
        var (here, there) = (await office.NodeAsync(), await office.NodeAsync());
        var key = await DeployAsync(here, Definitions.OneTask());
        await there.Node.OpenAsync(None);
        await RetireAsync(here, key);

        await there.Node.Definitions.RefreshAsync(None);
        var later = await office.NodeAsync();
        await later.Node.OpenAsync(None);

        Assert.That((await StartAsync(there, key))!.Reason, Is.EqualTo(RejectionReason.WrongState));
        Assert.That((await StartAsync(later, key))!.Reason, Is.EqualTo(RejectionReason.WrongState));
        Assert.That((await there.Node.Retirements.RetireAsync(key, "ada", "Why.", None))!.Reason, Is.EqualTo(RejectionReason.WrongState));
        await TakeBackAsync(there, key);
        await here.Node.Definitions.RefreshAsync(None);
        Assert.That(await StartAsync(here, key), Is.Null);
    }

    [Test]
    public async Task A_stale_node_starts_nothing_by_a_timer_that_was_taken_away()
    {
        await using var office = await Office.OpenAsync();
        var (here, there) = (await office.NodeAsync(), await office.NodeAsync());
        var key = await DeployAsync(here, Definitions.StartsByTimer("R/PT1H"));
        await there.Node.OpenAsync(None);
        await RetireAsync(here, key);

        await there.PassAsync(3 * Hour);

        Assert.That(await here.InstancesAsync("by-timer"), Is.Empty);
    }
}
