namespace Orchestrator.Contracts.Client;

/// <summary>What lies beside the form of a task: where its case stands, and what was brought to it.</summary>
public interface ITaskFolders
{
    /// <summary>
    /// The folder of a task that the user sees, else <c>NotFound</c>. What belongs to the case is in it for who may open the case; a reading of a person's case is noted.
    /// </summary>
    Task<Outcome<TaskFolder>> OpenAsync(ActingUser user, long taskKey, CancellationToken cancellation);

    /// <summary>
    /// Brings a file to an open task, for who does tasks and sees this one. The request is the file's id. <c>Invalid</c> with <c>AttachmentEmpty</c>, <c>AttachmentTooLarge</c>,
    /// <c>AttachmentKind</c> (its name ends otherwise than <see cref="Attachment.Endings"/>) or <c>AttachmentContent</c> (its first bytes are another kind's); <c>Conflict</c> with
    /// <c>AttachmentsFull</c> or <c>AttachmentTaskEnded</c>.
    /// </summary>
    Task<Outcome<bool>> BringAsync(ActingUser user, Guid request, long taskKey, BroughtFile file, CancellationToken cancellation);

    /// <summary>A file of a task that the user sees, as it was brought; else <c>NotFound</c>, and <c>AttachmentChanged</c> when its bytes are not those that were brought. A reading of a person's case is noted.</summary>
    Task<Outcome<ExportedFile>> ReadAsync(ActingUser user, long taskKey, string id, CancellationToken cancellation);

    /// <summary>Takes a file away: who brought it, while the task is open. Its bytes are destroyed; the history keeps that it was there.</summary>
    Task<Outcome<bool>> RemoveAsync(ActingUser user, Guid request, long taskKey, string id, CancellationToken cancellation);
}

/// <summary>A file that somebody brings.</summary>
/// <param name="Name">Its name, without a path.</param>
public sealed record BroughtFile(string Name, byte[] Content)
{
    /// <summary>Without the name, so that a log never holds it.</summary>
    public override string ToString() => $"BroughtFile of {Content.Length} bytes";
}

/// <summary>A file that lies with a task; its name may be about a person.</summary>
/// <param name="Id">Opaque.</param>
/// <param name="TaskKey">The task that it was brought to.</param>
/// <param name="SizeBytes">1 or more.</param>
/// <param name="ByName">Who brought it, by name.</param>
public sealed record Attachment(string Id, long TaskKey, string Name, long SizeBytes, string ByName, DateTimeOffset At)
{
    public const int BytesMax = 10 << 20;
    public const int PerTaskMax = 20;

    /// <summary>How the name of a file may end.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".pdf", ".p7m", ".odt", ".ods", ".docx", ".xlsx", ".jpg", ".jpeg", ".png", ".txt"];

    /// <summary>True when this user may take it away.</summary>
    public bool MayRemove { get; init; }

    /// <summary>Without the name, so that a log never holds it.</summary>
    public override string ToString() => "Attachment " + Id;
}

/// <summary>What lies beside a form. Each list is cut to what a person looks at; the page of the case has the whole.</summary>
/// <param name="Story">The last entries of the case's history, in their order, at most <see cref="StoryMax"/>; steps of the engine among them.</param>
/// <param name="Tasks">Other open tasks of the case that the user sees and that have a due date, the nearest first, at most <see cref="ShownMax"/>.</param>
public sealed record TaskFolder(IReadOnlyList<StoryEntry> Story, IReadOnlyList<TaskSummary> Tasks)
{
    public const int StoryMax = 100;
    public const int ShownMax = 5;

    /// <summary>True when this user may bring a file now.</summary>
    public bool MayAttach { get; init; }

    /// <summary>The files of this task, in the order in which they were brought.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>The last files of other tasks of the case that the user sees, at most <see cref="ShownMax"/>.</summary>
    public IReadOnlyList<Attachment> OtherAttachments { get; init; } = [];

    /// <summary>The crisis that the case belongs to, when there is one and the user may see it.</summary>
    public string? CrisisKey { get; init; }

    /// <summary>Its registered documents, the newest first, at most <see cref="ShownMax"/>.</summary>
    public IReadOnlyList<CrisisDocument> Documents { get; init; } = [];

    /// <summary>How many documents it has in all.</summary>
    public int DocumentsTotal { get; init; }
}
