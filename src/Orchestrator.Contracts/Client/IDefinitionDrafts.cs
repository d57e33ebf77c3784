namespace Orchestrator.Contracts.Client;

/// <summary>Definitions that are being drawn. A draft is a whole process folder, kept on the server and shared among designers; for designers and administrators.</summary>
public interface IDefinitionDrafts
{
    /// <summary>A new draft of the folder of a version, or of the folder of the server when <paramref name="version"/> is null. The same request twice makes one.</summary>
    Task<Outcome<DraftSummary>> CreateAsync(ActingUser user, Guid request, string processId, int? version, CancellationToken cancellation);

    /// <summary>
    /// A draft of a process that does not exist yet, from an empty drawing with its scenario or from a ZIP. <c>Invalid</c>: the id is missing, unusable or taken, or the ZIP is refused (field <c>zip</c>). The same request twice makes one.
    /// </summary>
    Task<Outcome<DraftSummary>> CreateNewAsync(ActingUser user, Guid request, NewProcess process, CancellationToken cancellation);

    /// <summary>A draft with its files.</summary>
    Task<Outcome<DraftView>> OpenAsync(ActingUser user, Guid key, CancellationToken cancellation);

    /// <summary>
    /// Replaces the files of a draft. When somebody saved since <see cref="DraftSave.Revision"/>, what is sent is kept as a draft of its own and the answer names it: nothing of either is lost.
    /// </summary>
    Task<Outcome<DraftSaved>> SaveAsync(ActingUser user, Guid key, DraftSave save, CancellationToken cancellation);

    /// <summary>Adds a file with the least that its kind (<c>bpmn</c>, <c>dmn</c>, <c>form</c>, <c>scenario</c>) needs. As with the other changes of files the draft must stand at the revision that was shown. The answer is its name.</summary>
    Task<Outcome<string>> AddFileAsync(ActingUser user, Guid key, int revision, string kind, string name, CancellationToken cancellation);

    /// <summary>Gives a file another name; its kind stays, and so do the ids in it. The answer is the new name.</summary>
    Task<Outcome<string>> RenameFileAsync(ActingUser user, Guid key, int revision, string name, string to, CancellationToken cancellation);

    /// <summary>Takes a file out; the last one stays. The answer is the name of one that is left.</summary>
    Task<Outcome<string>> RemoveFileAsync(ActingUser user, Guid key, int revision, string name, CancellationToken cancellation);

    /// <summary>
    /// Puts the files of a ZIP in the place of all there are, as one revision. <c>Invalid</c> with field <c>zip</c>: it is none, holds more than a draft may, something that is no text or of another kind, or files in several folders.
    /// </summary>
    Task<Outcome<string>> ReplaceFilesAsync(ActingUser user, Guid key, int revision, ReadOnlyMemory<byte> zip, CancellationToken cancellation);

    /// <summary>The files of a draft as they were saved last.</summary>
    Task<Outcome<DefinitionFolder>> ExportAsync(ActingUser user, Guid key, CancellationToken cancellation);

    /// <summary>Throws a draft away. It stays readable for who has its address.</summary>
    Task<Outcome<bool>> DiscardAsync(ActingUser user, Guid key, int revision, CancellationToken cancellation);

    /// <summary>What deployment would say about these files, which need not be saved: the folder together with the latest version of all others.</summary>
    Task<Outcome<IReadOnlyList<DraftRemark>>> CheckAsync(ActingUser user, Guid key, IReadOnlyList<DefinitionFile> files, CancellationToken cancellation);

    /// <summary>What differs between a version of the process and the draft; against the latest one when <paramref name="version"/> is null.</summary>
    Task<Outcome<DefinitionComparison>> CompareAsync(ActingUser user, Guid key, int? version, CancellationToken cancellation);

    /// <summary>What publishing would do, and how far the scenarios are. Starts their run when the draft has been saved since the last one.</summary>
    Task<Outcome<PublicationPlan>> PlanAsync(ActingUser user, Guid key, CancellationToken cancellation);

    /// <summary>
    /// Publishes a draft as one atomic deployment together with the latest version of all other folders. <c>Invalid</c>: errors of the files, scenarios that have not been run, a red one without a reason;
    /// <c>Conflict</c>: the draft or what is deployed has changed since the plan that was shown.
    /// </summary>
    Task<Outcome<Published>> PublishAsync(ActingUser user, Guid key, PublicationOrder order, CancellationToken cancellation);
}

/// <summary>A draft in a list.</summary>
/// <param name="BaseVersion">The version it was made from; null for the folder of the server and for a new process.</param>
/// <param name="SavedBy">As a name to show where there is one.</param>
public sealed record DraftSummary(Guid Key, string ProcessId, string Name, string Folder, int? BaseVersion, int Revision, bool IsOpen, string CreatedBy, DateTimeOffset CreatedAt, string SavedBy, DateTimeOffset SavedAt)
{
    /// <summary>The draft beside which this one keeps what was saved over the same revision.</summary>
    public Guid? CopyOf { get; init; }

