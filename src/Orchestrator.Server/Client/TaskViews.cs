using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Server.Client.Absences;

namespace Orchestrator.Server.Client;

/// <summary>Rows of tasks as the pages show them.</summary>
internal sealed class TaskViews(CaseNames names, AbsentToday absent, FeelWorld world)
{
    public async Task<IReadOnlyList<TaskSummary>> OfAsync(IReadOnlyList<TaskRow> rows, CancellationToken cancellation)
    {
        await names.LearnAsync(rows.Select(row => row.Assignee), cancellation);
        await names.LearnCompaniesAsync(rows.Select(row => row.BusinessKey), cancellation);
        var tasks = new List<TaskSummary>(rows.Count);
        foreach (var row in rows) tasks.Add(await OfAsync(row, cancellation));
        return tasks;
    }

    public async Task<TaskSummary> OfAsync(TaskRow row, CancellationToken cancellation) => new(
        row.Key.Value, row.Version, row.Name ?? row.Element, StateOf(row),
        await names.CaseAsync(row.Instance, row.Definition, row.ProcessId, row.BusinessKey, cancellation), row.CreatedAt)
    {
        ElementId = row.Element,
        Assignee = row.Assignee,
        AssigneeName = await names.PersonAsync(row.Assignee, cancellation) ?? row.Assignee,
        Absence = row.State == TaskRowState.Created ? await absent.ToldAsync(row.Assignee, cancellation) : null,
        Groups = row.CandidateGroups,
        DueAt = row.DueAt,
        WorkingDaysToDue = row.DueAt is { } due && row.State == TaskRowState.Created ? WorkingDays.Until(world.DayOf(due), world.Today(), world.Calendars) : null,
        EndedAt = row.EndedAt,
    };

    /// <summary>What the user may do with the task now; the engine decides again when it is done.</summary>
    public static TaskAllowed AllowedTo(ActingUser user, TaskRow row, bool mayOpenCase)
    {
        var open = row.State == TaskRowState.Created && user.Has(Roles.Operator, Roles.Supervisor);
        var mine = row.Assignee == user.UserName;
        var candidate = user.Has(Roles.Supervisor) || row.CandidateGroups.Any(user.Groups.Contains) || row.CandidateUsers.Contains(user.UserName);
        return new(
            Claim: open && row.Assignee is null && candidate,
            Unclaim: open && (mine || (row.Assignee is not null && user.Has(Roles.Supervisor))),
            Complete: open && mine,
            OpenCase: mayOpenCase)
        {
            Assign = TaskAssignment.MayAssign(user, row),
        };
    }

    private static HumanTaskState StateOf(TaskRow row) => row switch
    {
        { State: TaskRowState.Completed } => HumanTaskState.Completed,
        { State: TaskRowState.Cancelled } => HumanTaskState.Canceled,
        { Assignee: null } => HumanTaskState.Open,
        _ => HumanTaskState.Assigned,
    };
}
