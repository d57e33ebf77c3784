using Orchestrator.Cases;
using Orchestrator.Cases.Desk;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.HumanTasks;
using Orchestrator.Engine.Instances;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Server.Client;

/// <summary>Tables about the people of a session as grids: attendance, needs. Opening one reads names, so it is written into the read log.</summary>
internal sealed class Attendance(
    HumanTaskDesk tasks, InstanceDesk instances, CaseDesk desk, ICaseRegistry registry, AttendanceRecorder recorder, CaseRights rights, TaskViews views,
    TaskSheets sheets, TaskDrafts drafts, TermReader terms, TaskCompletion completion, WhoWasFaster faster, TimeProvider time) : IAttendance
{
    public async Task<Outcome<GridSheet>> OpenAsync(ActingUser user, long taskKey, CancellationToken cancellation)
    {
        if (await FindAsync(user, taskKey, cancellation) is not { } row) return Missing(taskKey);
        if (row.FormId == CallsTable.FormId) return await CallsAsync(user, row, cancellation);
        if (await recorder.SessionOfAsync(row, cancellation) is not { } session) return AttendanceRecorder.NoSession();
        try
        {
            var sheet = await desk.ReadAttendanceAsync(session, new(user.UserName, "attendance sheet"), cancellation);
            return await SheetAsync(user, row, sheet, cancellation);
        }
        catch (RegistryRefusedException refused)
        {
            return Refused.From(refused);
        }
    }

    public async Task<Outcome<TaskSummary>> RecordAsync(ActingUser user, TaskAction action, IReadOnlyList<GridEntry> rows, CancellationToken cancellation)
    {
        if (!user.Has(Roles.Operator, Roles.Supervisor)) return Refused.NotAllowed("Expected an operator or a supervisor: other accounts do not act on tasks.");
        if (await FindAsync(user, action.TaskKey, cancellation) is not { } row) return Missing(action.TaskKey);
        if (row.State != TaskRowState.Created || row.Version != action.Version || row.Assignee != user.UserName)
            return await faster.ExplainAsync(new(Interpreter.RejectionReason.WrongState, "Expected the task as it was shown, in your hands."), row, cancellation);
        // A table says more than its form would: the registry, which comes first, reads the rows out of the same data.
        var data = row.FormId switch
        {
            NeedsTable.FormId => NeedsTable.DataOf(rows),
            CallsTable.FormId => CallsTable.DataOf(rows, time.GetUtcNow()),
            _ => AttendanceRecorder.DataOf(rows),
        };
        var completed = await completion.OfAsync(user, row, action.Request, data, action.Version, cancellation);
        if (completed.Result is not { } result) return completed.Refusal!;
        if (completed.Errors.Count > 0) return Refused.From(completed.Errors);
        if (result.Rejection is null) await drafts.ForgetAsync(user, row.Key, cancellation);
        var now = (await tasks.FindAsync(row.Key, cancellation))!;
        return result.Rejection is { } rejection ? await faster.ExplainAsync(rejection, now, cancellation) : await views.OfAsync(now, cancellation);
    }

    private async Task<GridSheet> CallsAsync(ActingUser user, TaskRow row, CancellationToken cancellation)
    {
        var people = new List<PersonName>();
        foreach (var cases in CallsTable.CasesIn(await recorder.SeenByAsync(row, cancellation)).Chunk(CaseLimits.PageRowsMax))
            people.AddRange(await desk.ReadNamesAsync(cases, new(user.UserName, "calls to those without an e-mail"), cancellation));
        var centres = (await registry.ListCentresAsync(cancellation)).ToDictionary(centre => centre.Code, centre => centre.Name);
        var state = await instances.StateAsync(row.Instance);
        var recorded = CallsTable.ValuesIn(await sheets.CompletionOfAsync(row, cancellation));
        return new(
            await views.OfAsync(row, cancellation), CallsTable.Columns(),
            [.. people.OrderBy(person => person.FullName, StringComparer.CurrentCultureIgnoreCase).Select(person => new GridRow(
                person.CaseId, person.FullName, centres.GetValueOrDefault(person.Centre, person.Centre), recorded.GetValueOrDefault(person.CaseId) ?? []) { Phone = person.Mobile })],
            TaskViews.AllowedTo(user, row, await rights.MayOpenAsync(user, row.Instance, cancellation)))
        {
            ToCall = true,
            Draft = await drafts.TableOfAsync(user, row.Key, cancellation),
            Terms = state is null ? [] : await terms.OfAsync(state, cancellation),
        };
    }

    private async Task<GridSheet> SheetAsync(ActingUser user, TaskRow row, AttendanceSheet sheet, CancellationToken cancellation)
    {
        var centres = (await registry.ListCentresAsync(cancellation)).ToDictionary(centre => centre.Code, centre => centre.Name);
        var state = await instances.StateAsync(row.Instance);
        var needs = row.FormId == NeedsTable.FormId;
        var recorded = needs ? NeedsTable.ValuesIn(await sheets.CompletionOfAsync(row, cancellation)) : [];
        return new(
            await views.OfAsync(row, cancellation), needs ? NeedsTable.Columns() : GridColumns.Attendance(sheet.DurationMinutes),
            [.. sheet.Rows.Select(person => new GridRow(person.CaseId, person.FullName, centres.GetValueOrDefault(person.Centre, person.Centre),
                needs ? recorded.GetValueOrDefault(person.CaseId) ?? NeedsTable.StartOf(person) : Values(person)))],
            TaskViews.AllowedTo(user, row, await rights.MayOpenAsync(user, row.Instance, cancellation)))
        {
            SessionStartsAt = sheet.StartsAt,
            SessionMinutes = sheet.DurationMinutes,
            Draft = await drafts.TableOfAsync(user, row.Key, cancellation),
            Terms = state is null ? [] : await terms.OfAsync(state, cancellation),
        };
    }

    private static Dictionary<string, string> Values(AttendanceRow person)
    {
        var values = new Dictionary<string, string>();
        if (person.Status is { } status) values["status"] = AttendanceStatusName.Of(status);
        if (person.Minutes is { } minutes) values["minutes"] = FormattableString.Invariant($"{minutes}");
        if (person.ReasonCode is { } reason) values["reasonCode"] = reason;
        return values;
    }

    private async Task<TaskRow?> FindAsync(ActingUser user, long taskKey, CancellationToken cancellation)
    {
        // The sheet shows names: an auditor sees them in the registry's own report, not here.
        if (taskKey <= 0 || !user.Has(Roles.Operator, Roles.Supervisor)) return null;
        var page = await tasks.SearchAsync(new() { Key = new(taskKey), VisibleTo = CaseRights.TasksOf(user), Page = new(0, 1) }, cancellation);
        return page.Items is [{ FormId: AttendanceRecorder.FormId or NeedsTable.FormId or CallsTable.FormId } row] ? row : null;
    }

    private static Refusal Missing(long task) => new(RefusalKind.NotFound, "TaskNotFound", $"Expected an attendance task {task}, but there is none that you may see.");
}
