using Microsoft.Extensions.Logging;
using Orchestrator.Bpmn.Model;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Interpreter.Timers;

namespace Orchestrator.Engine.Timers;

/// <summary>
/// Starts instances by the timer start events of deployed processes. The row moves on in the transaction that starts the instance, on the condition that it stands where it stood:
/// each due instant starts one instance, whatever dies in between.
/// </summary>
internal sealed class StartTimerPump(
    ProcessEngine engine, IWorkQueue queue, DefinitionCatalog definitions, EngineOptions options, WorkSignals signals, EngineMetrics metrics, TimeProvider time, ILogger log) : IPump
{
    private static readonly Actor Timers = Actor.System("timers");

    public string Name => "timer start";

    public AsyncSignal Signal => signals.StartTimers;

    public TimeSpan Rest => options.PollInterval;

    public async Task<bool> TickAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var due = await queue.ClaimStartTimersAsync(now, options.ClaimFor, options.ClaimBatch, cancellation).ConfigureAwait(false);
        foreach (var row in due) await StartAsync(row, now, cancellation).ConfigureAwait(false);
        return due.Count > 0;
    }

    private async Task StartAsync(StartTimerRow row, DateTimeOffset now, CancellationToken cancellation)
    {
        var process = await definitions.FindAsync(row.Definition).ConfigureAwait(false);
        Invariant.Holds(process is not null, "a timer start belongs to a deployed definition");
        var element = new ElementId(row.Element);
        var catchUp = ((EventDefinition.Timer)((StartEventNode)process.Graph[element]).Definition!).CatchUp;
        var world = definitions.World;
        var next = StartTimers.Next(
            new StartTimer(row.DueAt, row.Schedule, row.Repetitions), catchUp, new FeelEnvironment(now, world.Zone, world.Zones, world.Calendars));

        var instance = await engine.NewInstanceIdAsync(cancellation).ConfigureAwait(false);
        var submission = new Submission(Guid.CreateVersion7(now), instance, Timers, new Command.StartInstance(row.Definition, null, FeelContext.Empty, element, null))
        {
            Rows = [new RowChange.AdvanceStartTimer(row.Definition, row.Element, row.DueAt, next?.DueAt, next?.Repetitions)],
        };
        var result = await engine.SubmitAsync(submission, CancellationToken.None).ConfigureAwait(false);
        if (result.Acceptance is { } accepted) metrics.TimerFired(accepted.At - row.DueAt);
        else if (result.Rejection!.Reason != RejectionReason.AlreadyExists) log.StartTimerRefused(row.Element, row.Definition, result.Rejection.Reason);
    }
}
