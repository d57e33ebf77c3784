using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter.Migrating;

/// <summary>
/// How one process of an instance goes on under another version, or what stands against it. Asked by a rehearsal and by the command alike, so that what a rehearsal says comes true.
/// Nothing is changed by asking.
/// </summary>
internal sealed class MigrationPlan
{
    private readonly Run _run;
    private readonly DeployedProcess _source;
    private readonly DeployedProcess _target;
    private readonly ElementMap _map;
    private readonly HashSet<ScopeKey> _inside;
    private readonly List<MigrationProblem> _problems = [];
    private readonly List<ScopeKey> _withdrawn = [];
    private readonly List<NewWait> _opened = [];
    private readonly ImmutableArray<TaskMigrated>.Builder _tasks = ImmutableArray.CreateBuilder<TaskMigrated>();
    private readonly ImmutableArray<ScopeKey>.Builder _forgotten = ImmutableArray.CreateBuilder<ScopeKey>();
    private readonly ScopeKey _process;

    private MigrationPlan(Run run, Command.MigrateInstance command)
    {
        _run = run;
        _process = command.Process;
        _source = run.ProcessOf(run[command.Process]);
        _target = run.World.Definitions.Get(command.Target);
        _map = new ElementMap(_target.Graph, command.Mapping);
        _inside = run.State.InsideProcess(command.Process);
    }

    public static MigrationPlan Of(Run run, Command.MigrateInstance command)
    {
        var plan = new MigrationPlan(run, command);
        plan.Make();
        return plan;
    }

    public MigrationFindings Findings => new([.. _problems.OrderByDescending(problem => problem.Verdict)]);

    /// <summary>Timers and subscriptions that the new version does not have.</summary>
    public IReadOnlyList<ScopeKey> Withdrawn => _withdrawn;

    /// <summary>What the new version waits for and the old one did not.</summary>
    public IReadOnlyList<NewWait> Opened => _opened;

    public InstanceEvent.InstanceMigrated Migrated => new(_process, _source.Key, _target.Key, _map.Renamed, _tasks.ToImmutable(), _forgotten.ToImmutable());

    private void Make()
    {
        foreach (var key in _inside.Order())
        {
            var element = _run[key];
            if (element.Type == ElementType.Process) Waits(element, null, null);
            else Element(element);
        }
        foreach (var join in _run.State.WaitingTokens.Keys.Where(join => _inside.Contains(join.Parent)).GroupBy(join => (join.Parent, join.Gateway)).OrderBy(join => join.Key.Parent)) Join(join.Key.Parent, join.Key.Gateway);
        foreach (var fired in _run.State.FiredTimers.Values.Where(fired => _run.State.IsInside(_inside, fired)))
            if (!StillCorrectable(fired)) _forgotten.Add(fired.Timer.Key);
        if (_opened.Count > 0 && _run.State.NextCounter > ScopeKey.CounterMax - Limits.KeysReserved)
            Impossible(MigrationReason.NotArmed, new(_target.Graph.ProcessId), "The instance has used up its keys: nothing new can be waited for.");
    }

    // ---- element instances

    private void Element(ElementInstance element)
    {
        var source = _source.Graph[element.Element];
        if (_map.Of(element.Element) is not { } target)
        {
            Missing(MigrationReason.ElementGone, element.Element, $"'{element.Element}' is active and version {_target.Version} has no such element: name its counterpart.");
            return;
        }
        if (StandsForItsHolder(element))
        {
            if (!Counterparts.AreAlike(source, target)) return;
        }
        else if (WhyNotCounterpart(element, source, target) is { } why)
        {
            Impossible(why.Reason, element.Element, why.Message);
            return;
        }
        if (element.Job is not null && JobOf(target) is null)
            Impossible(MigrationReason.WorkDiffers, element.Element, $"'{element.Element}' waits for a worker, but '{target.Id}' of version {_target.Version} is no job.");
        if (element.Type == ElementType.CallActivity) Called(element, (CallActivityNode)source, (CallActivityNode)target);
        if (element.UserTask is { } task && target is UserTaskNode user && (task.Name, task.FormId, task.EscalationOf) != (user.Name, user.FormId, user.EscalationOf))
            _tasks.Add(new(element.Key, user.Name, user.FormId, user.EscalationOf));
        Waits(element, source, target);
    }

    // An item of a multi-instance, and a path in an ad-hoc sub-process, have the element of what holds them, which has been looked at.
    private bool StandsForItsHolder(ElementInstance element) =>
        element.Type == ElementType.AdHocSubProcessInnerInstance || _run[element.Parent!.Value].Type == ElementType.MultiInstanceBody;

    private (MigrationReason Reason, string Message)? WhyNotCounterpart(ElementInstance element, FlowNode source, FlowNode target)
    {
        if (Counterparts.WhyNotSameType(element, source, target) is { } differs) return differs;
        return StandsIn(element.Parent!.Value, target)
            ? null
            : (MigrationReason.OtherScope, $"'{element.Element}' is active, and '{target.Id}' of version {_target.Version} stands in another scope ({target.Parent?.Value ?? "the process"}).");
    }

