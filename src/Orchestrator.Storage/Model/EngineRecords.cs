using Orchestrator.Engine.Ports;

namespace Orchestrator.Storage.Model;

// One class for each table of the engine, as EF Core sees it: schema, migrations and queries. The commit path writes the same columns by prepared statements.

internal sealed class HistoryRecord
{
    public long Instance { get; set; }
    public long FirstSeq { get; set; }
    public int Count { get; set; }

    /// <summary>Ticks of 100 ns since 1970: exact on every database, since it is hashed.</summary>
    public long At { get; set; }

    public string Actor { get; set; } = "";
    public byte[] CommandId { get; set; } = [];
    public byte[] PrevHash { get; set; } = [];
    public byte[] Hash { get; set; } = [];
    public byte[] Payload { get; set; } = [];
}

internal sealed class InstanceRecord
{
    public long Instance { get; set; }
    public long Version { get; set; }
    public byte[] HeadHash { get; set; } = [];
    public long Definition { get; set; }
    public string ProcessId { get; set; } = "";
    public string? BusinessKey { get; set; }
    public long Subject { get; set; }
    public InstanceRowState State { get; set; }
    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public bool HasIncident { get; set; }

    /// <summary>The version that the last checkpoint lists; the sealer's bookmark.</summary>
    public long SealedVersion { get; set; }
}

internal sealed class ProcessScopeRecord
{
    public long Key { get; set; }
    public long Instance { get; set; }
    public long Definition { get; set; }
    public string ProcessId { get; set; } = "";
    public long Parent { get; set; }
    public string Element { get; set; } = "";
    public InstanceRowState State { get; set; }
    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
}

internal sealed class SnapshotRecord
{
    public long Instance { get; set; }
    public long Version { get; set; }
    public byte[] Payload { get; set; } = [];
}

internal sealed class SubjectRecord
{
    public long Subject { get; set; }

    /// <summary>Null when the key was destroyed.</summary>
    public byte[]? WrappedKey { get; set; }

    public DateTimeOffset? ErasedAt { get; set; }
}

internal sealed class TombstoneRecord
{
    public long Instance { get; set; }
    public long LastSeq { get; set; }
    public byte[] HeadHash { get; set; } = [];
    public DateTimeOffset PurgedAt { get; set; }
    public string Reason { get; set; } = "";

    /// <summary>A checkpoint lists it.</summary>
    public bool IsSealed { get; set; }
}

internal sealed class TaskRecord
{
    public long Key { get; set; }
    public long Instance { get; set; }
    public long Definition { get; set; }
    public string ProcessId { get; set; } = "";
    public string? BusinessKey { get; set; }
    public string Element { get; set; } = "";
    public string? Name { get; set; }
    public TaskRowState State { get; set; }
    public string? Assignee { get; set; }

    /// <summary>Names between line feeds, so that one is found by the text <c>\nname\n</c>; empty when there are none. See <see cref="NameList"/>.</summary>
    public string CandidateGroups { get; set; } = "";

    public string CandidateUsers { get; set; } = "";
    public DateTimeOffset? DueAt { get; set; }
    public DateTimeOffset? FollowUpAt { get; set; }
    public int Priority { get; set; }
    public string? FormId { get; set; }
    public string? EscalationOf { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public long Version { get; set; }
}

internal sealed class TimerRecord
{
    public long Key { get; set; }
    public long Instance { get; set; }
    public long Host { get; set; }
    public string Element { get; set; } = "";
    public DateTimeOffset DueAt { get; set; }
    public DateTimeOffset? ClaimedUntil { get; set; }
}

internal sealed class JobRecord
{
    public long Key { get; set; }
    public long Instance { get; set; }
    public long Definition { get; set; }
    public string ProcessId { get; set; } = "";
    public string Element { get; set; } = "";
    public string Type { get; set; } = "";
    public int Attempt { get; set; }
    public int Retries { get; set; }
    public DateTimeOffset AvailableAt { get; set; }
    public bool Bus { get; set; }
    public string? Worker { get; set; }
    public DateTimeOffset? LockedUntil { get; set; }
}

internal sealed class SubscriptionRecord
{
    public long Key { get; set; }
    public long Instance { get; set; }
    public string ProcessId { get; set; } = "";
    public string Element { get; set; } = "";
    public string MessageName { get; set; } = "";
    public string CorrelationKey { get; set; } = "";
    public DateTimeOffset OpenedAt { get; set; }
}

internal sealed class MessageRecord
{
    public long Key { get; set; }
    public string Name { get; set; } = "";
    public string CorrelationKey { get; set; } = "";
    public string? MessageId { get; set; }
    public DateTimeOffset PublishedAt { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
    public bool Immediate { get; set; }
    public byte[] Payload { get; set; } = [];
}

internal sealed class CorrelationRecord
{
    public long Message { get; set; }
    public string ProcessId { get; set; } = "";
    public long Instance { get; set; }
}

internal sealed class StartReservationRecord
{
    public string ProcessId { get; set; } = "";
    public string CorrelationKey { get; set; } = "";
    public long Instance { get; set; }
}

internal sealed class IncidentRecord
{
    public long Key { get; set; }
    public long Instance { get; set; }
    public long Definition { get; set; }
    public string ProcessId { get; set; } = "";
    public string Element { get; set; } = "";
    public long Scope { get; set; }
    public Interpreter.IncidentKind Kind { get; set; }
    public string Message { get; set; } = "";
    public DateTimeOffset RaisedAt { get; set; }
    public DateTimeOffset? ResolvedAt { get; set; }
}

internal sealed class SearchVariableRecord
{
    public long Instance { get; set; }
    public string Name { get; set; } = "";
    public string? Text { get; set; }
    public decimal? Number { get; set; }
}

internal sealed class ContinuationRecord
{
    public long Scope { get; set; }
    public long Instance { get; set; }
    public DateTimeOffset RequestedAt { get; set; }
    public DateTimeOffset? ClaimedUntil { get; set; }
}

internal sealed class OutboxRecord
{
    public long Key { get; set; }
    public int Attempt { get; set; }
    public OutboxKind Kind { get; set; }
    public long Instance { get; set; }
    public DateTimeOffset AvailableAt { get; set; }
    public DateTimeOffset? ClaimedUntil { get; set; }
    public int Failures { get; set; }
    public string? LastFailure { get; set; }
}
