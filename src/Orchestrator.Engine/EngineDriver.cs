using Orchestrator.Engine.Ports;

namespace Orchestrator.Engine;

/// <summary>
/// Runs a node step by step, for a virtual clock: nothing happens between two calls. Not to be used beside an <see cref="EngineHost"/> of the same node.
/// </summary>
public sealed class EngineDriver(EngineNode node)
{
    /// <summary>Ticks of all pumps before quiescence is given up as never coming.</summary>
    private const int RoundsMax = 100_000;

    /// <summary>
    /// Runs everything that is due at the clock's instant until nothing is left to do: messages correlated, timers fired, the outbox sent, large multi-instances continued.
    /// What sending sets in motion elsewhere (a worker, the bus) is not waited for: call again when it has answered.
    /// </summary>
    /// <returns>True when anything was done.</returns>
    /// <exception cref="Orchestrator.Interpreter.InvariantBrokenException">It never ends.</exception>
    public async Task<bool> QuiesceAsync(CancellationToken cancellation)
    {
        var any = false;
        for (var round = 0; ; round++)
        {
            Interpreter.Invariant.Holds(round < RoundsMax, "an engine whose clock stands comes to rest");
            var worked = false;
            await node.Commands.IdleAsync().ConfigureAwait(false);
            foreach (var pump in node.Pumps) worked |= await pump.TickAsync(cancellation).ConfigureAwait(false);
            if (!worked) return any;
            any = true;
        }
    }

    /// <summary>The instants at which something becomes due next, by kind; see <see cref="NextDue"/>.</summary>
    public Task<NextDue> NextDueAsync(CancellationToken cancellation) => node.Stores.Queue.NextDueAsync(cancellation);

    /// <summary>The next instant at which the node itself has something to do: the earliest timer, timer start, retry of a job, outbox row, continuation or bus deadline. Null when it waits for people and messages alone.</summary>
    public async Task<DateTimeOffset?> NextInstantAsync(CancellationToken cancellation)
    {
        var due = await NextDueAsync(cancellation).ConfigureAwait(false);
        DateTimeOffset? earliest = null;
        foreach (var one in (ReadOnlySpan<DateTimeOffset?>)[due.Timer, due.StartTimer, due.Job, due.Outbox, due.BusDeadline, due.Continuation])
            if (one is { } instant && (earliest is null || instant < earliest)) earliest = instant;
        return earliest;
    }

    /// <summary>
    /// Gives back what nodes that died had claimed, so that it is done at the clock's instant and not when the claims end. Only for a database that no other node uses;
    /// locks of jobs stay: a worker may hold them.
    /// </summary>
    public Task ReleaseClaimsAsync(CancellationToken cancellation) => node.Stores.Queue.ReleaseClaimsAsync(cancellation);

    /// <summary>Deletes what has expired at the clock's instant.</summary>
    public Task SweepAsync(CancellationToken cancellation) => node.Housekeeper.SweepAsync(cancellation);
}
