using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Model;

namespace Orchestrator.Storage.Sql;

/// <summary>Rows as the engine's ports name them.</summary>
internal static class RowMapping
{
    public static InstanceRow ToRow(this InstanceRecord row) =>
        new(new(row.Instance), new(row.Definition), row.ProcessId, row.BusinessKey, row.Subject, row.State, row.StartedAt, row.EndedAt, row.HasIncident);

    public static ProcessScopeRow ToRow(this ProcessScopeRecord row) =>
        new(new(row.Key), new(row.Instance), new(row.Definition), row.ProcessId, new(row.Parent), row.Element, row.State, row.StartedAt, row.EndedAt);

    public static TaskRow ToRow(this TaskRecord row) => new()
    {
        Key = new(row.Key),
        Instance = new(row.Instance),
        Definition = new(row.Definition),
        ProcessId = row.ProcessId,
        BusinessKey = row.BusinessKey,
        Element = row.Element,
        Name = row.Name,
        State = row.State,
        Assignee = row.Assignee,
        CandidateGroups = NameList.Split(row.CandidateGroups),
        CandidateUsers = NameList.Split(row.CandidateUsers),
        DueAt = row.DueAt,
        FollowUpAt = row.FollowUpAt,
        Priority = row.Priority,
        FormId = row.FormId,
        EscalationOf = row.EscalationOf,
        CreatedAt = row.CreatedAt,
        EndedAt = row.EndedAt,
        Version = row.Version,
    };

    public static TimerRow ToRow(this TimerRecord row) => new(new(row.Key), new(row.Instance), new(row.Host), row.Element, row.DueAt);

    public static DueRow ToRow(this DueRecord row) => new((DueKind)row.Kind, new(row.Key), row.Element, row.DueAt);

    public static JobRow ToRow(this JobRecord row) =>
        new(new(row.Key), new(row.Instance), new(row.Definition), row.ProcessId, row.Element, row.Type, row.Attempt, row.Retries, row.AvailableAt, row.Bus);

    public static LockedJob ToLockedJob(this JobRecord row) => new(row.ToRow(), row.Worker, row.LockedUntil ?? DateTimeOffset.MinValue);

    public static SubscriptionRow ToRow(this SubscriptionRecord row) =>
        new(new(row.Key), new(row.Instance), row.ProcessId, row.Element, row.MessageName, row.CorrelationKey, row.OpenedAt);

    public static IncidentRow ToRow(this IncidentRecord row) =>
        new(new(row.Key), new(row.Instance), new(row.Definition), row.ProcessId, row.Element, new ScopeKey(row.Scope), row.Kind, row.Message, row.RaisedAt, row.ResolvedAt);

    public static SearchVariableRow ToRow(this SearchVariableRecord row) => new(new InstanceId(row.Instance), row.Name, row.Text, row.Number);

    public static ContinuationRow ToRow(this ContinuationRecord row) => new(new ScopeKey(row.Scope), new InstanceId(row.Instance), row.RequestedAt);

    public static StartReservationRow ToRow(this StartReservationRecord row) => new(row.ProcessId, row.CorrelationKey, new InstanceId(row.Instance));
}
