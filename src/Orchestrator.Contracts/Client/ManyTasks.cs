namespace Orchestrator.Contracts.Client;

/// <summary>What can be done with several tasks at once.</summary>
public enum ManyVerb
{
    Claim,
    Unclaim,
    Assign,
    Complete,

    /// <summary>Takes over what an absent colleague has, standing in for them.</summary>
    TakeOver,
}

/// <summary>One act on several tasks.</summary>
/// <param name="Request">Idempotency key of the whole: the same key has one effect on each task.</param>
/// <param name="Verb">What is done.</param>
/// <param name="Tasks">The tasks with the version that the page showed.</param>
public sealed record ManyTasks(Guid Request, ManyVerb Verb, IReadOnlyList<ShownTask> Tasks)
{
    /// <summary>More tasks than this are not done at once.</summary>
    public const int CountMax = 200;

    /// <summary>Who gets them, for <see cref="ManyVerb.Assign"/>.</summary>
    public string? Assignee { get; init; }
}

/// <summary>A task as a page showed it.</summary>
public sealed record ShownTask(long TaskKey, long Version);

/// <summary>What became of each task, in the order in which they were given.</summary>
public sealed record ManyReport(ManyVerb Verb, IReadOnlyList<ManyResult> Results);

/// <summary>What became of one task.</summary>
/// <param name="TaskKey">The task.</param>
/// <param name="Task">As it is now; null when it is not there for this user.</param>
/// <param name="Refusal">Why it was not done; null when it was.</param>
public sealed record ManyResult(long TaskKey, TaskSummary? Task, Refusal? Refusal);
