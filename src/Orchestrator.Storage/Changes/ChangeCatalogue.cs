using System.Collections.Frozen;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Projections;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Encryption;
using Orchestrator.Storage.Model;

namespace Orchestrator.Storage.Changes;

/// <summary>How every row change is written. The instance row is not here: each commit writes it once, with version and head (<see cref="InstanceWrite"/>).</summary>
internal sealed class ChangeCatalogue(MessageCipher messages)
{
    private readonly FrozenDictionary<Type, ChangeSpec> _specs = Build(messages).ToFrozenDictionary(entry => entry.Type, entry => entry.Spec);

    public IEnumerable<ChangeSpec> Specs => _specs.Values;

    /// <summary>A search variable that has nothing to search any more is deleted, a timer start without a next instant too.</summary>
    public ChangeSpec Of(RowChange change) => change switch
    {
        RowChange.SetSearchVariable variable when SearchColumns.Of(variable.Instance, variable.Name, variable.Value) is null => DeleteSearchVariable,
        RowChange.AdvanceStartTimer { Next: null } => RemoveStartTimer,
        _ => _specs.GetValueOrDefault(change.GetType()) ?? throw new InvariantBrokenException($"Expected a way to write {change.GetType().Name}, but there is none."),
    };

    /// <summary>The row that a change is about, for changes that may come more than once: the later one counts.</summary>
    public static object KeyOf(RowChange change) => change switch
    {
        RowChange.EndProcessScope x => x.Key,
        RowChange.MoveProcessScope x => x.Key,
        RowChange.AssignTask x => x.Key,
        RowChange.MoveTask x => x.Key,
        RowChange.MoveTimer x => x.Key,
        RowChange.MoveJob x => x.Key,
        RowChange.MoveSubscription x => x.Key,
        RowChange.MoveIncident x => x.Key,
        RowChange.EndTask x => x.Key,
        RowChange.DeleteTimer x => x.Key,
        RowChange.UpdateJob x => x.Key,
        RowChange.DeleteJob x => x.Key,
        RowChange.CloseSubscription x => x.Key,
        RowChange.ReleaseStart x => x.Instance,
        RowChange.AdvanceStartTimer x => (x.Definition, x.Element, x.Due),
        RowChange.CloseIncident x => x.Key,
        RowChange.SetSearchVariable x => (x.Instance, x.Name),
        RowChange.DeleteContinuation x => x.Scope,
        _ => throw new InvariantBrokenException($"Expected a change of a row that exists, but found {change.GetType().Name}."),
    };

    public static ChangeSpec DeleteSearchVariable { get; } = ChangeSpec.Of<RowChange.SetSearchVariable>(ChangeKind.Delete, "engine_search_variables", "instance:I name:T", "",
        (change, sink) => { sink.Int64(change.Instance.Number); sink.Text(change.Name); });

    public static ChangeSpec RemoveStartTimer { get; } = ChangeSpec.Of<RowChange.AdvanceStartTimer>(ChangeKind.DeleteContested, "engine_start_timers", "definition:I element:T due_at:@", "",
        (change, sink) => { sink.Int64(change.Definition.Value); sink.Text(change.Element); sink.Instant(change.Due); });

    private static IEnumerable<(Type Type, ChangeSpec Spec)> Build(MessageCipher messages) =>
    [
        .. Processes(), .. Tasks(), .. Waits(), .. Messages(messages), .. Others(),
    ];

    private static (Type, ChangeSpec) Spec<T>(ChangeKind kind, string table, string keys, string values, Action<T, IColumnSink> bind, string? constants = null) where T : RowChange =>
        (typeof(T), ChangeSpec.Of(kind, table, keys, values, bind) with { Constants = constants });

