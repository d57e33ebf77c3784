using System.Collections.Immutable;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Ports;

/// <summary>What one transaction writes. Members of one instance stand in the order in which they were decided.</summary>
public sealed record CommitBatch(IReadOnlyList<CommitMember> Members);

/// <summary>One accepted command of one instance: one history row, its row changes, and sometimes a snapshot of the state after it.</summary>
public sealed record CommitMember
{
    public required InstanceId Instance { get; init; }

    /// <summary>The number of events before this commit; 0 for a start. The instance row's version becomes this plus the number of events.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>The hash of the history row before this one: 32 bytes; empty for a start, and empty when an earlier member of the same batch belongs to the same instance (the store then chains on that one).</summary>
    public required ReadOnlyMemory<byte> PreviousHash { get; init; }

    /// <summary>Idempotency key: unique in history for ever.</summary>
    public required Guid Request { get; init; }

    public required string Actor { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Never empty.</summary>
    public required ImmutableArray<InstanceEvent> Events { get; init; }

    /// <summary>
    /// At most one change for a row in one member. Over the life of a row the order is insert, updates, delete, and a key is never inserted again, so a store may write
    /// all inserts of a batch, then the updates (of two members that update one row, the later wins), then the deletes. Updates and deletes of rows that are not there do nothing.
    /// </summary>
    public required IReadOnlyList<RowChange> Rows { get; init; }

    /// <summary>The state after the events, when it is time for a snapshot.</summary>
    public InstanceState? Snapshot { get; init; }
}

/// <summary>What became of a member.</summary>
public abstract record MemberOutcome
{
    private MemberOutcome() { }

    /// <summary>Written; the hash of its history row, 32 bytes.</summary>
    public sealed record Committed(ReadOnlyMemory<byte> Hash) : MemberOutcome;

    /// <summary>Another commit was faster: decide again from fresh state.</summary>
    public sealed record Stale : MemberOutcome;

    /// <summary>The request was accepted before: this is its record.</summary>
    public sealed record Duplicate(RequestRecord Record) : MemberOutcome;

    /// <summary>A unique row exists already; the text names the kind of row, not its values.</summary>
    public sealed record Conflict(string Row) : MemberOutcome;
}
