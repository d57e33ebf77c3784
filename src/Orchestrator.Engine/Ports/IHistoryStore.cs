using System.Collections.Immutable;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Ports;

/// <summary>Reading what happened, and comparing rows with it.</summary>
public interface IHistoryStore
{
    /// <summary>Accepted commands that hold positions greater than <paramref name="after"/>, ascending, at most <paramref name="take"/>. Positions count events from 1.</summary>
    Task<IReadOnlyList<HistoryEntry>> ReadAsync(InstanceId instance, long after, int take, CancellationToken cancellation);

    /// <summary>The newest snapshot at or before a position, or null.</summary>
    Task<InstanceState?> SnapshotAsync(InstanceId instance, long position, CancellationToken cancellation);

    /// <summary>Checks the hash chain of an instance against its head: null when it holds, else the first bad place in words with its position.</summary>
    Task<ChainBreak?> VerifyChainAsync(InstanceId instance, CancellationToken cancellation);

    /// <summary>Instance numbers greater than <paramref name="after"/>, ascending.</summary>
    Task<IReadOnlyList<InstanceId>> InstancesAsync(long after, int take, CancellationToken cancellation);

    /// <summary>All projection rows of an instance and the version they stand at, from one consistent view.</summary>
    Task<StoredRows?> RowsAsync(InstanceId instance, CancellationToken cancellation);

    /// <summary>Replaces the projection rows of an instance by the given ones, in one transaction, when its version is still <paramref name="version"/>; false when it moved.</summary>
    Task<bool> ReplaceRowsAsync(InstanceId instance, long version, InstanceRows rows, CancellationToken cancellation);
}

/// <summary>One accepted command: its events hold the positions from <see cref="FirstSequence"/> on.</summary>
public sealed record HistoryEntry(InstanceId Instance, long FirstSequence, DateTimeOffset At, string Actor, Guid Request, ImmutableArray<InstanceEvent> Events);

public sealed record ChainBreak(long Position, string Reason);

public sealed record StoredRows(long Version, InstanceRows Rows);