    private static IEnumerable<(Type, ChangeSpec)> Processes() =>
    [
        Spec<RowChange.InsertProcessScope>(ChangeKind.Insert, "engine_process_scopes", "key:I", "instance:I definition:I process_id:T parent:I element:T state:i started_at:@ ended_at:@", (change, sink) =>
        {
            var row = change.Row;
            sink.Int64(row.Key.Value);
            sink.Int64(row.Instance.Number);
            sink.Int64(row.Definition.Value);
            sink.Text(row.ProcessId);
            sink.Int64(row.Parent.Value);
            sink.Text(row.Element);
            sink.Int32((int)row.State);
            sink.Instant(row.StartedAt);
            sink.Instant(row.EndedAt);
        }),
        Spec<RowChange.EndProcessScope>(ChangeKind.Update, "engine_process_scopes", "key:I", "state:i ended_at:@", (change, sink) =>
        {
            sink.Int64(change.Key.Value);
            sink.Int32((int)change.State);
            sink.Instant(change.EndedAt);
        }),
        Spec<RowChange.MoveProcessScope>(ChangeKind.Update, "engine_process_scopes", "key:I", "definition:I",
            (change, sink) => { sink.Int64(change.Key.Value); sink.Int64(change.Definition.Value); }),
    ];

    private static IEnumerable<(Type, ChangeSpec)> Tasks() =>
    [
        Spec<RowChange.InsertTask>(ChangeKind.Insert, "engine_tasks", "key:I",
            "instance:I definition:I process_id:T business_key:T element:T name:T state:i assignee:T candidate_groups:T candidate_users:T due_at:@ follow_up_at:@ priority:i form_id:T escalation_of:T created_at:@ ended_at:@ version:I",
            (change, sink) => Task(change.Row, sink)),
        Spec<RowChange.AssignTask>(ChangeKind.Update, "engine_tasks", "key:I", "assignee:T version:I",
            (change, sink) => { sink.Int64(change.Key.Value); sink.Text(change.Assignee); sink.Int64(change.Version); }),
        Spec<RowChange.MoveTask>(ChangeKind.Update, "engine_tasks", "key:I", "definition:I element:T name:T form_id:T escalation_of:T version:I", (change, sink) =>
        {
            sink.Int64(change.Key.Value);
            sink.Int64(change.Definition.Value);
            sink.Text(change.Element);
            sink.Text(change.Name);
            sink.Text(change.FormId);
            sink.Text(change.EscalationOf);
            sink.Int64(change.Version);
        }),
        Spec<RowChange.EndTask>(ChangeKind.Update, "engine_tasks", "key:I", "state:i assignee:T ended_at:@ version:I", (change, sink) =>
        {
            sink.Int64(change.Key.Value);
            sink.Int32((int)change.State);
            sink.Text(change.Assignee);
            sink.Instant(change.EndedAt);
            sink.Int64(change.Version);
        }),
    ];

    private static void Task(TaskRow row, IColumnSink sink)
    {
        sink.Int64(row.Key.Value);
        sink.Int64(row.Instance.Number);
        sink.Int64(row.Definition.Value);
        sink.Text(row.ProcessId);
        sink.Text(row.BusinessKey);
        sink.Text(row.Element);
        sink.Text(row.Name);
        sink.Int32((int)row.State);
        sink.Text(row.Assignee);
        sink.Text(NameList.Join(row.CandidateGroups));
        sink.Text(NameList.Join(row.CandidateUsers));
        sink.Instant(row.DueAt);
        sink.Instant(row.FollowUpAt);
        sink.Int32(row.Priority);
        sink.Text(row.FormId);
        sink.Text(row.EscalationOf);
        sink.Instant(row.CreatedAt);
        sink.Instant(row.EndedAt);
        sink.Int64(row.Version);
    }

