using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Ports;

/// <summary>One change of a projection row, made by a pure function of events. The rows of an instance equal the fold of its history, except lease columns (claimed until, locked until, worker).</summary>
public abstract record RowChange
{
    private RowChange() { }

    // ---- engine_instances (version and head hash are the store's own doing at every commit)

    public sealed record InsertInstance(InstanceRow Row) : RowChange;

    public sealed record EndInstance(InstanceId Instance, InstanceRowState State, DateTimeOffset EndedAt) : RowChange;

    /// <summary>Goes on under another version.</summary>
    public sealed record MoveInstance(InstanceId Instance, DefinitionKey Definition) : RowChange;

    public sealed record SetIncidentFlag(InstanceId Instance, bool HasIncident) : RowChange;

    // ---- engine_process_scopes: called processes

    public sealed record InsertProcessScope(ProcessScopeRow Row) : RowChange;

    public sealed record EndProcessScope(ScopeKey Key, InstanceRowState State, DateTimeOffset EndedAt) : RowChange;

    public sealed record MoveProcessScope(ScopeKey Key, DefinitionKey Definition) : RowChange;

    // ---- engine_tasks

    public sealed record InsertTask(TaskRow Row) : RowChange;

    public sealed record AssignTask(ScopeKey Key, string? Assignee, long Version) : RowChange;

    /// <summary>Completed or cancelled; the row stays.</summary>
    public sealed record EndTask(ScopeKey Key, TaskRowState State, string? Assignee, DateTimeOffset EndedAt, long Version) : RowChange;

    /// <summary>The task of a process that goes on under another version.</summary>
    public sealed record MoveTask(ScopeKey Key, DefinitionKey Definition, string Element, string? Name, string? FormId, string? EscalationOf, long Version) : RowChange;

    // ---- engine_timers

    public sealed record InsertTimer(TimerRow Row) : RowChange;

    public sealed record MoveTimer(ScopeKey Key, string Element) : RowChange;

    public sealed record DeleteTimer(ScopeKey Key) : RowChange;

    // ---- engine_jobs

    public sealed record InsertJob(JobRow Row) : RowChange;

    /// <summary>Another attempt; the lock is taken away. <see cref="Retries"/> 0 means that nobody is offered the job (an incident is open).</summary>
    public sealed record UpdateJob(ScopeKey Key, int Attempt, int Retries, DateTimeOffset AvailableAt) : RowChange;

    /// <summary>The lock of a worker stays.</summary>
    public sealed record MoveJob(ScopeKey Key, DefinitionKey Definition, string Element) : RowChange;

    public sealed record DeleteJob(ScopeKey Key) : RowChange;

    // ---- messages

    public sealed record OpenSubscription(SubscriptionRow Row) : RowChange;

    public sealed record MoveSubscription(ScopeKey Key, string Element) : RowChange;

    public sealed record CloseSubscription(ScopeKey Key) : RowChange;

    /// <summary>A thrown message, to be correlated.</summary>
    public sealed record InsertMessage(MessageRow Row) : RowChange;

    /// <summary>Which instance a message reached. Unique: it reaches a process id at most once. Deleted with its message.</summary>
    public sealed record RecordCorrelation(long Message, string ProcessId, InstanceId Instance) : RowChange;

    /// <summary>Unique: one active instance per process id and correlation key of its message start.</summary>
    public sealed record ReserveStart(string ProcessId, string CorrelationKey, InstanceId Instance) : RowChange;

    /// <summary>Deletes the reservation that the instance holds, when it holds one.</summary>
    public sealed record ReleaseStart(InstanceId Instance) : RowChange;

    /// <summary>Moves a timer start of a definition from one due instant to the next, or removes it when null. A conflict when the row is not due at <see cref="Due"/> any more: somebody else fired it.</summary>
    public sealed record AdvanceStartTimer(DefinitionKey Definition, string Element, DateTimeOffset Due, DateTimeOffset? Next, int? Repetitions) : RowChange;

    // ---- engine_incidents

    public sealed record InsertIncident(IncidentRow Row) : RowChange;

    public sealed record MoveIncident(ScopeKey Key, DefinitionKey Definition, string Element) : RowChange;

    public sealed record CloseIncident(ScopeKey Key, DateTimeOffset ResolvedAt) : RowChange;

    // ---- engine_search_variables

    /// <summary>Inserts or replaces. Only names that the definition marks <c>orch:search</c>; a null value deletes.</summary>
    public sealed record SetSearchVariable(InstanceId Instance, string Name, FeelValue? Value) : RowChange;

    // ---- engine_continuations

    public sealed record InsertContinuation(ScopeKey Scope, InstanceId Instance, DateTimeOffset RequestedAt) : RowChange;

    public sealed record DeleteContinuation(ScopeKey Scope) : RowChange;

    // ---- engine_outbox

    public sealed record InsertOutbox(OutboxRow Row) : RowChange;
}
