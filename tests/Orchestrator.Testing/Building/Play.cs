using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Testing.Building;

/// <summary>
/// One instance played against the interpreter alone, by element ids. Time is a field. Beside the state decided on, a second one is made from the events alone:
/// after every command the two must be the same.
/// </summary>
public class Play
{
    private readonly World _world;
    private readonly List<(InstanceEvent Event, DateTimeOffset At)> _history = [];
    private InstanceState _replayed = InstanceState.Empty(Id);
    private long _requests;

    public Play(World world, DateTimeOffset? now = null)
    {
        _world = world;
        Now = now ?? new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    }

    public static Play Of(params ProcessGraph[] graphs) => new(TestWorld.Of(graphs));

    /// <summary>Instances are numbered alike, so keys can be told in advance.</summary>
    public static InstanceId Id { get; } = new(7);

    public static Actor Anybody { get; } = Actor.System("test");

    public DateTimeOffset Now { get; set; }

    public InstanceState State { get; private set; } = InstanceState.Empty(Id);

    /// <summary>What the last command gave.</summary>
    public ImmutableArray<InstanceEvent> Last { get; private set; } = [];

    public IEnumerable<InstanceEvent> Events => _history.Select(entry => entry.Event);

    public IEnumerable<T> All<T>() where T : InstanceEvent => Events.OfType<T>();

    // ---- commands

    /// <summary>Gives a command; it must be accepted.</summary>
    public Play Do(Command command, Actor? by = null)
    {
        var rejection = Try(command, by);
        return rejection is null ? this : throw new InvalidOperationException($"Expected {command} to be accepted, but: {rejection.Reason}: {rejection.Message}");
    }

    /// <summary>Gives a command and answers why it was refused, or null.</summary>
    public Rejection? Try(Command command, Actor? by = null)
    {
        Last = [];
        var rejection = DecideOne(command, by);
        if (rejection is not null) return rejection;
        var last = Last;
        while (last.OfType<InstanceEvent.ContinuationRequested>().Select(e => e.Scope).Distinct().ToList() is { Count: > 0 } scopes && AutoContinue)
        {
            last = [];
            foreach (var scope in scopes)
                if (DecideOne(new Command.Continue(scope), Anybody) is null) last = [.. last, .. Last];
        }
        return null;
    }

    /// <summary>Continuations are given as the engine would give them.</summary>
    public bool AutoContinue { get; set; } = true;

    private Rejection? DecideOne(Command command, Actor? by)
    {
        var envelope = new CommandEnvelope(new Guid((int)++_requests, 0, 0, new byte[8]), Id, by ?? Anybody, Now, command);
        var before = State.Version == 0 ? null : State;
        var decision = Decider.Decide(_world, before, envelope);
        if (decision.Rejection is { } rejection)
        {
            if (!decision.Events.IsEmpty) throw new InvalidOperationException("Expected a rejection to come without events.");
            return rejection;
        }
        if (decision.Events.IsEmpty) throw new InvalidOperationException($"Expected an accepted command to give events, but {command} gave none.");
        State = decision.State!;
        Last = decision.Events;
        _history.AddRange(decision.Events.Select(e => (e, Now)));
        _replayed = decision.Events.Aggregate(_replayed, (state, e) => state.Evolve(e, Now));
        CheckReplay();
        return null;
    }

    private void CheckReplay()
    {
        var (decided, replayed) = (StateText.Of(State), StateText.Of(_replayed));
        if (decided != replayed) throw new InvalidOperationException($"Expected replay to give the state decided on.\nDecided:\n{decided}\nReplayed:\n{replayed}");
    }

    /// <summary>The state after so many events.</summary>
    public InstanceState Replay(int count) => _history.Take(count).Aggregate(InstanceState.Empty(Id), (state, entry) => state.Evolve(entry.Event, entry.At));

    public Play Start(string variables = "{}", string? at = null, MessageRef? message = null, long definition = 1) =>
        Do(new Command.StartInstance(new(definition), null, Context(variables), at is null ? null : new ElementId(at), message));

    public Play CompleteJob(string element, string variables = "{}") => Do(new Command.CompleteJob(Key(element), Job(element).Attempt, Context(variables)));

    public Play FailJob(string element, int retriesLeft, string message = "no answer") => Do(new Command.FailJob(Key(element), Job(element).Attempt, retriesLeft, message, Now));

    public Play ThrowError(string element, string code, string variables = "{}") => Do(new Command.ThrowJobError(Key(element), Job(element).Attempt, code, "refused", Context(variables)));

    public Play CompleteTask(string element, string variables = "{}", Actor? by = null) => Do(new Command.CompleteUserTask(Key(element), Context(variables)), by);

    public Play Message(string name, string key, string variables = "{}") =>
        Do(new Command.CorrelateMessage(Subscription(name, key).Key, new(_requests + 1, name, key), Context(variables)));

    public Play Resolve(string variables = "{}") => Do(new Command.ResolveIncident(Incident.Key, Context(variables)));

    public Play Set(string variables) => Do(new Command.SetVariables(State.Root, Context(variables), false));

