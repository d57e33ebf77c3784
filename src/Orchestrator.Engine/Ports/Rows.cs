using System.Collections.Immutable;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Ports;

public enum InstanceRowState
{
    Active = 1,
    Completed = 2,
    Terminated = 3,
}

/// <summary>An instance. <see cref="Subject"/> is the number whose data key encrypts it: its own unless it says otherwise.</summary>
public sealed record InstanceRow(
    InstanceId Instance, DefinitionKey Definition, string ProcessId, string? BusinessKey, long Subject, InstanceRowState State,
    DateTimeOffset StartedAt, DateTimeOffset? EndedAt, bool HasIncident);

/// <summary>
/// A called process inside an instance, so that it can be listed like an instance. <see cref="Parent"/> is the key of the process scope that called it, <see cref="Element"/> the
/// call activity there.
/// </summary>
public sealed record ProcessScopeRow(
    ScopeKey Key, InstanceId Instance, DefinitionKey Definition, string ProcessId, ScopeKey Parent, string Element, InstanceRowState State, DateTimeOffset StartedAt, DateTimeOffset? EndedAt);

public enum TaskRowState
{
    Created = 1,
    Completed = 2,
    Cancelled = 3,
}

/// <summary>A human task. <see cref="Version"/> is the position in history of the last event about it: a form made for another version is stale.</summary>
public sealed record TaskRow
{
    public required ScopeKey Key { get; init; }
    public required InstanceId Instance { get; init; }
    public required DefinitionKey Definition { get; init; }
    public required string ProcessId { get; init; }
    public required string? BusinessKey { get; init; }
    public required string Element { get; init; }
    public required string? Name { get; init; }
    public required TaskRowState State { get; init; }
    public required string? Assignee { get; init; }
    public required ImmutableArray<string> CandidateGroups { get; init; }
    public required ImmutableArray<string> CandidateUsers { get; init; }
    public required DateTimeOffset? DueAt { get; init; }
    public required DateTimeOffset? FollowUpAt { get; init; }
    public required int Priority { get; init; }
    public required string? FormId { get; init; }

    /// <summary>The element id of the timer whose escalation this task is, or null.</summary>
    public required string? EscalationOf { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? EndedAt { get; init; }
    public required long Version { get; init; }
}

/// <summary>An armed timer.</summary>
public sealed record TimerRow(ScopeKey Key, InstanceId Instance, ScopeKey Host, string Element, DateTimeOffset DueAt);

/// <summary>A job. A job with <see cref="Bus"/> is offered through the outbox, the others wait to be activated by type.</summary>
public sealed record JobRow(
    ScopeKey Key, InstanceId Instance, DefinitionKey Definition, string ProcessId, string Element, string Type,
    int Attempt, int Retries, DateTimeOffset AvailableAt, bool Bus);

/// <summary>An open subscription.</summary>
public sealed record SubscriptionRow(
    ScopeKey Key, InstanceId Instance, string ProcessId, string Element, string MessageName, string CorrelationKey, DateTimeOffset OpenedAt);

/// <summary>
/// A buffered message. <see cref="MessageId"/> is unique when given, together with name and correlation key, while the message lives.
/// <see cref="Immediate"/>: time to live 0, for subscriptions that were open at <see cref="PublishedAt"/> alone (the row lives a little longer, for a node that dies in between).
/// </summary>
public sealed record MessageRow(
    long Key, string Name, string CorrelationKey, string? MessageId, DateTimeOffset PublishedAt, DateTimeOffset ExpiresAt, bool Immediate, FeelContext Variables);

public sealed record IncidentRow(
    ScopeKey Key, InstanceId Instance, DefinitionKey Definition, string ProcessId, string Element, ScopeKey Scope, IncidentKind Kind, string Message, DateTimeOffset RaisedAt, DateTimeOffset? ResolvedAt);

public enum OutboxKind
{
    JobOffered = 1,
    MessageThrown = 2,
}

/// <summary>Something to be sent at least once; unique by kind, key and attempt. Holds no variables: the sender reads them when it sends.</summary>
/// <param name="Key">The job's or publication's key.</param>
/// <param name="Attempt">The job's attempt; 0 for a message.</param>
/// <param name="AvailableAt">Not to be sent before.</param>
public sealed record OutboxRow(OutboxKind Kind, ScopeKey Key, int Attempt, InstanceId Instance, DateTimeOffset AvailableAt);

/// <summary>All projection rows of one instance, for <c>verify</c>. Lease columns are not in it, nor what lives shorter than the instance (messages, correlations, outbox).</summary>
public sealed record InstanceRows(
    InstanceRow? Instance,
    IReadOnlyList<ProcessScopeRow> ProcessScopes,
    IReadOnlyList<TaskRow> Tasks,
    IReadOnlyList<TimerRow> Timers,
    IReadOnlyList<JobRow> Jobs,
    IReadOnlyList<SubscriptionRow> Subscriptions,
    IReadOnlyList<IncidentRow> Incidents,
    IReadOnlyList<SearchVariableRow> SearchVariables,
    IReadOnlyList<ContinuationRow> Continuations,
    IReadOnlyList<StartReservationRow> StartReservations);

/// <summary>A search column. Exactly one of text and number; see <c>SearchColumns</c>.</summary>
public sealed record SearchVariableRow(InstanceId Instance, string Name, string? Text, decimal? Number);

/// <summary>A large multi-instance whose further bodies wait to be activated.</summary>
public sealed record ContinuationRow(ScopeKey Scope, InstanceId Instance, DateTimeOffset RequestedAt);

public sealed record StartReservationRow(string ProcessId, string CorrelationKey, InstanceId Instance);
