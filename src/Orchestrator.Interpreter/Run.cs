using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;
using Orchestrator.Interpreter.Elements;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter;

/// <summary>
/// One decision under way. Each event is evolved the moment it is emitted, so whoever comes next sees it. What is still to be done stands in an agenda of
/// element instances; what has to be done with one follows from its status, so the state alone says where everything stands.
/// A step that fails leaves nothing behind but its incident: retrying goes on exactly where it stood.
/// </summary>
internal sealed class Run(World world, InstanceState state, CommandEnvelope envelope)
{
    private readonly List<InstanceEvent> _events = new(32);
    private readonly List<ScopeKey> _agenda = new(16);
    private readonly List<ScopeKey> _dueNow = [];
    private FeelEnvironment? _environment;
    private int _next;
    private int _steps;

    public World World => world;

    public InstanceState State { get; private set; } = state;

    public Actor Actor => envelope.Actor;

    public DateTimeOffset At => envelope.At;

    public ImmutableArray<InstanceEvent> Events => [.. _events];

    public FeelEnvironment Environment => _environment ??= Evaluation.Environments.Of(world, envelope.At);

    /// <summary>Bodies of multi-instances activated by this command so far.</summary>
    public int BodiesActivated { get; set; }

    /// <summary>Half of the steps are used up: work that can be cut into batches asks for a continuation.</summary>
    public bool ShouldPause => _steps > Limits.StepsPerDecisionMax / 2;

    public void Emit(InstanceEvent @event)
    {
        State = State.Evolve(@event, At);
        _events.Add(@event);
    }

    /// <summary>A key for something new; taken when the event that carries it is emitted.</summary>
    public ScopeKey NextKey() => ScopeKey.Of(State.Id, State.NextCounter);

    public ElementInstance this[ScopeKey key] => State.Living(key);

    public ElementInstance? Find(ScopeKey key) => State.Elements.GetValueOrDefault(key);

    public DeployedProcess ProcessOf(ElementInstance element) => world.Definitions.Get(element.Definition);

    public ProcessGraph GraphOf(ElementInstance element) => ProcessOf(element).Graph;

    /// <summary>The node of an element instance; a process scope has none.</summary>
    public FlowNode NodeOf(ElementInstance element) => GraphOf(element)[element.Element];

    public void Enqueue(ScopeKey scope) => _agenda.Add(scope);

    /// <summary>A timer just armed whose instant has come already: it fires when everything else of this command is done.</summary>
    public void FireWhenQuiet(ScopeKey timer) => _dueNow.Add(timer);

    public void ToQuiescence()
    {
        do
        {
            while (_next < _agenda.Count)
            {
                if (LimitReached)
                {
                    GiveUp();
                    return;
                }
                _steps++;
                Perform(_agenda[_next++]);
            }
        }
        while (FireNextDue());
    }

    private bool LimitReached => _steps >= Limits.StepsPerDecisionMax || State.NextCounter > ScopeKey.CounterMax - Limits.KeysReserved;

    private void Perform(ScopeKey key)
    {
        if (Find(key) is not { } element) return;
        var step = new Step(this, element);
        var mark = (State, _events.Count, _agenda.Count, _dueNow.Count, BodiesActivated);
        ElementTable.Perform(step, element);
        if (step.Failure is not { } failure) return;

        State = mark.State;
        _events.RemoveRange(mark.Item2, _events.Count - mark.Item2);
        _agenda.RemoveRange(mark.Item3, _agenda.Count - mark.Item3);
        _dueNow.RemoveRange(mark.Item4, _dueNow.Count - mark.Item4);
        BodiesActivated = mark.BodiesActivated;
        if (failure.Explanation is { } explanation) Emit(explanation);
        Emit(new InstanceEvent.IncidentRaised(NextKey(), key, failure.Kind, failure.Message));
    }

    private bool FireNextDue()
    {
        if (_dueNow.Count == 0) return false;
        var timer = _dueNow[0];
        _dueNow.RemoveAt(0);
        _steps++;
        if (State.Timers.TryGetValue(timer, out var armed)) Triggers.Fire(this, armed);
        return true;
    }

    // Whatever is still on the agenda keeps its status; an incident on each says so, and retrying it goes on from there. Timers due now stay armed.
    private void GiveUp()
    {
        var message = _steps >= Limits.StepsPerDecisionMax
            ? $"Expected to come to rest within {Limits.StepsPerDecisionMax} steps, but did not: is there a loop that waits for nothing?"
            : "The instance has used up its keys: cancel it and start its work anew.";
        foreach (var key in _agenda.Skip(_next).Distinct().Order().ToList())
        {
            if (Find(key) is null || State.Incidents.Values.Any(incident => incident.Scope == key)) continue;
            Emit(new InstanceEvent.IncidentRaised(NextKey(), key, IncidentKind.StepLimit, message));
        }
    }
}