    public Play Correct(string variables, string reason = "typing error") => Do(new Command.CorrectVariables(State.Root, Context(variables), reason));

    /// <summary>Chooses elements of a running ad-hoc sub-process.</summary>
    public Play Activate(string adHoc, params string[] elements) => Do(Choosing(adHoc, elements));

    public Command.ActivateAdHoc Choosing(string adHoc, params string[] elements) =>
        new(Key(adHoc), [.. elements.Select(element => new AdHocChoice(new(element), FeelContext.Empty))], CancelRemaining: false);

    public Play Cancel() => Do(new Command.CancelInstance(State.Root, "no longer wanted"));

    /// <summary>Fires the timer of this event now.</summary>
    public Play Fire(string element) => Do(new Command.FireTimer(Timer(element).Key));

    /// <summary>Moves time, firing each timer at the instant it is due.</summary>
    public Play Advance(TimeSpan by)
    {
        var end = Now + by;
        while (State.Timers.Values.Where(timer => timer.HeldBy is null && timer.DueAt <= end).OrderBy(timer => timer.DueAt).ThenBy(timer => timer.Key).FirstOrDefault() is { } due)
        {
            if (due.DueAt > Now) Now = due.DueAt;
            Do(new Command.FireTimer(due.Key));
        }
        Now = end;
        return this;
    }

    /// <summary>Moves time while nothing runs, then fires what is due.</summary>
    public Play SleepThrough(TimeSpan by)
    {
        Now += by;
        while (State.Timers.Values.Where(timer => timer.HeldBy is null && timer.DueAt <= Now).OrderBy(timer => timer.DueAt).ThenBy(timer => timer.Key).FirstOrDefault() is { } due)
            Do(new Command.FireTimer(due.Key));
        return this;
    }

    // ---- what there is

    public ProcessGraph GraphOf(ElementInstance element) => _world.Definitions.Get(element.Definition).Graph;

    public IEnumerable<ElementInstance> Living(string element) => State.Elements.Values.Where(instance => instance.Element.Value == element);

    public ScopeKey Key(string element) => Living(element).Where(instance => instance.Type is not (ElementType.MultiInstanceBody or ElementType.AdHocSubProcessInnerInstance)).Select(instance => instance.Key)
        .DefaultIfEmpty().First() is { Value: > 0 } key ? key : throw new InvalidOperationException($"Expected a living '{element}', but living are: {Active}.");

    public JobState Job(string element) => State.Elements[Key(element)].Job ?? throw new InvalidOperationException($"Expected a job at '{element}', but there is none.");

    public UserTaskState Task(string element) => State.Elements[Key(element)].UserTask ?? throw new InvalidOperationException($"Expected a task at '{element}', but there is none.");

    public TimerState Timer(string element) => State.Timers.Values.FirstOrDefault(timer => timer.Element.Value == element)
        ?? throw new InvalidOperationException($"Expected a timer of '{element}', but armed are: {Timers}.");

    public string Timers => string.Join(" ", State.Timers.Values.Select(timer => timer.Element.Value).Order(StringComparer.Ordinal));

    public SubscriptionState Subscription(string name, string key) => State.Subscriptions.Values.FirstOrDefault(open => open.MessageName == name && open.CorrelationKey == key)
        ?? throw new InvalidOperationException($"Expected a subscription to '{name}' with key '{key}', but there is none.");

    public IncidentState Incident => State.Incidents.Values.SingleOrDefault() ?? throw new InvalidOperationException($"Expected one incident, but there are {State.Incidents.Count}.");

    /// <summary>Ids of living instances that hold no other, in order of their names: <c>"a b"</c>. Empty when the instance has ended.</summary>
    public string Active => string.Join(" ", State.Elements.Values.Where(element => element.Children == 0).Select(element => element.Element.Value).Order(StringComparer.Ordinal));

    public bool Ended => State.Outcome is not null;

    /// <summary>The value of a variable at the root, as FEEL writes it.</summary>
    public string Var(string name) => State.Elements[State.Root].Variables[name].ToString();

    /// <summary>Variables written while the instance lived, by the last writing into the root.</summary>
    public string LastVar(string name) => All<InstanceEvent.VariablesSet>().Where(e => e.Scope == State.Root && e.Variables.Contains(name)).Select(e => e.Variables[name].ToString()).LastOrDefault() ?? "-";

    /// <summary>How often instances of an element have completed.</summary>
    public int Completed(string element)
    {
        var keys = All<InstanceEvent.ElementEntered>().Where(e => e.Element.Value == element).Select(e => e.Scope).ToHashSet();
        return All<InstanceEvent.ElementCompleted>().Count(e => keys.Contains(e.Scope));
    }

    public int Entered(string element) => All<InstanceEvent.ElementEntered>().Count(e => e.Element.Value == element);

    public static FeelContext Context(string text)
    {
        var environment = new FeelEnvironment(DateTimeOffset.UnixEpoch, TestWorld.Rome, _ => null, new FeelCalendars());
        return (FeelContext)ProcessBuilder.Expression(text).Evaluate(FeelContext.Empty, environment).Value;
    }

    public static Actor Person(string name, params string[] groups) => new(name, [.. groups]);
}
