using Microsoft.Extensions.Logging;
using Orchestrator.Bpmn.Model;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Deployments;

/// <summary>
/// Versions that start no new process any more, until that is taken back (docs/designer.md). Who may is decided by the door. This node knows at once, other nodes by their next sweep;
/// starts by message and timer, which stand in the database, end for all nodes at once.
/// </summary>
public sealed class RetirementDesk
{
    private const int AttemptsMax = 5;

    private readonly IDeploymentStore _store;
    private readonly DefinitionCatalog _definitions;
    private readonly WorkSignals _signals;
    private readonly TimeProvider _time;
    private readonly ILogger _log;

    internal RetirementDesk(IDeploymentStore store, DefinitionCatalog definitions, WorkSignals signals, TimeProvider time, ILogger log)
    {
        _store = store;
        _definitions = definitions;
        _signals = signals;
        _time = time;
        _log = log;
    }

    /// <summary>
    /// Retires a version. Null when it is; NotFound when there is no such version, Invalid for a reason that is empty or longer than <see cref="EngineLimits.RetirementReasonLengthMax"/>,
    /// WrongState when it is retired already, or when the latest version of another process would call it: that caller is named.
    /// </summary>
    public Task<Rejection?> RetireAsync(DefinitionKey definition, string by, string reason, CancellationToken cancellation) => TryAsync(definition, async process =>
    {
        if (reason.Trim() is not { Length: > 0 and <= EngineLimits.RetirementReasonLengthMax } why || !KeptText.FitsColumn(why))
            return (new(RejectionReason.Invalid, $"Expected a reason of 1 to {EngineLimits.RetirementReasonLengthMax} characters without NUL and half characters, but found {reason.Trim().Length}."), true);
        if (_definitions.IsRetired(definition)) return (new(RejectionReason.WrongState, $"Expected a version that is not retired, but version {process.Version} of '{process.Graph.ProcessId}' is: nothing is to be done."), true);
        if (Find(process) is var (caller, call))
            return (new(RejectionReason.WrongState, WhyCalled(process, caller, call)), true);
        var done = await _store.RetireAsync(new(definition, _time.GetUtcNow(), by, why, null), _definitions.LastDeployment, cancellation).ConfigureAwait(false);
        if (done) _log.Retired(definition);
        return (null, done);
    }, cancellation);

    /// <summary>
    /// Takes the retirement of a version back. When it is the latest, messages start it again, those too that wait buffered; its timers are planned from now, and nothing that was due meanwhile is made up for.
    /// Null when it is done; NotFound when there is no such version, WrongState when it is not retired.
    /// </summary>
    public Task<Rejection?> TakeBackAsync(DefinitionKey definition, string by, CancellationToken cancellation) => TryAsync(definition, async process =>
    {
        if (!_definitions.IsRetired(definition)) return (new(RejectionReason.WrongState, $"Expected a retired version, but version {process.Version} of '{process.Graph.ProcessId}' is not: nothing is to be done."), true);
        var now = _time.GetUtcNow();
        var starts = _definitions.View.LatestOf(process.Graph.ProcessId)!.Key == definition ? ProcessStarts.Again(process, _definitions.World, now) : DefinitionStarts.None;
        var done = await _store.TakeBackAsync(definition, new(now, by), starts, _definitions.LastDeployment, cancellation).ConfigureAwait(false);
        if (done)
        {
            _log.RetirementTakenBack(definition);
            _signals.SweepMessages();
            _signals.StartTimers.Set();
        }
        return (null, done);
    }, cancellation);

    private static string WhyCalled(DeployedProcess called, DeployedProcess caller, ElementId call) =>
        $"Expected a version that no other process calls, but '{call}' of '{caller.Graph.ProcessId}' (version {caller.Version}, its latest) calls version {called.Version} of '{called.Graph.ProcessId}': "
        + $"publish a version of '{caller.Graph.ProcessId}' without that call, or retire it first.";

    // What the answer rests on is what this node knows; when the store has seen a deployment or a retirement more, it is looked at again.
    private async Task<Rejection?> TryAsync(DefinitionKey definition, Func<DeployedProcess, Task<(Rejection? Rejection, bool Done)>> step, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= AttemptsMax; attempt++)
        {
            await _definitions.RefreshAsync(cancellation).ConfigureAwait(false);
            if (await _definitions.FindAsync(definition).ConfigureAwait(false) is not { } process) return new(RejectionReason.NotFound, $"Expected a deployed definition {definition}, but there is none.");
            var (rejection, done) = await step(process).ConfigureAwait(false);
            if (!done) continue;
            await _definitions.RefreshAsync(cancellation).ConfigureAwait(false);
            return rejection;
        }
        return new(RejectionReason.Overloaded, $"Expected to settle definition {definition}, but others deployed {AttemptsMax} times meanwhile; try again.");
    }

    /// <summary>The latest version of another process that calls this version as the latest or by its tag, as far as this node knows; one that is retired itself calls for nobody new. Null when there is none.</summary>
    public DefinitionRecord? CallerOf(DefinitionKey definition) => Find(_definitions.View.Get(definition)) is var (caller, _) ? _definitions.Record(caller.Key) : null;

    private (DeployedProcess Caller, ElementId Call)? Find(DeployedProcess called)
    {
        var view = _definitions.View;
        foreach (var record in _definitions.Latest)
        {
            if (record.ProcessId == called.Graph.ProcessId || view.IsRetired(record.Key)) continue;
            var caller = view.Get(record.Key);
            foreach (var node in caller.Graph.Nodes)
                if (node is CallActivityNode { Binding: not Binding.Deployment, ProcessId: BpmnValue.Fixed { Text: var id } } call && id == called.Graph.ProcessId && view.Resolve(id, call.Binding, call.VersionTag, caller)?.Key == called.Key)
                    return (caller, call.Id);
        }
        return null;
    }
}