    private static IEnumerable<(Type, ChangeSpec)> Waits() =>
    [
        Spec<RowChange.InsertTimer>(ChangeKind.Insert, "engine_timers", "key:I", "instance:I host:I element:T due_at:@", (change, sink) =>
        {
            sink.Int64(change.Row.Key.Value);
            sink.Int64(change.Row.Instance.Number);
            sink.Int64(change.Row.Host.Value);
            sink.Text(change.Row.Element);
            sink.Instant(change.Row.DueAt);
        }),
        Spec<RowChange.MoveTimer>(ChangeKind.Update, "engine_timers", "key:I", "element:T", (change, sink) => { sink.Int64(change.Key.Value); sink.Text(change.Element); }),
        Spec<RowChange.DeleteTimer>(ChangeKind.Delete, "engine_timers", "key:I", "", (change, sink) => sink.Int64(change.Key.Value)),
        Spec<RowChange.InsertJob>(ChangeKind.Insert, "engine_jobs", "key:I", "instance:I definition:I process_id:T element:T type:T attempt:i retries:i available_at:@ bus:F", (change, sink) =>
        {
            var row = change.Row;
            sink.Int64(row.Key.Value);
            sink.Int64(row.Instance.Number);
            sink.Int64(row.Definition.Value);
            sink.Text(row.ProcessId);
            sink.Text(row.Element);
            sink.Text(row.Type);
            sink.Int32(row.Attempt);
            sink.Int32(row.Retries);
            sink.Instant(row.AvailableAt);
            sink.Flag(row.Bus);
        }),
        Spec<RowChange.UpdateJob>(ChangeKind.Update, "engine_jobs", "key:I", "attempt:i retries:i available_at:@", (change, sink) =>
        {
            sink.Int64(change.Key.Value);
            sink.Int32(change.Attempt);
            sink.Int32(change.Retries);
            sink.Instant(change.AvailableAt);
        }, constants: "worker = NULL, locked_until = NULL"),
        Spec<RowChange.MoveJob>(ChangeKind.Update, "engine_jobs", "key:I", "definition:I element:T",
            (change, sink) => { sink.Int64(change.Key.Value); sink.Int64(change.Definition.Value); sink.Text(change.Element); }),
        Spec<RowChange.DeleteJob>(ChangeKind.Delete, "engine_jobs", "key:I", "", (change, sink) => sink.Int64(change.Key.Value)),
        Spec<RowChange.OpenSubscription>(ChangeKind.Insert, "engine_subscriptions", "key:I", "instance:I process_id:T element:T message_name:T correlation_key:T opened_at:@", (change, sink) =>
        {
            var row = change.Row;
            sink.Int64(row.Key.Value);
            sink.Int64(row.Instance.Number);
            sink.Text(row.ProcessId);
            sink.Text(row.Element);
            sink.Text(row.MessageName);
            sink.Text(row.CorrelationKey);
            sink.Instant(row.OpenedAt);
        }),
        Spec<RowChange.MoveSubscription>(ChangeKind.Update, "engine_subscriptions", "key:I", "element:T", (change, sink) => { sink.Int64(change.Key.Value); sink.Text(change.Element); }),
        Spec<RowChange.CloseSubscription>(ChangeKind.Delete, "engine_subscriptions", "key:I", "", (change, sink) => sink.Int64(change.Key.Value)),
    ];

