using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Orchestrator.Engine;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Hosting.Scenarios;
using Orchestrator.Interpreter;
using Orchestrator.Storage;

namespace Orchestrator.Benchmarks;

/// <summary>64 clients in the process, each in a loop: start an instance of one user task, claim it, complete it. The whole engine works: lanes, group commit, pumps.</summary>
internal static class OneTask
{
    private const int Clients = 64;
    private const int WarmUpSeconds = 2;

    private static readonly DeploymentResource _definition = new("one-task.bpmn", ResourceKind.Bpmn, """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="t">
          <bpmn:process id="one-task" isExecutable="true">
            <bpmn:startEvent id="start"/><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="review"/>
            <bpmn:userTask id="review" name="Review"><bpmn:extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="apl"/></bpmn:extensionElements></bpmn:userTask>
            <bpmn:sequenceFlow id="f2" sourceRef="review" targetRef="end"/><bpmn:endEvent id="end"/>
          </bpmn:process>
        </bpmn:definitions>
        """);

    public static async Task<Measured> MeasureAsync(string name, string raw, EngineStorage storage, int seconds, Func<Task<long>> sizeOnDisk)
    {
        var counting = new CountingStore(storage.Store);
        var stores = storage.Ports with { Store = counting };
        await using var node = new EngineNode(stores, new EngineOptions { Lanes = 8 }, ItalianCalendars.Default, TimeProvider.System, new SilentSender(), NullLoggerFactory.Instance);
        await using var host = new EngineHost(node);
        await host.StartAsync(CancellationToken.None);
        await node.Deployments.DeployAsync([_definition], "bench", CancellationToken.None);

        var times = new List<long>[Clients];
        using var stop = new CancellationTokenSource();
        var measuring = false;
        var clients = Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            var mine = times[client] = [];
            while (!stop.IsCancellationRequested)
            {
                var since = Stopwatch.GetTimestamp();
                await OneAsync(node);
                if (Volatile.Read(ref measuring)) mine.Add(Stopwatch.GetTimestamp() - since);
            }
        })).ToList();

        await Task.Delay(TimeSpan.FromSeconds(WarmUpSeconds));
        var (before, allocated, size) = (counting.Counted, GC.GetTotalAllocatedBytes(), await sizeOnDisk());
        Volatile.Write(ref measuring, true);
        var watch = Stopwatch.StartNew();
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        Volatile.Write(ref measuring, false);
        var elapsed = watch.Elapsed;
        var (after, allocatedAfter) = (counting.Counted, GC.GetTotalAllocatedBytes());
        await stop.CancelAsync();
        await Task.WhenAll(clients);

        var all = times.SelectMany(list => list).Order().ToArray();
        double count = all.Length;
        return new Measured(name, raw)
        {
            InstancesPerSecond = count / elapsed.TotalSeconds,
            RowsPerInstance = (after.Rows - before.Rows) / count,
            CommandsPerInstance = (after.Members - before.Members) / count,
            CommitsPerInstance = (after.Commits - before.Commits) / count,
            BytesPerInstance = (await sizeOnDisk() - size) / count,
            AllocatedBytesPerInstance = (allocatedAfter - allocated) / count,
            P50 = Percentile(all, 0.50),
            P99 = Percentile(all, 0.99),
        };
    }

    private static async Task OneAsync(EngineNode node)
    {
        var actor = new Actor("ada", ["apl"]);
        var started = await node.Instances.StartAsync(Guid.CreateVersion7(), actor, "one-task", null, FeelContext.Of(("applicant", FeelValue.Of("Ada"))), CancellationToken.None);
        var instance = (started.Acceptance ?? throw new InvalidOperationException(started.Rejection!.Message)).Instance;
        var state = await node.Instances.StateAsync(instance) ?? throw new InvalidOperationException("The instance that was just started is gone.");
        var task = state.Elements.Values.Single(element => element.UserTask is not null).Key;
        Check(await node.Commands.SubmitAsync(new Submission(Guid.CreateVersion7(), instance, actor, new Command.ClaimUserTask(task)), CancellationToken.None));
        Check(await node.Commands.SubmitAsync(new Submission(Guid.CreateVersion7(), instance, actor, new Command.CompleteUserTask(task, FeelContext.Of(("ok", FeelValue.Of(true))))), CancellationToken.None));
    }

    private static void Check(SubmitResult result)
    {
        if (result.Rejection is { } refused) throw new InvalidOperationException(refused.Message);
    }

    private static TimeSpan Percentile(long[] sorted, double share) =>
        sorted.Length == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(0, sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * share)]);
}
