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

namespace Orchestrator.Server.Client;

/// <summary>The task whose form is the attendance sheet of a session: names and reasons stay in the registry, the process gets case ids with status and minutes.</summary>
internal sealed class AttendanceRecorder(HumanTaskDesk tasks, CaseDesk desk, HistoryService history)
{
    /// <summary>The form that stands for the sheet.</summary>
    public const string FormId = "register-attendance";

    /// <summary>The registry's key of the session that the task is or was about, or null.</summary>
    public async Task<string?> SessionOfAsync(TaskRow row, CancellationToken cancellation)
    {
        if (row.State == TaskRowState.Created) return await tasks.OpenAsync(row.Key, cancellation) is { } opened ? KeyIn(opened.Variables) : null;
        // A task that has ended sees nothing any more; what it saw stands in the state just before.
        var before = await history.StateAtAsync(row.Instance, row.Version - 1, cancellation);
        return before?.Elements.ContainsKey(row.Key) == true ? KeyIn(VisibleVariables.Of(before, row.Key)) : null;
    }

    /// <summary>Completes the task with the sheet as the registry has it. Null when the task is open no more; else the engine's answer.</summary>
    public async Task<SubmitResult?> TellProcessAsync(Actor actor, Guid request, ScopeKey task, string session, CancellationToken cancellation)
    {
        if (await tasks.FindAsync(task, cancellation) is not { State: TaskRowState.Created }) return null;
        var sheet = await desk.ReadAttendanceAsync(session, new(actor.Name, "attendance told to the process"), cancellation);
        var recorded = sheet.Rows.Where(person => person.Status is not null).OrderBy(person => person.CaseId, StringComparer.Ordinal)
            .Select(person => (FeelValue)Row(new(person.CaseId, person.Status!.Value, person.Minutes ?? 0), person.ReasonCode));
        return await tasks.CompleteAsync(request, actor, task, FeelContext.Of(("attendance", new FeelList(recorded.ToImmutableArray()))), null, cancellation);
    }

    private static string? KeyIn(FeelContext variables) =>
        variables.TryGet("session", out var session) && session is FeelContext context && context.TryGet("id", out var id) && id is FeelString key ? key.Value : null;

    /// <summary>The data that the task is completed with.</summary>
    public static FeelContext DataOf(RegistryDesk.AttendanceSaved saved, IReadOnlyList<GridEntry> rows)
    {
        var reasons = rows.Where(row => row.Values.ContainsKey("reasonCode")).ToDictionary(row => row.CaseId, row => row.Values["reasonCode"]);
        var list = saved.Recorded.Select(record => (FeelValue)Row(record, reasons.GetValueOrDefault(record.CaseId)));
        return FeelContext.Of(("attendance", new FeelList(list.ToImmutableArray())));
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
