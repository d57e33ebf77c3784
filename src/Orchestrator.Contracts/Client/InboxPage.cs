namespace Orchestrator.Contracts.Client;

/// <summary>The tabs of the inbox.</summary>
public enum InboxTab
{
    /// <summary>Open tasks assigned to the user.</summary>
    Mine,

    /// <summary>Open tasks of the user's groups that nobody has taken.</summary>
    Groups,

    /// <summary>Open tasks that the user sees (theirs and their groups') and that are past due.</summary>
    Overdue,

    /// <summary>Tasks that the user completed, the last first.</summary>
    Completed,
}

/// <summary>What part of the inbox is wanted. Open tasks come by due instant (those without last), then by creation.</summary>
/// <param name="Tab">The tab.</param>
/// <param name="Search">Words searched in task name, process name, business key; null for all. Never a person's name.</param>
/// <param name="Offset">How many tasks to skip, 0 or more.</param>
/// <param name="Limit">How many tasks at most, 1 to 200.</param>
public sealed record InboxQuery(InboxTab Tab, string? Search, int Offset, int Limit);

/// <summary>A page of the inbox.</summary>
/// <param name="Tasks">The tasks of the wanted tab.</param>
/// <param name="Total">How many there are in the tab with this search.</param>
/// <param name="Counts">How many there are in each tab, without the search.</param>
public sealed record InboxPage(IReadOnlyList<TaskSummary> Tasks, int Total, InboxCounts Counts);

/// <summary>Figures on the tabs.</summary>
public sealed record InboxCounts(int Mine, int Groups, int Overdue, int Completed);

/// <summary>The state of a human task.</summary>
public enum HumanTaskState
{
    /// <summary>Open and in nobody's hands.</summary>
    Open,

    /// <summary>Open and assigned.</summary>
    Assigned,

    /// <summary>Done by somebody.</summary>
    Completed,

    /// <summary>Withdrawn by the process.</summary>
    Canceled,
}

/// <summary>A task in a list.</summary>
/// <param name="TaskKey">The task.</param>
/// <param name="Version">Grows with every change of the task; a write names the version that was shown.</param>
/// <param name="Name">The element's name in the definition.</param>
/// <param name="State">Open, assigned, completed, cancelled.</param>
/// <param name="Case">The case it belongs to.</param>
/// <param name="CreatedAt">When it appeared.</param>
public sealed record TaskSummary(long TaskKey, long Version, string Name, HumanTaskState State, CaseReference Case, DateTimeOffset CreatedAt)
{
    /// <summary>The element's id in the definition.</summary>
    public string ElementId { get; init; } = "";

    /// <summary>Account of the assignee.</summary>
    public string? Assignee { get; init; }

    /// <summary>The assignee's name to show.</summary>
    public string? AssigneeName { get; init; }

    /// <summary>Candidate groups.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>When the task is due; null when it has no due date.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Working days (office calendar) from today to the due day, neither counted twice: 0 today, 1 the next working day; null without a due date or when it is past.</summary>
    public int? WorkingDaysToDue { get; init; }

    /// <summary>When it was completed or cancelled.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>Names a case (a process instance).</summary>
/// <param name="InstanceKey">The instance.</param>
/// <param name="BusinessKey">Such as <c>AG-CR-2026-0007-1</c>; null when it has none.</param>
/// <param name="ProcessId">The process's id in the definition.</param>
/// <param name="ProcessName">The process's name.</param>
public sealed record CaseReference(long InstanceKey, string? BusinessKey, string ProcessId, string ProcessName)
{
    /// <summary>The company that the case is about, as people call it; null when there is none. Never a person.</summary>
    public string? Company { get; init; }
}
