using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Testing;

namespace Orchestrator.Engine.Tests.Verification;

/// <summary>Instances that rest with a row in every table: tasks, timers, subscriptions, jobs, an incident, a called process, search variables, a reservation, snapshots; and a large multi-instance under way.</summary>
internal static class StillLife
{
    /// <summary>More bodies than one batch activates, so that a continuation stands.</summary>
    private const int Bodies = 1_001;

    public static async Task MakeAsync(EngineNode node, ManualTime time)
    {
        await DeployAsync(node, Definitions.Everything(), Definitions.StartsByMessage(), Definitions.OneJob("work"), Many(), Calls());
        await StartAsync(node, "everything", ("key", FeelValue.Of("K1")), ("caseId", FeelValue.Of("C1")), ("city", FeelValue.Of("Torino")));
        var second = await StartAsync(node, "everything", ("key", FeelValue.Of("K2")), ("caseId", FeelValue.Of("C2")), ("city", new FeelNumber(Decimal34.From(42.5m))));
        await CompleteJobAsync(node, second);
        var failing = await StartAsync(node, "one-job", ("caseId", FeelValue.Of("C3")));
        await FailJobAsync(node, failing);
        await StartAsync(node, "one-job", ("caseId", FeelValue.Of("C4")));
        var third = await StartAsync(node, "calls", ("key", FeelValue.Of("K3")), ("caseId", FeelValue.Of("C5")));
        await CompleteJobAsync(node, third);
        await TaskDoneAsync(node, third);
        await PublishAsync(node, "Start", "A");
        await new EngineDriver(node).QuiesceAsync(CancellationToken.None);
        time.Advance(TimeSpan.FromHours(1));
    }

    /// <summary>The large multi-instance; nothing is driven afterwards.</summary>
    public static async Task MakeManyAsync(EngineNode node)
    {
        await StartAsync(node, "many", ("items", FeelList.From(Enumerable.Range(0, Bodies).Select(i => new FeelNumber(Decimal34.From((decimal)i))))));
    }

    private static DeploymentResource Many() => Definitions.Around("many",
        """
        <bpmn:userTask id="x"><bpmn:extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="apl"/></bpmn:extensionElements>
        <bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=items" inputElement="item"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>
        """);

    private static DeploymentResource Calls() => Definitions.Around("calls",
        """<bpmn:callActivity id="x"><bpmn:extensionElements><zeebe:calledElement processId="everything"/></bpmn:extensionElements></bpmn:callActivity>""");

    private static async Task DeployAsync(EngineNode node, params DeploymentResource[] resources)
    {
        var result = await node.Deployments.DeployAsync(resources, "ada", CancellationToken.None);
        Assert.That(result.Diagnostics.Where(one => one.Descriptor.Severity == Diagnostics.Severity.Error), Is.Empty);
        Assert.That(result.Rejection, Is.Null);
    }

    private static async Task<InstanceId> StartAsync(EngineNode node, string processId, params (string, FeelValue)[] variables)
    {
        var result = await node.Instances.StartAsync(Guid.CreateVersion7(), Office.Ada, processId, "BK-1", FeelContext.Of(variables), CancellationToken.None);
        Assert.That(result.Rejection, Is.Null);
        return result.Acceptance!.Instance;
    }

    private static async Task CompleteJobAsync(EngineNode node, InstanceId instance)
    {
        var job = await JobAsync(node, instance);
        Accepted(await node.Jobs.CompleteAsync(Guid.CreateVersion7(), Office.Boss, job.Key, job.Attempt, FeelContext.Empty, CancellationToken.None));
    }

    private static async Task FailJobAsync(EngineNode node, InstanceId instance)
    {
        var job = await JobAsync(node, instance);
        Accepted(await node.Jobs.FailAsync(Guid.CreateVersion7(), Office.Boss, job.Key, job.Attempt, retriesLeft: 0, "out of order", null, CancellationToken.None));
    }

    private static async Task TaskDoneAsync(EngineNode node, InstanceId instance)
    {
        var task = (await node.Queries.TasksAsync(new TaskQuery { Instance = instance, State = TaskRowState.Created }, CancellationToken.None)).Items.Single();
        Accepted(await node.Tasks.ClaimAsync(Guid.CreateVersion7(), Office.Ada, task.Key, null, CancellationToken.None));
        Accepted(await node.Tasks.CompleteAsync(Guid.CreateVersion7(), Office.Ada, task.Key, FeelContext.Empty, null, CancellationToken.None));
    }

    private static async Task PublishAsync(EngineNode node, string name, string key) =>
        Assert.That((await node.Messages.PublishAsync(new(name, key, TimeSpan.FromDays(1), FeelContext.Empty), CancellationToken.None)).Rejection, Is.Null);

    private static async Task<JobRow> JobAsync(EngineNode node, InstanceId instance) =>
        (await node.Queries.JobsAsync(new JobQuery { Instance = instance }, CancellationToken.None)).Items.Single().Job;

    private static void Accepted(SubmitResult result) => Assert.That(result.Rejection, Is.Null);
}
