namespace Orchestrator.Contracts.Client;

/// <summary>What waits for somebody today.</summary>
/// <param name="Counts">The figures of the inbox.</param>
/// <param name="MineOverdue">Of the user's own tasks, those past due.</param>
/// <param name="MineToday">Of the user's own tasks, those due today and not past.</param>
/// <param name="Urgent">The user's own tasks, the nearest due first, a few.</param>
/// <param name="Waiting">Tasks of the user's groups that nobody has taken, the nearest due first, a few.</param>
/// <param name="Loads">Who has how much, for a supervisor; empty for others.</param>
public sealed record WorkDay(
    InboxCounts Counts, int MineOverdue, int MineToday, IReadOnlyList<TaskSummary> Urgent, IReadOnlyList<TaskSummary> Waiting, IReadOnlyList<Workload> Loads)
{
    /// <summary>How many tasks each list shows at most.</summary>
    public const int ShownMax = 5;

    /// <summary>For whom the user stands in today.</summary>
    public IReadOnlyList<AbsentColleague> StandsInFor { get; init; } = [];

    /// <summary>Who of the user's groups is absent today, for a supervisor; empty for others.</summary>
    public IReadOnlyList<AbsentColleague> Absent { get; init; } = [];
}

/// <summary>How much somebody has.</summary>
/// <param name="Account">The account; null for tasks in nobody's hands.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Open">Open tasks.</param>
/// <param name="Overdue">Of these, those past due.</param>
public sealed record Workload(string? Account, string? Name, int Open, int Overdue);
