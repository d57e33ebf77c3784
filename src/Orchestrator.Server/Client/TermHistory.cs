using Orchestrator.Bpmn.Model;
using Orchestrator.Engine.History;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client;

/// <summary>
/// What a history says about the terms of each process in an instance, its own and the called ones, whether they live or have ended: their variables as they stood last, and the
/// timers that fired and were not armed again. (The state itself keeps only fired timers whose path is still alive, and nothing of a process that has ended.)
/// </summary>
internal sealed class TermHistory
{
    private readonly Dictionary<ScopeKey, ScopeKey> _processOf = [];
    private readonly Dictionary<ScopeKey, (ScopeKey Process, ElementId Element)> _timers = [];
    private readonly HashSet<(ScopeKey Process, ElementId Element)> _fired = [];
    private readonly SortedDictionary<ScopeKey, ProcessTrace> _processes = [];

    /// <summary>Every process that came to be, in the order of their keys.</summary>
    public IEnumerable<ProcessTrace> Processes => _processes.Values;

    /// <summary>Events have to come in the order of their positions, from the first one.</summary>
    public void Add(InstanceId instance, HistoryEvent entry)
    {
        switch (entry.Event)
        {
            case InstanceEvent.InstanceStarted started:
                Begin(ScopeKey.RootOf(instance), started.Definition);
                break;
            case InstanceEvent.ElementEntered { Type: ElementType.Process } called:
                Begin(called.Scope, called.Definition);
                break;
            case InstanceEvent.InstanceMigrated migrated when _processes.TryGetValue(migrated.Process, out var process):
                process.Definition = migrated.To;
                Rename(migrated);
                break;
            case InstanceEvent.ElementEntered entered when _processOf.TryGetValue(entered.Parent, out var process):
                _processOf[entered.Scope] = process;
                break;
            case InstanceEvent.VariablesSet set when _processes.TryGetValue(set.Scope, out var process):
                process.Variables = process.Variables.With(set.Variables);
                break;
            case InstanceEvent.ElementTerminated ended when _processes.TryGetValue(ended.Scope, out var process):
                process.Terminated = true;
                break;
            case InstanceEvent.TimerArmed armed when _processOf.TryGetValue(armed.Host, out var process):
                _timers[armed.Timer] = (process, armed.Element);
                _fired.Remove((process, armed.Element));
                break;
            case InstanceEvent.TimerFired fired when _timers.TryGetValue(fired.Timer, out var timer):
                _fired.Add(timer);
                break;
        }
    }

    /// <summary>True when the timer fired in this process and was not armed again.</summary>
    public bool HasFired(ScopeKey process, ElementId timer) => _fired.Contains((process, timer));

    private void Rename(InstanceEvent.InstanceMigrated migrated)
    {
        var names = migrated.Mapping.ToDictionary(pair => pair.Source, pair => pair.Target);
        foreach (var (timer, place) in _timers.Where(entry => entry.Value.Process == migrated.Process && names.ContainsKey(entry.Value.Element)).ToList())
            _timers[timer] = (place.Process, names[place.Element]);
        foreach (var place in _fired.Where(place => place.Process == migrated.Process && names.ContainsKey(place.Element)).ToList())
        {
            _fired.Remove(place);
            _fired.Add((place.Process, names[place.Element]));
        }
    }

    private void Begin(ScopeKey scope, DefinitionKey definition)
    {
        _processOf[scope] = scope;
        _processes[scope] = new(scope, definition);
    }
}

/// <summary>One process of an instance.</summary>
internal sealed class ProcessTrace(ScopeKey key, DefinitionKey definition)
{
    public ScopeKey Key => key;

    /// <summary>The version under which it ran last.</summary>
    public DefinitionKey Definition { get; set; } = definition;

    /// <summary>As they stood when it ended, or stand.</summary>
    public FeelContext Variables { get; set; } = FeelContext.Empty;

    /// <summary>It did not end by itself.</summary>
    public bool Terminated { get; set; }
}
