using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.History;
using Orchestrator.Interpreter;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Engine.Timers;

/// <summary>
/// What the timers of an instance will do if nobody does anything: its state is taken on by the interpreter itself, one due timer after the other, and nothing is written. So a timer
/// that an earlier one ends is not among those that fire, and one that an earlier one arms is. Jobs are not answered and messages do not arrive.
/// </summary>
public sealed class TimerForecast
{
    /// <summary>Firings of one instance; a cycle with a short interval would go on for ever.</summary>
    public const int FiringsMax = 500;

    private const int InstancesKept = 2_000;

    private readonly StateReader _states;
    private readonly DefinitionCatalog _definitions;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly Dictionary<InstanceId, Foreseen> _known = [];

    internal TimerForecast(StateReader states, DefinitionCatalog definitions, TimeProvider time)
    {
        _states = states;
        _definitions = definitions;
        _time = time;
    }

    /// <summary>The timers of the instance that fire up to this instant, itself included, in the order in which they fire. None for an instance that does not exist.</summary>
    public async Task<IReadOnlyList<ForeseenFiring>> OfAsync(InstanceId instance, DateTimeOffset until)
    {
        if (await _states.FindAsync(instance).ConfigureAwait(false) is not { } state) return [];
        if (Find(instance) is { } known && known.Version == state.Version && known.Until >= until) return [.. known.Firings.Where(firing => firing.At <= until)];
        var firings = Foresee(_definitions.World, state, _time.GetUtcNow(), until);
        Keep(instance, new(state.Version, until, firings));
        return firings;
    }

    /// <summary>The same of a state, as a function.</summary>
    internal static IReadOnlyList<ForeseenFiring> Foresee(World world, InstanceState state, DateTimeOffset now, DateTimeOffset until)
    {
        var firings = new List<ForeseenFiring>();
        while (firings.Count < FiringsMax && NextDue(state, until) is { } timer)
        {
            var at = timer.DueAt > now ? timer.DueAt : now;
            if (Decide(world, state, Actor.System("timers"), new Command.FireTimer(timer.Key), at, firings) is not { } after) break;
            state = after;
        }
        return firings;
    }

    private static TimerState? NextDue(InstanceState state, DateTimeOffset until) =>
        state.Timers.Values.Where(timer => timer.HeldBy is null && timer.DueAt <= until).OrderBy(timer => timer.DueAt).ThenBy(timer => timer.Key).FirstOrDefault();

    // Null when it was refused: then nothing more can be told.
    private static InstanceState? Decide(World world, InstanceState state, Actor actor, Command command, DateTimeOffset at, List<ForeseenFiring> firings)
    {
        var commands = new Queue<Command>([command]);
        while (commands.TryDequeue(out var next))
        {
            var decision = Decider.Decide(world, state, new(Guid.Empty, state.Id, actor, at, next));
            if (decision.Rejection is not null) return null;
            foreach (var happened in decision.Events)
            {
                // A timer that is armed after its instant fires in the same decision.
                if (happened is InstanceEvent.TimerFired fired && state.Timers.GetValueOrDefault(fired.Timer) is { } timer && ProcessOf(state, timer.Host) is { } process)
                    firings.Add(new(timer, process, at, fired.Interrupting, state));
                if (happened is InstanceEvent.ContinuationRequested more) commands.Enqueue(new Command.Continue(more.Scope));
                state = state.Evolve(happened, at);
            }
        }
        return state;
    }

    /// <summary>The process that an element instance belongs to, the called one where it stands in one; null when it is not there.</summary>
    public static ElementInstance? ProcessOf(InstanceState state, ScopeKey scope)
    {
        for (var at = state.Elements.GetValueOrDefault(scope); at is not null; at = at.Parent is { } parent ? state.Elements.GetValueOrDefault(parent) : null)
            if (at.Type == ElementType.Process) return at;
        return null;
    }

    private Foreseen? Find(InstanceId instance)
    {
        lock (_gate) return _known.GetValueOrDefault(instance);
    }

    private void Keep(InstanceId instance, Foreseen foreseen)
    {
        lock (_gate)
        {
            if (_known.Count >= InstancesKept) _known.Clear();
            _known[instance] = foreseen;
        }
    }

    private sealed record Foreseen(long Version, DateTimeOffset Until, IReadOnlyList<ForeseenFiring> Firings);
}

/// <summary>A timer that will fire.</summary>
/// <param name="Timer">As it will be armed.</param>
/// <param name="Process">The process that it stands in.</param>
/// <param name="At">When it fires: its due instant, or now when that has passed.</param>
/// <param name="Interrupting">It ends what it sits on.</param>
/// <param name="Before">The state right before it fires.</param>
public sealed record ForeseenFiring(TimerState Timer, ElementInstance Process, DateTimeOffset At, bool Interrupting, InstanceState Before);
