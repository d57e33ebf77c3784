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

    /// <summary>Every open task that the user sees, in whosever hands.</summary>
    All,

    /// <summary>What an absent colleague has, of what the user is a candidate of; the filter's <see cref="InboxFilter.Assignee"/> says whose. For who stands in for them today.</summary>
    StandingIn,
}

/// <summary>What the due instants of a list are restricted to.</summary>
public enum InboxDue
{
    /// <summary>Past due.</summary>
    Overdue,

    /// <summary>Not past, and due today.</summary>
    Today,

    /// <summary>Not past, and due today or on one of the next seven days.</summary>
    Week,

    /// <summary>Without a due instant.</summary>
    Never,
}

/// <summary>Under what headings the tasks of a list stand.</summary>
public enum InboxGrouping
{
    None,

    /// <summary>Overdue, today, within seven days, later, without a due date.</summary>
    Due,
    Process,

    /// <summary>By who has it; those in nobody's hands first.</summary>
    Person,
}

/// <summary>Conditions on a list beside its tab; null does not restrict.</summary>
public sealed record InboxFilter
{
    public static InboxFilter None { get; } = new();

    public string? ProcessId { get; init; }

    /// <summary>An element of <see cref="ProcessId"/>.</summary>
    public string? ElementId { get; init; }

    /// <summary>A candidate group.</summary>
    public string? Group { get; init; }

    public InboxDue? Due { get; init; }

    /// <summary>The account that has the task.</summary>
    public string? Assignee { get; init; }

    /// <summary>A variable of the case that a definition marks for search, and the text it has; both or none.</summary>
    public string? DataName { get; init; }

    public string? DataValue { get; init; }
}

/// <summary>What part of the inbox is wanted. Open tasks come by due instant (those without last), then by creation.</summary>
/// <param name="Tab">The tab.</param>
/// <param name="Search">A value that the case carries for search, its business key, or words in task name, process, business key; null for all. Never a person's name.</param>
/// <param name="Offset">How many tasks to skip, 0 or more.</param>
/// <param name="Limit">How many tasks at most, 1 to 200.</param>
public sealed record InboxQuery(InboxTab Tab, string? Search, int Offset, int Limit)
{
    public InboxFilter Filter { get; init; } = InboxFilter.None;

    /// <summary>Sorts the list by the headings, then by due instant.</summary>
    public InboxGrouping Grouping { get; init; }
}

/// <summary>A page of the inbox.</summary>
/// <param name="Tasks">The tasks of the wanted tab.</param>
/// <param name="Total">How many there are in the tab with this search and filter, up to <see cref="CountMax"/>.</param>
/// <param name="Counts">How many there are in each tab, without search and filter.</param>
public sealed record InboxPage(IReadOnlyList<TaskSummary> Tasks, int Total, InboxCounts Counts)
{
    /// <summary>Nothing is counted beyond this; a figure that reaches it means at least so many.</summary>
    public const int CountMax = 10_000;

    /// <summary>What the filters offer to this user.</summary>
    public InboxChoices Choices { get; init; } = InboxChoices.None;

    /// <summary>The headings of a grouped list with how many tasks stand under each on all its pages, in the order of the list; empty when it is not grouped.</summary>
    public IReadOnlyList<InboxSection> Sections { get; init; } = [];

    /// <summary>For whom the user stands in today.</summary>
    public IReadOnlyList<AbsentColleague> StandsInFor { get; init; } = [];
}

/// <summary>A heading of a grouped list.</summary>
/// <param name="Key">The word of <see cref="DueSections"/>, the process or the account; empty for tasks in nobody's hands.</param>
/// <param name="Label">The name of the process or person; null for a word.</param>
/// <param name="Count">How many tasks stand under it.</param>
public sealed record InboxSection(string Key, string? Label, int Count);

/// <summary>The headings by due date.</summary>
public static class DueSections
{
    public const string Overdue = "overdue";
    public const string Today = "today";
    public const string Week = "week";
    public const string Later = "later";
    public const string Never = "never";
}

/// <summary>A value to choose and how it is called.</summary>
public sealed record InboxChoice(string Value, string Label);

/// <summary>What the filters of an inbox offer.</summary>
/// <param name="Processes">Processes with human tasks.</param>
/// <param name="Elements">The human tasks of the chosen process; empty without one.</param>
/// <param name="Groups">Candidate groups.</param>
/// <param name="Persons">Who has open tasks that the user sees; empty on tabs where it is always the same.</param>
/// <param name="DataNames">Variables of cases that may be searched.</param>
public sealed record InboxChoices(
    IReadOnlyList<InboxChoice> Processes, IReadOnlyList<InboxChoice> Elements, IReadOnlyList<string> Groups, IReadOnlyList<InboxChoice> Persons, IReadOnlyList<string> DataNames)
{
    public static InboxChoices None { get; } = new([], [], [], [], []);

    /// <summary>Whom tasks can be given to; empty for who may not.</summary>
    public IReadOnlyList<ColleagueChoice> Colleagues { get; init; } = [];
}

/// <summary>Figures on the tabs, each up to <see cref="InboxPage.CountMax"/>.</summary>
public sealed record InboxCounts(int Mine, int Groups, int Overdue, int Completed)
{
    public int All { get; init; }
}

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

    /// <summary>Until when the assignee is absent; null when they are here, and for a task that has ended.</summary>
    public HolderAbsence? Absence { get; init; }

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