    // A scope without a counterpart is a finding by itself; what is in it may still have one.
    private bool StandsIn(ScopeKey parent, FlowNode target)
    {
        var scope = _run[parent];
        if (scope.Type == ElementType.Process) return target.Parent is null;
        return _map.Of(scope.Element) is not { } counterpart || target.Parent == counterpart.Id;
    }

    private static JobDefinition? JobOf(FlowNode node) => node switch
    {
        ServiceTaskNode task => task.Job,
        SendTaskNode task => task.Job,
        ScriptTaskNode task => task.Job,
        BusinessRuleTaskNode task => task.Job,
        IntermediateThrowEventNode thrown => thrown.Job,
        EndEventNode end => end.Job,
        _ => null,
    };

    private void Called(ElementInstance call, CallActivityNode source, CallActivityNode target)
    {
        if (_run.State.Elements.Values.FirstOrDefault(element => element.Parent == call.Key && element.Type == ElementType.Process) is not { } called) return;
        var same = target.ProcessId switch
        {
            BpmnValue.Fixed fixedId => fixedId.Text == called.Element.Value,
            BpmnValue.Computed computed => source.ProcessId is BpmnValue.Computed before && before.Expression.Text == computed.Expression.Text,
            _ => false,
        };
        if (!same) Impossible(MigrationReason.CalledProcessDiffers, call.Element, $"'{call.Element}' has called '{called.Element}', but '{target.Id}' of version {_target.Version} calls another process.");
    }

    // ---- timers and messages

    private void Waits(ElementInstance host, FlowNode? source, FlowNode? target)
    {
        var before = HostedEvents.Of(_run, host, _source.Graph, source);
        var after = HostedEvents.Of(_run, host, _target.Graph, target);
        var kept = new Dictionary<ElementId, ElementId>();
        foreach (var one in before)
        {
            var counterpart = one.Id == source?.Id ? target : _map.Of(one.Id);
            if (counterpart is not null && after.Contains(counterpart) && HostedEvents.SamePart(one, counterpart) && !kept.ContainsValue(counterpart.Id)) kept[one.Id] = counterpart.Id;
            else if (one.Id == source?.Id || _map.Names(one.Id))
                Impossible(MigrationReason.EventDiffers, one.Id, $"'{one.Id}' is waited for, but '{counterpart?.Id}' of version {_target.Version} is no such event in the same place.");
        }
        _withdrawn.AddRange(host.Waits.Where(wait => !kept.ContainsKey(ElementOf(wait))));
        if (host.Status != ElementStatus.Active) return;
        foreach (var one in after)
            if (!kept.ContainsValue(one.Id) && !(one is StartEventNode && host.InterruptedByEvent)) Open(host, one);
    }

    private ElementId ElementOf(ScopeKey wait) =>
        _run.State.Timers.TryGetValue(wait, out var timer) ? timer.Element : _run.State.Subscriptions[wait].Element;

    private void Open(ElementInstance host, FlowNode node)
    {
        var opened = NewWait.Of(_run, host, node);
        if (opened.Failure is { } failure) Impossible(MigrationReason.NotArmed, node.Id, $"'{node.Id}' is new in version {_target.Version} and cannot be waited for. {failure.Message}");
        else _opened.Add(opened.Value!);
    }

    // A fired timer is kept so that a correction can take its escalation back: only where what it would go back to is still the same.
    private bool StillCorrectable(FiredTimerState fired)
    {
        if (_map.Of(fired.Timer.Element) is not { } timer || Events.DefinitionOf(timer) is not EventDefinition.Timer || !HostedEvents.SamePart(_source.Graph[fired.Timer.Element], timer)) return false;
        if (timer is not BoundaryEventNode boundary) return true;
        if (_source.Graph.Find(fired.HostElement) is not { } from || _map.Of(fired.HostElement) is not { } to) return false;
        return boundary.AttachedTo == to.Id && Counterparts.AreAlike(from, to) && StandsIn(fired.HostParent, to);
    }

    // ---- joins

    private void Join(ScopeKey parent, ElementId gateway)
    {
        if (_map.Of(gateway) is not { } target)
        {
            Missing(MigrationReason.ElementGone, gateway, $"Tokens wait at '{gateway}' and version {_target.Version} has no such element: name its counterpart.");
            return;
        }
        var before = _source.Graph[gateway].Incoming.Select(flow => flow.Id).ToList();
        if (target is not ParallelGatewayNode || !StandsIn(parent, target) || target.Incoming.Length != before.Count)
        {
            Impossible(MigrationReason.JoinDiffers, gateway, $"Tokens wait at '{gateway}', but '{target.Id}' of version {_target.Version} does not join {before.Count} flows in the same scope.");
            return;
        }
        var after = target.Incoming.Select(flow => flow.Id).ToHashSet();
        foreach (var flow in before)
            if (!after.Remove(_map.OfFlow(flow)))
                Missing(MigrationReason.FlowGone, flow, $"Tokens wait at '{gateway}', and '{target.Id}' of version {_target.Version} has no flow '{_map.OfFlow(flow)}' that no other stands for: name the counterpart of '{flow}'.");
    }

    private void Missing(MigrationReason reason, ElementId element, string message) => _problems.Add(new(MigrationVerdict.NeedsMapping, reason, element, message));

    private void Impossible(MigrationReason reason, ElementId element, string message) => _problems.Add(new(MigrationVerdict.Impossible, reason, element, message));
}
