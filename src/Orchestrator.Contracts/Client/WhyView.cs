namespace Orchestrator.Contracts.Client;

/// <summary>What an event of a history rests on, as it was recorded when it happened. Values that this user may not see are null.</summary>
public sealed record WhyView
{
    /// <summary>The ways that were tried where the path divides, in the order in which they were tried; the way for «otherwise» last.</summary>
    public IReadOnlyList<WayTried> Ways { get; init; } = [];

    /// <summary>The decision that was evaluated, its tables in the order in which they were looked into.</summary>
    public DecisionTold? Decision { get; init; }

    /// <summary>Where dates and persons come from.</summary>
    public IReadOnlyList<Ground> Grounds { get; init; } = [];
}

/// <summary>A way and its condition.</summary>
/// <param name="Name">The way's name in the diagram, else the step that it leads to.</param>
/// <param name="Expression">The condition as it was written; empty for the way that is taken when no other is.</param>
/// <param name="Saw">The values that it read.</param>
/// <param name="Result">What it gave; null when it was not asked, or gave no truth.</param>
/// <param name="Chosen">True when the case went this way.</param>
public sealed record WayTried(string Name, string Expression, IReadOnlyList<ValueSeen> Saw, bool? Result, bool Chosen);

/// <summary>A value that was read.</summary>
/// <param name="ValueJson">JSON; null when it is hidden from this user.</param>
public sealed record ValueSeen(string Name, string? ValueJson);

/// <summary>A decision that was evaluated.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">The version of its file, from 1.</param>
/// <param name="ResultJson">What it gave; null when that is hidden from this user.</param>
/// <param name="Looks">Every table that was looked into, with the rules that matched and those that did not.</param>
/// <param name="Failure">Why there is no result that could be used; null when there is one.</param>
public sealed record DecisionTold(string Name, int Version, string? ResultJson, IReadOnlyList<LookTold> Looks, string? Failure);

/// <summary>One look into a table.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Inputs">The input columns, with the values that their cells were held against.</param>
/// <param name="Rules">The rules by number; those behind the first match of a table that stops there were not looked at and are not told.</param>
public sealed record LookTold(string Table, IReadOnlyList<ValueSeen> Inputs, IReadOnlyList<RuleTold> Rules);

/// <summary>A rule of a table.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Notes">What its author noted on it, such as an article of law; only for rules that matched.</param>
/// <param name="FailedColumn">The column whose cell failed, from 1; null when the rule matched.</param>
/// <param name="Cell">What that cell says.</param>
public sealed record RuleTold(int Number, IReadOnlyList<string> Notes, int? FailedColumn, string? Cell);

/// <summary>What of a task or a timer a ground is about.</summary>
public enum GroundKind
{
    /// <summary>The instant of a timer.</summary>
    Instant,

    /// <summary>The day until which a task is to be done.</summary>
    DueDate,

    /// <summary>The day from which on a task is looked at.</summary>
    FollowUpDate,

    /// <summary>The groups to which a task is offered.</summary>
    Groups,

    /// <summary>The persons to whom a task is offered.</summary>
    Users,

    /// <summary>The person to whom a task was given.</summary>
    Assignee,

    /// <summary>A variable that another ground has read, and that a script of the definition derives.</summary>
    Derived,
}

/// <summary>An expression of the definition and what it gave.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Expression">As it was written; a fixed text where the definition has no expression.</param>
/// <param name="Saw">The values that it read.</param>
/// <param name="GaveJson">What was recorded; null when that is hidden from this user.</param>
public sealed record Ground(GroundKind Kind, string Expression, IReadOnlyList<ValueSeen> Saw, string? GaveJson)
{
    /// <summary>The name of what was derived, for <see cref="GroundKind.Derived"/>.</summary>
    public string? Name { get; init; }

    /// <summary>How the days were counted, step by step, in the language of the caller. Empty when nothing was counted, or when counting again gives another day than the recorded one.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];
}