    private static IEnumerable<(Type, ChangeSpec)> Messages(MessageCipher messages) =>
    [
        Spec<RowChange.InsertMessage>(ChangeKind.Insert, "engine_messages", "key:I", "name:T correlation_key:T message_id:T published_at:@ expires_at:@ immediate:F payload:B", (change, sink) =>
        {
            var row = change.Row;
            sink.Int64(row.Key);
            sink.Text(row.Name);
            sink.Text(row.CorrelationKey);
            sink.Text(row.MessageId);
            sink.Instant(row.PublishedAt);
            sink.Instant(row.ExpiresAt);
            sink.Flag(row.Immediate);
            sink.Bytes(messages.Encrypt(row));
        }),
        Spec<RowChange.RecordCorrelation>(ChangeKind.InsertContested, "engine_message_correlations", "message:I process_id:T", "instance:I",
            (change, sink) => { sink.Int64(change.Message); sink.Text(change.ProcessId); sink.Int64(change.Instance.Number); }),
        Spec<RowChange.ReserveStart>(ChangeKind.InsertContested, "engine_start_reservations", "process_id:T correlation_key:T", "instance:I",
            (change, sink) => { sink.Text(change.ProcessId); sink.Text(change.CorrelationKey); sink.Int64(change.Instance.Number); }),
        Spec<RowChange.ReleaseStart>(ChangeKind.Delete, "engine_start_reservations", "instance:I", "", (change, sink) => sink.Int64(change.Instance.Number)),
        Spec<RowChange.AdvanceStartTimer>(ChangeKind.UpdateContested, "engine_start_timers", "definition:I element:T due_at:@", "due_at:@ repetitions:i", (change, sink) =>
        {
            sink.Int64(change.Definition.Value);
            sink.Text(change.Element);
            sink.Instant(change.Due);
            sink.Instant(change.Next);
            sink.Int32(change.Repetitions);
        }, constants: "claimed_until = NULL"),
    ];

    private static IEnumerable<(Type, ChangeSpec)> Others() =>
    [
        Spec<RowChange.InsertIncident>(ChangeKind.Insert, "engine_incidents", "key:I", "instance:I definition:I process_id:T element:T scope:I kind:i message:T raised_at:@ resolved_at:@", (change, sink) =>
        {
            var row = change.Row;
            sink.Int64(row.Key.Value);
            sink.Int64(row.Instance.Number);
            sink.Int64(row.Definition.Value);
            sink.Text(row.ProcessId);
            sink.Text(row.Element);
            sink.Int64(row.Scope.Value);
            sink.Int32((int)row.Kind);
            sink.Text(row.Message);
            sink.Instant(row.RaisedAt);
            sink.Instant(row.ResolvedAt);
        }),
        Spec<RowChange.MoveIncident>(ChangeKind.Update, "engine_incidents", "key:I", "definition:I element:T",
            (change, sink) => { sink.Int64(change.Key.Value); sink.Int64(change.Definition.Value); sink.Text(change.Element); }),
        Spec<RowChange.CloseIncident>(ChangeKind.Update, "engine_incidents", "key:I", "resolved_at:@",
            (change, sink) => { sink.Int64(change.Key.Value); sink.Instant(change.ResolvedAt); }),
        Spec<RowChange.SetSearchVariable>(ChangeKind.Upsert, "engine_search_variables", "instance:I name:T", "text:T number:D", (change, sink) =>
        {
            var row = SearchColumns.Of(change.Instance, change.Name, change.Value)!;
            sink.Int64(change.Instance.Number);
            sink.Text(change.Name);
            sink.Text(row.Text);
            sink.Decimal(row.Number);
        }),
        Spec<RowChange.InsertContinuation>(ChangeKind.Insert, "engine_continuations", "scope:I", "instance:I requested_at:@",
            (change, sink) => { sink.Int64(change.Scope.Value); sink.Int64(change.Instance.Number); sink.Instant(change.RequestedAt); }),
        Spec<RowChange.DeleteContinuation>(ChangeKind.Delete, "engine_continuations", "scope:I", "", (change, sink) => sink.Int64(change.Scope.Value)),
        Spec<RowChange.InsertOutbox>(ChangeKind.Insert, "engine_outbox", "key:I attempt:i kind:i", "instance:I available_at:@ failures:i", (change, sink) =>
        {
            sink.Int64(change.Row.Key.Value);
            sink.Int32(change.Row.Attempt);
            sink.Int32((int)change.Row.Kind);
            sink.Int64(change.Row.Instance.Number);
            sink.Instant(change.Row.AvailableAt);
            sink.Int32(0);
        }),
    ];
}
