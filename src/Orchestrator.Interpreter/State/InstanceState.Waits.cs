using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter;

/// <summary>Timers and message subscriptions.</summary>
public sealed partial record InstanceState
{
    private TimerState Armed(ScopeKey timer) =>
        Timers.TryGetValue(timer, out var armed) ? armed : throw new InvariantBrokenException($"Expected an armed timer {timer}, but there is none.");

    private InstanceState TimerArmed(InstanceEvent.TimerArmed e)
    {
        var timer = new TimerState(e.Timer, e.Host, e.Element, e.DueAt, e.Expression, e.Reads, e.Schedule, e.Repetitions, e.CatchUp, e.CatchUpWindow);
        return Minted(e.Timer).Hosts(e.Host, e.Timer) with
        {
            Timers = Timers.Add(e.Timer, timer),
            FiredTimers = FiredTimers.RemoveRange(FiredTimers.Values.Where(fired => fired.Timer.Host == e.Host && fired.Timer.Element == e.Element).Select(fired => fired.Timer.Key)),
        };
    }

    private InstanceState TimerFired(InstanceEvent.TimerFired e)
    {
        var timer = Armed(e.Timer);
        var host = Living(timer.Host);
        var gone = TimerGone(e.Timer);

        // Only what a correction can take back is kept: a single instant, computed from facts, that stands beside what it interrupts or reminds of.
        if (timer.Reads.IsEmpty || timer.Schedule is not null || host.Element == timer.Element) return gone;
        var fired = new FiredTimerState(timer with { HeldBy = null }, host.Parent ?? host.Key, host.Element, e.Interrupting) { HostActivatedAt = host.ActivatedAt };
        return gone with { FiredTimers = FiredTimers.Add(e.Timer, fired) };
    }

    private InstanceState TimerGone(ScopeKey timer) => LetGo(Armed(timer).Host, timer) with { Timers = Timers.Remove(timer) };

    private InstanceState Subscribed(InstanceEvent.MessageSubscribed e) => Minted(e.Subscription).Hosts(e.Host, e.Subscription) with
    {
        Subscriptions = Subscriptions.Add(e.Subscription, new(e.Subscription, e.Host, e.Element, e.ProcessId, e.MessageName, e.CorrelationKey)),
    };

    private InstanceState Unsubscribed(ScopeKey subscription)
    {
        Invariant.Holds(Subscriptions.TryGetValue(subscription, out var open), "a subscription is closed once");
        return LetGo(open.Host, subscription) with { Subscriptions = Subscriptions.Remove(subscription) };
    }

    private InstanceState Hosts(ScopeKey host, ScopeKey wait) => Change(host, element => element with { Waits = element.Waits.Add(wait) });

    private InstanceState LetGo(ScopeKey host, ScopeKey wait) => Change(host, element => element with { Waits = element.Waits.Remove(wait) });

    /// <summary>Without the fired timers of this element whose scope is, or encloses, the one given.</summary>
    private ImmutableSortedDictionary<ScopeKey, FiredTimerState> WithoutFired(ScopeKey within, ElementId element)
    {
        var rest = FiredTimers;
        for (ScopeKey? scope = within; scope is { } key; scope = Living(key).Parent)
            rest = rest.RemoveRange(FiredTimers.Values.Where(fired => fired.HostParent == key && fired.Timer.Element == element).Select(fired => fired.Timer.Key));
        return rest;
    }

    private ImmutableSortedDictionary<ScopeKey, FiredTimerState> WithoutFiredIn(ScopeKey scope) => FiredTimers.IsEmpty
        ? FiredTimers
        : FiredTimers.RemoveRange(FiredTimers.Values.Where(fired => fired.HostParent == scope).Select(fired => fired.Timer.Key));
}
