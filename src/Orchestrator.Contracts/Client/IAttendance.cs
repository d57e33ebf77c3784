namespace Orchestrator.Contracts.Client;

/// <summary>Wide tables of a task, filled in by our own grid: one row per worker case.</summary>
public interface IAttendance
{
    /// <summary>The table of a task whose form is <see cref="TaskFormKind.Grid"/>. Names are added for this answer and kept nowhere.</summary>
    Task<Outcome<GridSheet>> OpenAsync(ActingUser user, long taskKey, CancellationToken cancellation);

    /// <summary>
    /// Completes the task with the table. <c>Invalid</c> names cells as <c>rows[3].reasonCode</c> (indices of
    /// <paramref name="rows"/>); <c>Conflict</c> as for a form.
    /// </summary>
    Task<Outcome<TaskSummary>> RecordAsync(ActingUser user, TaskAction action, IReadOnlyList<GridEntry> rows, CancellationToken cancellation);
}

/// <summary>A table to fill in.</summary>
/// <param name="Task">The task.</param>
/// <param name="Columns">What is filled in, left to right, after name and centre.</param>
/// <param name="Rows">One per case, by name.</param>
/// <param name="Allowed">What the user may do.</param>
public sealed record GridSheet(TaskSummary Task, IReadOnlyList<GridColumn> Columns, IReadOnlyList<GridRow> Rows, TaskAllowed Allowed)
{
    /// <summary>When the session was held; null when the table is not of a session.</summary>
    public DateTimeOffset? SessionStartsAt { get; init; }

    /// <summary>How long the session lasts, in minutes.</summary>
    public int? SessionMinutes { get; init; }

    /// <summary>True when the people are to be called, so that their numbers are shown.</summary>
    public bool ToCall { get; init; }

    /// <summary>Where.</summary>
    public string? Venue { get; init; }

    /// <summary>The terms that run on the case.</summary>
    public IReadOnlyList<TermView> Terms { get; init; } = [];

    /// <summary>What the user typed here and has not sent; null when there is nothing.</summary>
    public GridDraft? Draft { get; init; }
}

/// <summary>A table that was typed and not sent.</summary>
/// <param name="Rows">By case; a case or a column that the table has no more may be among them.</param>
/// <param name="SavedAt">When it was kept.</param>
public sealed record GridDraft(IReadOnlyList<GridEntry> Rows, DateTimeOffset SavedAt);

/// <summary>How a column is filled in.</summary>
public enum GridColumnKind
{
    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>Any number of the options; the value is their codes joined by <c>|</c>.</summary>
    Choices,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A short text.</summary>
    Text,
}

/// <summary>A column.</summary>
/// <param name="Key">The field's key.</param>
/// <param name="Label">The heading.</param>
/// <param name="Kind">How it is filled in.</param>
public sealed record GridColumn(string Key, string Label, GridColumnKind Kind)
{
    public IReadOnlyList<GridOption> Options { get; init; } = [];

    /// <summary>True when every row needs a value.</summary>
    public bool Required { get; init; }

    /// <summary>Needed, and only allowed, when this other column has one of these values.</summary>
    public GridCondition? OnlyWhen { get; init; }

    /// <summary>Needed when this other column has one of these values, and allowed beside others.</summary>
    public GridCondition? RequiredWhen { get; init; }

    /// <summary>The least number.</summary>
    public int? Min { get; init; }

    /// <summary>The greatest number, or the greatest length of a text.</summary>
    public int? Max { get; init; }
}

/// <summary>An option of a column.</summary>
/// <param name="Value">What is stored.</param>
/// <param name="Label">What is shown.</param>
public sealed record GridOption(string Value, string Label);

/// <summary>A condition on another column.</summary>
public sealed record GridCondition(string Column, IReadOnlyList<string> Values);

/// <summary>A row as shown.</summary>
/// <param name="CaseId">The worker case's opaque id.</param>
/// <param name="Name">Surname and name; shown, never posted back.</param>
/// <param name="Centre">The employment centre's name.</param>
/// <param name="Values">Values by column key; missing means empty.</param>
public sealed record GridRow(string CaseId, string Name, string Centre, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The number to call, shown and never posted back; null when none is known, or none is needed.</summary>
    public string? Phone { get; init; }
}

/// <summary>A row as filled in.</summary>
/// <param name="CaseId">The worker case's opaque id.</param>
/// <param name="Values">Values by column key; empty values are left out.</param>
public sealed record GridEntry(string CaseId, IReadOnlyDictionary<string, string> Values);
