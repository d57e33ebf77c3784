namespace Orchestrator.Contracts.Client;

/// <summary>How a task is filled in.</summary>
public enum TaskFormKind
{
    /// <summary>No form: the task is completed with a button.</summary>
    None,

    /// <summary>A form-js schema.</summary>
    FormJs,

    /// <summary>A wide table, filled in on the page of <see cref="IAttendance"/>.</summary>
    Grid,
}

/// <summary>A task with what its page shows.</summary>
/// <param name="Summary">The task.</param>
/// <param name="FormKind">How it is filled in.</param>
/// <param name="Allowed">What this user may do now.</param>
public sealed record TaskDetail(TaskSummary Summary, TaskFormKind FormKind, TaskAllowed Allowed)
{
    /// <summary>The form-js schema as JSON; null unless <see cref="FormKind"/> is <see cref="TaskFormKind.FormJs"/>.</summary>
    public string? FormSchemaJson { get; init; }

    /// <summary>The data the form starts with, a JSON object; of a completed task the data it was completed with.</summary>
    public string DataJson { get; init; } = "{}";

    /// <summary>What this user typed and did not send, a JSON object; null when nothing is kept.</summary>
    public string? DraftJson { get; init; }

    /// <summary>When it was kept.</summary>
    public DateTimeOffset? DraftAt { get; init; }

    /// <summary>Whom the task can be given to: who stands in for its holder first, then who is here by name, then who is absent; empty for who may not.</summary>
    public IReadOnlyList<ColleagueChoice> Candidates { get; init; } = [];

    /// <summary>The terms that run on the case and that this task should respect, the nearest first.</summary>
    public IReadOnlyList<TermView> Terms { get; init; } = [];

    /// <summary>The definition's documentation of the element, plain text.</summary>
    public string? Documentation { get; init; }
}

/// <summary>What the user may do with a task now.</summary>
/// <param name="Claim">Take it over.</param>
/// <param name="Unclaim">Give it back.</param>
/// <param name="Complete">Fill in and complete.</param>
/// <param name="OpenCase">Open the page of its case.</param>
public sealed record TaskAllowed(bool Claim, bool Unclaim, bool Complete, bool OpenCase)
{
    /// <summary>Give it to a candidate.</summary>
    public bool Assign { get; init; }

    /// <summary>Take it over, standing in for who has it.</summary>
    public bool TakeOver { get; init; }
}

/// <summary>A term with its two dates.</summary>
/// <param name="Name">In words: «Riunione di presentazione».</param>
/// <param name="StrictDay">The last day counted strictly (the thirtieth), on which reminders count.</param>
/// <param name="LastUsefulDay">The last useful day, after moving a Sunday or holiday, shown as 23:59:59.</param>
/// <param name="State">Running, met, expired or withdrawn.</param>
public sealed record TermView(string Name, DateOnly StrictDay, DateOnly LastUsefulDay, TermState State)
{
    /// <summary>Why the last useful day is not the strict one, in words («Lunedì dell'Angelo», «domenica»); null when they are equal.</summary>
    public string? MovedBecause { get; init; }

    /// <summary>The source that sets the term, as people cite it; null when the definition names none.</summary>
    public string? Law { get; init; }

    /// <summary>The element that holds the timer.</summary>
    public string? ElementId { get; init; }

    /// <summary>Working days (office calendar) from today to the last useful day; null when it is past or does not run.</summary>
    public int? WorkingDaysLeft { get; init; }
}

/// <summary>The state of a term.</summary>
public enum TermState
{
    Running,
    Met,
    Expired,
    Withdrawn,
}
