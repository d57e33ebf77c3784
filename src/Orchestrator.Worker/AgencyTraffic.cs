using System.Collections.Concurrent;

namespace Orchestrator.Worker;

/// <summary>
/// How many bus messages the agencies of this process took (offers of jobs and events, counted when they are done) and sent (answers to jobs and messages for
/// processes, counted when the transport has them) since it started. A repeated delivery counts again.
/// </summary>
public sealed class AgencyTraffic
{
    private readonly ConcurrentDictionary<string, Counts> _agencies = new(StringComparer.Ordinal);

    /// <summary><paramref name="agency"/> sent a message.</summary>
    public void Published(string agency) => Interlocked.Increment(ref Of(agency).Published);

    /// <summary><paramref name="agency"/> has done with a message.</summary>
    public void Consumed(string agency) => Interlocked.Increment(ref Of(agency).Consumed);

    /// <summary>The counts now, by agency.</summary>
    public IReadOnlyDictionary<string, AgencyMessages> Snapshot() =>
        _agencies.ToDictionary(agency => agency.Key, agency => new AgencyMessages(Volatile.Read(ref agency.Value.Published), Volatile.Read(ref agency.Value.Consumed)), StringComparer.Ordinal);

    private Counts Of(string agency) => _agencies.GetOrAdd(agency, _ => new());

    private sealed class Counts
    {
        public long Published;
        public long Consumed;
    }
}

/// <summary>Messages of one agency.</summary>
public sealed record AgencyMessages(long Published, long Consumed);
