using System.Collections.Immutable;
using System.Globalization;
using Orchestrator.Cases;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.History;
using Orchestrator.Engine.HumanTasks;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Server.Client.Notices;

namespace Orchestrator.Server.Client;

/// <summary>The task whose form is the attendance sheet of a session: names and reasons stay in the registry, the process gets case ids with status and minutes.</summary>
internal sealed class AttendanceRecorder(HumanTaskDesk tasks, CaseDesk desk, HistoryService history)
{
    /// <summary>The form that stands for the sheet.</summary>
    public const string FormId = "register-attendance";

    private const string List = "attendance";

    /// <summary>The registry's key of the session that the task is or was about, or null.</summary>
    public async Task<string?> SessionOfAsync(TaskRow row, CancellationToken cancellation) => KeyIn(await SeenByAsync(row, cancellation));

    /// <summary>The variables that the task sees or, when it has ended, saw.</summary>
    public async Task<FeelContext> SeenByAsync(TaskRow row, CancellationToken cancellation)
    {
        if (row.State == TaskRowState.Created) return (await tasks.OpenAsync(row.Key, cancellation))?.Variables ?? FeelContext.Empty;
        // A task that has ended sees nothing any more; what it saw stands in the state just before.
        var before = await history.StateAtAsync(row.Instance, row.Version - 1, cancellation);
        return before?.Elements.ContainsKey(row.Key) == true ? VisibleVariables.Of(before, row.Key) : FeelContext.Empty;
    }

    /// <summary>Completes the task with the sheet as the registry has it. Null when the task is open no more; else the engine's answer.</summary>
    public async Task<SubmitResult?> TellProcessAsync(Actor actor, Guid request, ScopeKey task, string session, CancellationToken cancellation)
    {
        if (await tasks.FindAsync(task, cancellation) is not { State: TaskRowState.Created }) return null;
        var sheet = await desk.ReadAttendanceAsync(session, new(actor.Name, "attendance told to the process"), cancellation);
        var recorded = sheet.Rows.Where(person => person.Status is not null).OrderBy(person => person.CaseId, StringComparer.Ordinal)
            .Select(person => (FeelValue)Row(new(person.CaseId, person.Status!.Value, person.Minutes ?? 0), person.ReasonCode));
        return await tasks.CompleteAsync(request, actor, task, FeelContext.Of((List, new FeelList(recorded.ToImmutableArray()))), null, cancellation);
    }

    /// <summary>Before the open task <paramref name="row"/> is completed: writes the rows of <c>attendance</c> into the sheet. The data to complete with, as the registry has them now; saved twice it is the same sheet.</summary>
    /// <exception cref="Contracts.Cases.RegistryRefusedException">The registry has no such session.</exception>
    public async Task<Outcome<FeelContext>> SaveAsync(ActingUser user, TaskRow row, Guid request, FeelContext data, CancellationToken cancellation)
    {
        if (await SessionOfAsync(row, cancellation) is not { } session) return NoSession();
        if (EntriesIn(data) is not { } entries)
            return Refused.From([new FieldError(List, "type", "Expected a list of rows, each with case, status, minutes and, for a justified absence, reasonCode.")]);
        var notice = (NoticeContent.Of(user) with { Key = row.Key.Value }).Draft(request);
        var saved = await desk.SaveAttendanceAsync(new(session, null, entries, Complete: true) { Notice = notice }, user.UserName, cancellation);
        return saved.Value is { } attendance ? DataOf(attendance, entries) : Refused.From(saved.Problems);
    }

    public static Refusal NoSession() => new(RefusalKind.Conflict, "NoSession", "Expected an open task that names its session, but this one has ended or names none.");

    /// <summary>Where a field of the table stands in the form's data: <c>rows[12].minutes</c> is <c>attendance[12].minutes</c>.</summary>
    public static string InData(string path) => path.StartsWith("rows[", StringComparison.Ordinal) ? $"{List}{path["rows".Length..]}" : path;

    /// <summary>The rows of the table as the form's data, as they were typed.</summary>
    public static FeelContext DataOf(IReadOnlyList<GridEntry> rows) => FeelContext.Of((List, new FeelList(rows.Select(TypedRow).ToImmutableArray())));

    private static FeelValue TypedRow(GridEntry row) =>
        FeelContext.Of([("case", new FeelString(row.CaseId)), .. row.Values.Select(pair => (pair.Key, (FeelValue)new FeelString(pair.Value)))]);

    private static List<RegistryDesk.AttendanceEntry>? EntriesIn(FeelContext data)
    {
        if (!data.TryGet(List, out var value) || value is not FeelList list) return null;
        var entries = new List<RegistryDesk.AttendanceEntry>(list.Items.Length);
        foreach (var item in list.Items)
        {
            if (item is not FeelContext row || TextIn(row, "case") is not { } person) return null;
            entries.Add(new(person, TextIn(row, "status"), TextIn(row, "minutes"), TextIn(row, "reasonCode")));
        }
        return entries;
    }

    // Pages send texts, programs numbers.
    private static string? TextIn(FeelContext row, string name) => row.TryGet(name, out var value)
        ? value switch { FeelString text => text.Value, FeelNumber number => number.ToString(), _ => null }
        : null;

    private static string? KeyIn(FeelContext variables) =>
        variables.TryGet("session", out var session) && session is FeelContext context && context.TryGet("id", out var id) && id is FeelString key ? key.Value : null;

    // The data that the task is completed with.
    private static FeelContext DataOf(RegistryDesk.AttendanceSaved saved, List<RegistryDesk.AttendanceEntry> entries)
    {
        var reasons = entries.Where(entry => entry.ReasonCode is not null).ToDictionary(entry => entry.CaseId, entry => entry.ReasonCode);
        var list = saved.Recorded.Select(record => (FeelValue)Row(record, reasons.GetValueOrDefault(record.CaseId)));
        return FeelContext.Of((List, new FeelList(list.ToImmutableArray())));
    }

    private static FeelContext Row(RegistryDesk.AttendanceRecord record, string? reason)
    {
        var row = FeelContext.Of(
            ("case", new FeelString(record.CaseId)),
            ("status", new FeelString(RegistryDesk.AttendanceStatusName.Of(record.Status))),
            ("minutes", FeelJson.Read(record.Minutes.ToString(CultureInfo.InvariantCulture))));
        // The form asks for the reason of a justified absence; it stays out of what cases are told.
        return string.IsNullOrEmpty(reason) ? row : row.With(FeelContext.Of(("reasonCode", new FeelString(reason))));
    }
}