    /// <summary>No version of its process is deployed yet.</summary>
    public bool IsNew { get; init; }
}

/// <summary>A draft with its files.</summary>
/// <param name="LatestVersion">The latest version of the process; another one than it was made from says that somebody published since.</param>
/// <param name="Templates">Element templates of the services that the programme has, as JSON.</param>
/// <param name="Functions">The functions that expressions may call besides those of FEEL.</param>
public sealed record DraftView(DraftSummary Summary, int LatestVersion, IReadOnlyList<DefinitionFile> Files, string Templates, IReadOnlyList<SuggestedFunction> Functions);

/// <summary>A function that the editor of expressions suggests.</summary>
/// <param name="Signature">With the types of its parameters.</param>
public sealed record SuggestedFunction(string Name, IReadOnlyList<string> Parameters, string Signature);

/// <summary>A process that does not exist yet.</summary>
/// <param name="ProcessId">Its id, which names its folder too; null takes that of the drawing in the ZIP.</param>
/// <param name="Name">Its name to show; null takes that of the drawing, or the id.</param>
/// <param name="Zip">Its files; null begins with an empty drawing.</param>
public sealed record NewProcess(string? ProcessId, string? Name, ReadOnlyMemory<byte>? Zip);

/// <summary>What is saved.</summary>
/// <param name="Request">An idempotency key; the draft that keeps the other contents in a conflict is found by it again.</param>
/// <param name="Revision">The revision that was drawn over.</param>
public sealed record DraftSave(Guid Request, int Revision, IReadOnlyList<DefinitionFile> Files)
{
    /// <summary>Files of a draft.</summary>
    public const int FilesMax = 200;

    /// <summary>Characters of all files together.</summary>
    public const int CharsMax = 3_000_000;
}

/// <summary>What became of a save.</summary>
/// <param name="Revision">The revision that the draft stands at now.</param>
/// <param name="At">When, or when the other one saved.</param>
public sealed record DraftSaved(int Revision, DateTimeOffset At)
{
    /// <summary>Who saved first; null when nobody did and what was sent is saved.</summary>
    public string? Faster { get; init; }

    /// <summary>The draft that keeps what was sent, when somebody was faster.</summary>
    public Guid? Copy { get; init; }
}

/// <summary>Something that is wrong with a draft.</summary>
/// <param name="File">The file; one of another folder is named with that folder.</param>
/// <param name="Element">The element, rule or field; null for the file as a whole.</param>
public sealed record DraftRemark(string File, int Line, int Column, string Code, bool IsError, string Message, string Remedy, string? Element);

/// <summary>What publishing would do.</summary>
/// <param name="LatestVersion">The latest version of the process; 0 when there is none yet.</param>
/// <param name="After">The deployment over which it would be made.</param>
/// <param name="Comparison">The draft against the latest version.</param>
/// <param name="Run">The scenarios.</param>
public sealed record PublicationPlan(DraftSummary Draft, int LatestVersion, long After, DefinitionComparison Comparison, IReadOnlyList<DraftRemark> Remarks, ScenarioRun Run)
{
    /// <summary>Nothing stands in the way but, perhaps, a reason.</summary>
    public bool IsReady => Draft.IsOpen && Comparison.Files.Count > 0 && Remarks.All(remark => !remark.IsError) && Run.IsDone;
}

/// <summary>How far the scenarios of a draft are.</summary>
/// <param name="Revision">The revision that they run on.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Results">Those that have run, in their order.</param>
public sealed record ScenarioRun(int Revision, int Total, IReadOnlyList<ScenarioOutcome> Results)
{
    public bool IsDone => Results.Count == Total;

    public IEnumerable<ScenarioOutcome> Failed => Results.Where(result => result.Failure is not null);
}

/// <summary>What became of a scenario.</summary>
/// <param name="Failure">Null when every line held; else line, what was expected and what was found.</param>
public sealed record ScenarioOutcome(string File, string Title, string? Failure);

/// <summary>What somebody decided on the page of a plan.</summary>
/// <param name="Revision">The revision that was shown.</param>
/// <param name="After">The deployment over which it was planned.</param>
/// <param name="Reason">Why it is published although scenarios fail.</param>
/// <param name="Keep">A new draft of what is published goes on.</param>
public sealed record PublicationOrder(int Revision, long After, string? Reason, bool Keep)
{
    public const int ReasonCharsMax = 1_000;
}

/// <summary>What was published.</summary>
/// <param name="Draft">The draft that goes on from there; null when none was asked for.</param>
public sealed record Published(string ProcessId, string Name, int Version, DateTimeOffset At, Guid? Draft);
