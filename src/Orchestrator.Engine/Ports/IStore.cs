using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Ports;

/// <summary>The only door through which the engine writes what instances did (style S5), and the way back: loading an instance. Implementations are safe for concurrent callers; the engine has one commit under way at a time.</summary>
public interface IStore
{
    /// <summary>
    /// Writes every member whole, in one transaction, durably when the task completes. A member is left out whole when its instance has another version than
    /// expected, when its request was seen before, or when a unique row it inserts exists (<see cref="RowChange.RecordCorrelation"/>, <see cref="RowChange.ReserveStart"/>,
    /// <see cref="RowChange.AdvanceStartTimer"/>); later members of the same instance are then left out as Stale. The other members commit.
    /// </summary>
    /// <returns>One outcome for each member, in order.</returns>
    Task<IReadOnlyList<MemberOutcome>> CommitAsync(CommitBatch batch, CancellationToken cancellation);

    /// <summary>The newest usable snapshot and all later events, read from one consistent view; null when there is no such instance. What the disk holds is authenticated: a changed byte throws.</summary>
    Task<LoadedInstance?> LoadAsync(InstanceId instance, CancellationToken cancellation);

    /// <summary>
    /// How far an instance has come: enough to know whether what a node holds of it in memory still counts. Null when there is no such instance, and when its data key was
    /// destroyed: nothing of it may then be told from memory either.
    /// </summary>
    Task<InstanceHead?> HeadAsync(InstanceId instance, CancellationToken cancellation);

    /// <summary>What was recorded for an idempotency key, or null.</summary>
    Task<RequestRecord?> FindRequestAsync(Guid request, CancellationToken cancellation);

    /// <summary>Reserves <paramref name="count"/> consecutive numbers (from the returned one on) that no other caller on any node gets; numbers start at 1 and gaps are allowed.</summary>
    Task<long> AllocateAsync(BlockKind kind, int count, CancellationToken cancellation);
}

/// <summary>What a block of numbers is for. <see cref="Instance"/> numbers become instance ids and, shifted like a root <see cref="ScopeKey"/>, keys of messages published from outside.</summary>
public enum BlockKind
{
    Instance = 1,
    Definition = 2,
    Deployment = 3,
}

/// <summary>An accepted command: the instance it went to (for a start: the one it created), the position of its first event and the instant.</summary>
public sealed record RequestRecord(InstanceId Instance, long FirstSequence, DateTimeOffset At);

/// <summary>An instance as stored. <see cref="Version"/> and <see cref="HeadHash"/> are those of the instance row: replay of <see cref="Events"/> over <see cref="Snapshot"/> must reach the version.</summary>
public sealed record LoadedInstance(InstanceId Instance, long Version, ReadOnlyMemory<byte> HeadHash, InstanceState? Snapshot, IReadOnlyList<HistoryEntry> Entries)
{
    public IEnumerable<InstanceEvent> Events => Entries.SelectMany(entry => entry.Events);
}

/// <summary>The version of an instance and the hash of its last command.</summary>
public sealed record InstanceHead(long Version, ReadOnlyMemory<byte> Hash)
{
    public bool IsOf(long version, ReadOnlyMemory<byte> hash) => Version == version && Hash.Span.SequenceEqual(hash.Span);
}
