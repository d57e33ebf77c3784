using Orchestrator.Bpmn.Model;
using Orchestrator.Engine.Runtime;
using Orchestrator.Interpreter;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Engine.Projections;

/// <summary>What a projection may look at besides the event: the states before and after the whole command, its instant, and the definitions.</summary>
internal sealed class ProjectionContext(InstanceId instance, InstanceState? before, InstanceState after, DateTimeOffset at, IDefinitions definitions, EngineOptions options)
{
    private Dictionary<ScopeKey, InstanceEvent.ElementEntered>? _entered;

    public InstanceId Instance { get; } = instance;

    public InstanceState? Before { get; } = before;

    public InstanceState After { get; } = after;

    public DateTimeOffset At { get; } = at;

    public EngineOptions Options { get; } = options;

    /// <summary>The position in history of the event that is projected.</summary>
    public long Position { get; set; }

    public ProcessGraph Graph(DefinitionKey definition) => definitions.Get(definition).Graph;

    /// <summary>Remembers the element instances that this command made: one that also ended in it stands in neither state.</summary>
    public void Entered(InstanceEvent.ElementEntered e) => (_entered ??= [])[e.Scope] = e;

    public ElementInstance? LivingAfter(ScopeKey scope) => After.Elements.GetValueOrDefault(scope);

    /// <summary>Where an element instance stands, whether it lives or lived.</summary>
    public Place PlaceOf(ScopeKey scope)
    {
        if (After.Elements.TryGetValue(scope, out var living)) return new(living.Definition, living.Element, living.Type, living.Parent);
        if (Before is not null && Before.Elements.TryGetValue(scope, out var lived)) return new(lived.Definition, lived.Element, lived.Type, lived.Parent);
        if (_entered is not null && _entered.TryGetValue(scope, out var entered)) return new(entered.Definition, entered.Element, entered.Type, entered.Parent);
        Invariant.Holds(scope.Counter == 0, "an event is about an element instance that came to be");
        return new(After.Definition, new ElementId(After.ProcessId), ElementType.Process, null);
    }

    /// <summary>The process scope around an element instance, itself excluded.</summary>
    public ScopeKey ProcessAround(ScopeKey scope)
    {
        var place = PlaceOf(scope);
        while (place.Parent is { } parent)
        {
            place = PlaceOf(parent);
            if (place.Type == ElementType.Process) return parent;
        }
        return ScopeKey.RootOf(Instance);
    }

    public string ProcessIdOf(DefinitionKey definition) => definition == After.Definition ? After.ProcessId : Graph(definition).ProcessId;

    public readonly record struct Place(DefinitionKey Definition, ElementId Element, ElementType Type, ScopeKey? Parent);
}
