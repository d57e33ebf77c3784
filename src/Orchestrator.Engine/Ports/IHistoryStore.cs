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

    /// <summary>The versions at which snapshots of an instance are stored, ascending.</summary>
    Task<IReadOnlyList<long>> SnapshotVersionsAsync(InstanceId instance, CancellationToken cancellation);

    /// <summary>Null when the snapshot at the version of <paramref name="state"/> holds that state, is gone, or has a form that nobody reads any more; else what is wrong with it.</summary>
    Task<string?> WhyNotSnapshotAsync(InstanceState state, CancellationToken cancellation);

    /// <summary>Removes a snapshot: the state is then replayed from history.</summary>
    Task DropSnapshotAsync(InstanceId instance, long version, CancellationToken cancellation);

    /// <summary>Projection rows and snapshots of instances that do not exist; some, when they are many.</summary>
    Task<IReadOnlyList<StrayRow>> StrayRowsAsync(CancellationToken cancellation);

    /// <summary>Removes all rows of <see cref="StrayRowsAsync"/>.</summary>
    Task DropStrayRowsAsync(CancellationToken cancellation);

    /// <summary>Makes an instance's payloads be read with the data key of <paramref name="subject"/>.</summary>
    Task CorrectSubjectAsync(InstanceId instance, long subject, CancellationToken cancellation);

    /// <summary>All projection rows of an instance and the version they stand at, from one consistent view.</summary>
    Task<StoredRows?> RowsAsync(InstanceId instance, CancellationToken cancellation);

    /// <summary>Replaces the projection rows of an instance by the given ones, in one transaction, when its version is still <paramref name="version"/>; false when it moved.</summary>
    Task<bool> ReplaceRowsAsync(InstanceId instance, long version, InstanceRows rows, CancellationToken cancellation);
}

/// <summary>One accepted command: its events hold the positions from <see cref="FirstSequence"/> on.</summary>
public sealed record HistoryEntry(InstanceId Instance, long FirstSequence, DateTimeOffset At, string Actor, Guid Request, ImmutableArray<InstanceEvent> Events);

public sealed record ChainBreak(long Position, string Reason);

/// <param name="Unreadable">A column holds what was never written there: in words, and the rows are empty.</param>
public sealed record StoredRows(long Version, InstanceRows Rows, string? Unreadable = null);

/// <summary>A row whose key belongs to an instance that does not exist.</summary>
public sealed record StrayRow(InstanceId Instance, string Table, string Key);
