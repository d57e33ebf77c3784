using Orchestrator.Bpmn.Model;
using Orchestrator.Interpreter.Elements;
using Orchestrator.Interpreter.Evaluation;
using Orchestrator.Interpreter.State;
using Orchestrator.Interpreter.Timers;

namespace Orchestrator.Interpreter.Commands;

/// <summary>What corrected variables mean for timers: armed ones are armed anew, and what fired ones have started is taken back where the new instant is still to come.</summary>
internal sealed class TimerCorrection(Run run, CorrectedFacts facts, string reason)
{
    public Rejection? Apply()
    {
        foreach (var host in run.State.Elements.Values.Where(IsActive).Select(element => element.Key).ToList())
        {
            // An escalation withdrawn on the way may have ended this one.
            if (!IsActive(run.Find(host))) continue;
            foreach (var (node, timer) in TimersOf(host))
                if (Reads(timer, host) && Correct(host, node, timer) is { } rejection) return rejection;
        }

        foreach (var fired in run.State.FiredTimers.Values.Where(fired => fired.Interrupted).ToList())
            if (run.State.FiredTimers.ContainsKey(fired.Timer.Key)) TakeBack(fired);
        return null;
    }

    private static bool IsActive(ElementInstance? element) => element is { Status: ElementStatus.Active };

    /// <summary>Every timer that an instance hosts when it is active, armed or not.</summary>
    private List<(FlowNode Node, EventDefinition.Timer Timer)> TimersOf(ScopeKey key)
    {
        var host = run[key];
        var graph = run.GraphOf(host);
        var nodes = new List<FlowNode>();
        if (ElementTypes.IsScope(host.Type) && !host.InterruptedByEvent)
            nodes.AddRange(graph.EventSubProcessesIn(host.Type == ElementType.Process ? null : host.Element).SelectMany(sub => graph.StartEventsIn(sub.Id)));
        if (host.Type != ElementType.Process)
        {
            var node = graph[host.Element];
            if (node is IntermediateCatchEventNode) nodes.Add(node);
            if (node is EventBasedGatewayNode) nodes.AddRange(node.Outgoing.Select(flow => graph[flow.Target]));
            if (node is ActivityNode activity && ElementTypes.CarriesBoundaryEvents(run, host)) nodes.AddRange(graph.BoundaryEventsOf(activity));
        }
        return [.. nodes.Where(node => Events.DefinitionOf(node) is EventDefinition.Timer).Select(node => (node, (EventDefinition.Timer)Events.DefinitionOf(node)!))];
    }

    private bool Reads(EventDefinition.Timer timer, ScopeKey seenFrom)
    {
        var variables = new VariableScope(run.State, seenFrom);
        return TimerPlan.Source(timer).Reads.Any(name => facts.Sees(variables, name));
    }

    private Rejection? Correct(ScopeKey host, FlowNode node, EventDefinition.Timer timer)
    {
        var planned = TimerPlan.Compute(run, timer, new VariableScope(run.State, host), run[host].ActivatedAt ?? run.At);
        if (planned.Failure is { } failure) return new(RejectionReason.Invalid, $"Expected the corrected facts to give timer '{node.Id}' an instant, but they do not. {failure.Message}");
        var plan = planned.Value;
        if (ArmedOf(host, node) is { } armed)
        {
            if (armed.HeldBy is { } incident) run.Emit(new InstanceEvent.IncidentResolved(incident, IncidentResolution.Retried));
            run.Emit(new InstanceEvent.TimerDisarmed(armed.Key, reason));
            Arming.Arm(run, host, node, timer, plan);
        }
        else if (Events.IsReminder(node)) CorrectDone(host, node, timer, plan);
        return null;
    }

    // The reminder has fired or was skipped; its host lives. Only an instant still to come makes it a reminder again.
    private void CorrectDone(ScopeKey host, FlowNode node, EventDefinition.Timer timer, TimerPlan plan)
    {
        var fired = run.State.FiredTimers.Values.FirstOrDefault(fired => fired.Timer.Host == host && fired.Timer.Element == node.Id);
        if (plan.DueAt is { } dueAt && dueAt > run.At)
        {
            if (fired is not null) Withdraw(fired);
            Arming.Arm(run, host, node, timer, plan);

            // The task of an event sub-process may have been the last thing its scope was waiting for.
            Scopes.CompleteWhenDone(run, host);
        }
        else if (fired is not null) Keep(fired, plan.DueAt ?? fired.Timer.DueAt, EscalationKeptReason.StillPassed);
    }

