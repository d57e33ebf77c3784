using System.Collections.Immutable;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter;

/// <summary>Element instances, their work and their tokens.</summary>
public sealed partial record InstanceState
{
    /// <exception cref="InvariantBrokenException">It does not live.</exception>
    internal ElementInstance Living(ScopeKey key) =>
        Elements.TryGetValue(key, out var element) ? element : throw new InvariantBrokenException($"Expected a living element instance {key}, but there is none.");

    private InstanceState Started(InstanceEvent.InstanceStarted e)
    {
        Invariant.Holds(Version == 0, "an instance starts once");
        var root = new ElementInstance(Root, null, e.Definition, new(e.ProcessId), ElementType.Process, ElementStatus.Activating);
        return this with
        {
            Definition = e.Definition,
            ProcessId = e.ProcessId,
            BusinessKey = e.BusinessKey,
            Semantics = e.Semantics,
            NextCounter = 1,
            Elements = Elements.Add(Root, root),
        };
    }

    private InstanceState Entered(InstanceEvent.ElementEntered e)
    {
        var parent = Living(e.Parent);
        var entered = new ElementInstance(e.Scope, e.Parent, e.Definition, e.Element, e.Type, ElementStatus.Activating) { LoopCounter = e.LoopCounter };
        parent = parent with { Children = parent.Children + 1, MultiInstance = parent.MultiInstance is { } multi ? multi with { Activated = multi.Activated + 1 } : null };
        return this with { NextCounter = Math.Max(NextCounter, e.Scope.Counter + 1), Elements = Elements.SetItem(e.Parent, parent).Add(e.Scope, entered) };
    }

    private InstanceState Ended(ScopeKey key, Transition how)
    {
        var element = Living(key);
        Invariant.Holds(Lifecycle.Allows(element.Status, how), "an element instance ends from a status that allows it");
        Invariant.Holds(element.Children == 0, "an element instance ends after everything inside it");
        Invariant.Holds(element.Waits.IsEmpty, "an element instance closes what it waits for before it ends");
        var rest = DropTokens(key);
        var elements = rest.Elements.Remove(key);
        if (element.Parent is { } parentKey)
        {
            var parent = elements[parentKey];
            elements = elements.SetItem(parentKey, parent with { Children = parent.Children - 1 });
        }
        return rest with { Elements = elements, FiredTimers = WithoutFiredIn(key) };
    }

    private InstanceState Move(ScopeKey key, Transition transition, Func<ElementInstance, ElementInstance> change)
    {
        var element = Living(key);
        Invariant.Holds(Lifecycle.Allows(element.Status, transition), "an element instance moves as the table of its life says");
        return this with { Elements = Elements.SetItem(key, change(element)) };
    }

    private InstanceState Change(ScopeKey key, Func<ElementInstance, ElementInstance> change) =>
        this with { Elements = Elements.SetItem(key, change(Living(key))) };

    private InstanceState ChangeJob(ScopeKey key, Func<JobState, JobState> change) => Change(key, element =>
        element with { Job = change(element.Job ?? throw new InvariantBrokenException($"Expected a job at {key}, but there is none.")) });

    private InstanceState ChangeTask(ScopeKey key, Func<UserTaskState, UserTaskState> change) => Change(key, element =>
        element with { UserTask = change(element.UserTask ?? throw new InvariantBrokenException($"Expected a user task at {key}, but there is none.")) });

    private InstanceState ItemCompleted(InstanceEvent.MultiInstanceItemCompleted e) => Change(e.Scope, element =>
    {
        var multi = element.MultiInstance ?? throw new InvariantBrokenException($"Expected a multi-instance at {e.Scope}, but there is none.");
        var outputs = e.Output is null ? multi.Outputs : multi.Outputs.SetItem(e.LoopCounter, e.Output);
        return element with { MultiInstance = multi with { Completed = multi.Completed + 1, Outputs = outputs } };
    });

    private InstanceState TokenWaits(JoinKey join) => Change(join.Parent, parent => parent with { WaitingTokens = parent.WaitingTokens + 1 }) with
    {
        WaitingTokens = WaitingTokens.SetItem(join, WaitingTokens.GetValueOrDefault(join) + 1),
    };

    private InstanceState TokensJoined(InstanceEvent.TokensJoined e)
    {
        var tokens = WaitingTokens;
        foreach (var flow in e.Flows)
        {
            var join = new JoinKey(e.Parent, e.Gateway, flow);
            var waiting = tokens.GetValueOrDefault(join);
            Invariant.Holds(waiting > 0, "a join takes only tokens that wait at it");
            tokens = waiting == 1 ? tokens.Remove(join) : tokens.SetItem(join, waiting - 1);
        }
        return Change(e.Parent, parent => parent with { WaitingTokens = parent.WaitingTokens - e.Flows.Length }) with { WaitingTokens = tokens };
    }

    private InstanceState DropTokens(ScopeKey scope)
    {
        if (Living(scope).WaitingTokens == 0) return this;
        return Change(scope, element => element with { WaitingTokens = 0 }) with
        {
            WaitingTokens = WaitingTokens.RemoveRange(WaitingTokens.Keys.Where(join => join.Parent == scope)),
        };
    }

    private InstanceState Minted(ScopeKey key) => key.Counter < NextCounter ? this : this with { NextCounter = key.Counter + 1 };
}
