using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter;

/// <summary>Going on under another version.</summary>
public sealed partial record InstanceState
{
    /// <summary>The process scope that an element instance belongs to: itself when it is one.</summary>
    public ScopeKey ProcessOf(ScopeKey key)
    {
        var element = Living(key);
        while (element.Type != ElementType.Process) element = Living(element.Parent!.Value);
        return element.Key;
    }

    /// <summary>The element instances of one process, its scope among them, without the processes that it has called.</summary>
    internal HashSet<ScopeKey> InsideProcess(ScopeKey process)
    {
        // A scope has come to be before everything in it, so that one pass in the order of the keys is enough.
        var inside = new HashSet<ScopeKey> { process };
        foreach (var element in Elements.Values)
            if (element.Type != ElementType.Process && inside.Contains(element.Parent!.Value)) inside.Add(element.Key);
        return inside;
    }

    /// <summary>The timer has fired in one of these scopes, on something that may have ended.</summary>
    internal bool IsInside(HashSet<ScopeKey> scopes, FiredTimerState fired) => scopes.Contains(Elements.ContainsKey(fired.Timer.Host) ? fired.Timer.Host : fired.HostParent);

    private InstanceState Migrated(InstanceEvent.InstanceMigrated e)
    {
        Invariant.Holds(Living(e.Process) is { Type: ElementType.Process } process && process.Definition == e.From, "a process goes on from the version it runs under");
        var inside = InsideProcess(e.Process);
        var names = e.Mapping.ToDictionary(pair => pair.Source, pair => pair.Target);
        var tasks = e.Tasks.ToDictionary(task => task.Scope);
        ElementId Renamed(ElementId id) => names.GetValueOrDefault(id, id);

        var elements = Elements.ToBuilder();
        foreach (var key in inside)
        {
            var element = elements[key];
            var task = element.UserTask is { } open && tasks.TryGetValue(key, out var changed) ? open with { Name = changed.Name, FormId = changed.FormId, EscalationOf = changed.EscalationOf } : element.UserTask;
            elements[key] = element with { Definition = e.To, Element = element.Type == ElementType.Process ? element.Element : Renamed(element.Element), UserTask = task };
        }
        return this with
        {
            Definition = e.Process == Root ? e.To : Definition,
            StartedUnder = e.Process == Root ? StartedUnder ?? e.From : StartedUnder,
            Elements = elements.ToImmutable(),
            Timers = Timers.SetItems(Timers.Values.Where(timer => inside.Contains(timer.Host)).Select(timer => KeyValuePair.Create(timer.Key, timer with { Element = Renamed(timer.Element) }))),
            Subscriptions = Subscriptions.SetItems(Subscriptions.Values.Where(open => inside.Contains(open.Host)).Select(open => KeyValuePair.Create(open.Key, open with { Element = Renamed(open.Element) }))),
            WaitingTokens = WaitingTokens.ToImmutableDictionary(
                token => inside.Contains(token.Key.Parent) ? token.Key with { Gateway = Renamed(token.Key.Gateway), Flow = Renamed(token.Key.Flow) } : token.Key, token => token.Value),
            FiredTimers = FiredTimers.RemoveRange(e.Forgotten).SetItems(FiredTimers.Values.Where(fired => IsInside(inside, fired) && !e.Forgotten.Contains(fired.Timer.Key)).Select(fired =>
                KeyValuePair.Create(fired.Timer.Key, fired with { Timer = fired.Timer with { Element = Renamed(fired.Timer.Element) }, HostElement = Renamed(fired.HostElement) }))),
        };
    }
}