    // The timer has ended its host: when its corrected instant is still to come, the escalation goes and the token comes back.
    private void TakeBack(FiredTimerState fired)
    {
        var scope = run[fired.HostParent];

        // A boundary event has ended its host and stands in the process around it; an event sub-process stands in its host's own process, which may be a called one.
        if (run.GraphOf(run.Find(fired.Timer.Host) ?? scope).Find(fired.Timer.Element) is not { } node) return;
        var seenFrom = node is StartEventNode ? fired.Timer.Host : fired.HostParent;

        // The scope that an event sub-process had interrupted has ended since: nothing of it is left to be corrected.
        if (run.Find(seenFrom) is null) return;
        var timer = (EventDefinition.Timer)Events.DefinitionOf(node)!;
        if (!Reads(timer, seenFrom)) return;

        // What was local to the host is gone with it; an expression that needs it cannot be evaluated again.
        var plan = TimerPlan.Compute(run, timer, new VariableScope(run.State, seenFrom), fired.HostActivatedAt ?? run.At);
        if (plan.Failure is not null || plan.Value.DueAt is not { } dueAt) Keep(fired, fired.Timer.DueAt, EscalationKeptReason.NotReversible);
        else if (dueAt <= run.At) Keep(fired, dueAt, EscalationKeptReason.StillPassed);
        else if (node is StartEventNode) Keep(fired, dueAt, EscalationKeptReason.NotReversible);
        else GiveBack(fired, scope, dueAt);
    }

    // As many tokens come back as had been taken and still stand at their escalation: several when several runs of the activity were ended.
    private void GiveBack(FiredTimerState fired, ElementInstance scope, DateTimeOffset dueAt)
    {
        var taken = run.State.FiredTimers.Values.Count(other => other.Interrupted && other.HostParent == fired.HostParent && other.Timer.Element == fired.Timer.Element);
        var withdrawn = Withdraw(fired);
        if (withdrawn == 0) Keep(fired, dueAt, EscalationKeptReason.PathMovedOn);
        for (var token = 0; token < Math.Min(taken, withdrawn); token++)
            Scopes.Enter(run, fired.HostParent, scope.Definition, run.GraphOf(scope)[fired.HostElement]);
    }

    private void Keep(FiredTimerState fired, DateTimeOffset dueAt, EscalationKeptReason why) =>
        run.Emit(new InstanceEvent.EscalationKept(fired.Timer.Key, fired.Timer.Element, dueAt, why));

    /// <summary>Ends every open task that stands for this escalation, and the sub-processes on its path that this leaves empty.</summary>
    /// <returns>How many tasks there were.</returns>
    private int Withdraw(FiredTimerState fired)
    {
        var scope = run.Find(fired.Timer.Host) is { } host && run.GraphOf(host)[fired.Timer.Element] is StartEventNode ? host.Key : fired.HostParent;
        var tasks = run.State.Elements.Values.Where(element => element.UserTask?.EscalationOf == fired.Timer.Element && IsInside(element, scope)).ToList();
        foreach (var task in tasks)
        {
            run.Emit(new InstanceEvent.EscalationWithdrawn(task.Key, fired.Timer.Element, reason));
            var parent = task.Parent!.Value;
            Ending.Terminate(run, task.Key, TerminationCause.Withdrawn);
            while (parent != scope && run[parent] is { Children: 0, WaitingTokens: 0 } empty)
            {
                Ending.Terminate(run, parent, TerminationCause.Withdrawn);
                parent = empty.Parent!.Value;
            }
        }
        return tasks.Count;
    }

    private bool IsInside(ElementInstance element, ScopeKey scope)
    {
        for (var parent = element.Parent; parent is { } key; parent = run[key].Parent)
            if (key == scope) return true;
        return false;
    }

    private TimerState? ArmedOf(ScopeKey host, FlowNode node)
    {
        foreach (var wait in run[host].Waits)
            if (run.State.Timers.TryGetValue(wait, out var timer) && timer.Element == node.Id) return timer;
        return null;
    }
}
