namespace Orchestrator.Contracts.Client;

/// <summary>What lies beside the form of a task: where its case stands, and what was brought to it.</summary>
public interface ITaskFolders
{
    /// <summary>
    /// The folder of a task that the user sees, else <c>NotFound</c>. What belongs to the case is in it for who may open the case; a reading of a person's case is noted.
    /// </summary>
    Task<Outcome<TaskFolder>> OpenAsync(ActingUser user, long taskKey, CancellationToken cancellation);
}

/// <summary>What lies beside a form. Each list is cut to what a person looks at; the page of the case has the whole.</summary>
/// <param name="Story">The last entries of the case's history, in their order, at most <see cref="StoryMax"/>; steps of the engine among them.</param>
/// <param name="Tasks">Other open tasks of the case that the user sees and that have a due date, the nearest first, at most <see cref="ShownMax"/>.</param>
public sealed record TaskFolder(IReadOnlyList<StoryEntry> Story, IReadOnlyList<TaskSummary> Tasks)
{
    public const int StoryMax = 100;
    public const int ShownMax = 5;

    /// <summary>The crisis that the case belongs to, when there is one and the user may see it.</summary>
    public string? CrisisKey { get; init; }

    /// <summary>Its registered documents, the newest first, at most <see cref="ShownMax"/>.</summary>
    public IReadOnlyList<CrisisDocument> Documents { get; init; } = [];

    /// <summary>How many documents it has in all.</summary>
    public int DocumentsTotal { get; init; }
}
