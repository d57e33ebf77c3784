namespace Orchestrator.Contracts.Client;

/// <summary>
/// What is deployed: processes, their versions, what differs between them. Everybody with pages may read; no data of any case is among it but counts. Designers and administrators retire versions.
/// </summary>
public interface IProcessDefinitions
{
    /// <summary>The latest version of each process with its figures, and where the folder of the server and the latest differ.</summary>
    Task<Outcome<DefinitionOverview>> ListAsync(ActingUser user, CancellationToken cancellation);

    /// <summary>A process with all of its versions, the latest first.</summary>
    Task<Outcome<DefinitionHistory>> OpenAsync(ActingUser user, string processId, CancellationToken cancellation);

    /// <summary>A version with its drawing.</summary>
    Task<Outcome<DefinitionVersionView>> VersionAsync(ActingUser user, string processId, int version, CancellationToken cancellation);

    /// <summary>The folder of a version as files, scenarios included where they are known.</summary>
    Task<Outcome<DefinitionFolder>> FolderAsync(ActingUser user, string processId, int version, CancellationToken cancellation);

    /// <summary>What differs between the folders of two versions of a process.</summary>
    Task<Outcome<DefinitionComparison>> CompareAsync(ActingUser user, string processId, int before, int after, CancellationToken cancellation);

    /// <summary>
    /// Retires a version: it starts no new process, and what runs under it goes on. <c>Invalid</c>: no reason;
    /// <c>Conflict</c>: it is retired already, or the latest version of another process calls it (field <c>version</c>, code <c>calledBy</c>, its limit the caller's name).
    /// </summary>
    Task<Outcome<DefinitionVersion>> RetireAsync(ActingUser user, string processId, int version, string? reason, CancellationToken cancellation);

    /// <summary>Takes the retirement of a version back. <c>Conflict</c>: it is not retired.</summary>
    Task<Outcome<DefinitionVersion>> TakeBackAsync(ActingUser user, string processId, int version, CancellationToken cancellation);
}

/// <summary>All processes.</summary>
/// <param name="Processes">By name.</param>
/// <param name="Drafts">Open drafts, those saved last first; empty for who may not draw.</param>
/// <param name="HasFolder">The server has a folder of definitions.</param>
public sealed record DefinitionOverview(IReadOnlyList<DefinitionSummary> Processes, IReadOnlyList<DraftSummary> Drafts, bool HasFolder)
{
    /// <summary>The user may make drafts.</summary>
    public bool MayDraw { get; init; }
}

/// <summary>A process with the figures of its versions.</summary>
/// <param name="Latest">Its latest version.</param>
/// <param name="Running">Running instances of each version that has any, the latest first.</param>
/// <param name="Incidents">Running instances with an open incident, all versions together.</param>
/// <param name="Drift">Files that differ between the folder of the server and the latest; empty when they agree or there is no folder.</param>
public sealed record DefinitionSummary(
    string ProcessId, string Name, string Folder, DefinitionVersion Latest, IReadOnlyList<RunningCount> Running, int Incidents, IReadOnlyList<FileDrift> Drift);

/// <summary>How many instances of a version run, counted up to <see cref="CountMax"/>.</summary>
public sealed record RunningCount(int Version, int Count)
{
    public const int CountMax = 10_000;
}

/// <summary>A file that differs between the folder of the server (before) and the latest deployment (after).</summary>
public sealed record FileDrift(string Name, ChangeSign Sign);

/// <summary>A version of a process.</summary>
/// <param name="SameAs">The earliest version with the very same folder, when it is not this one: all processes of a deployment get a number, changed or not.</param>
/// <param name="Hash">SHA-256 of its file, hexadecimal.</param>
/// <param name="By">The account or service that deployed it.</param>
public sealed record DefinitionVersion(int Version, int? SameAs, string Hash, string By, DateTimeOffset At)
{
    /// <summary>The account's name to show; null for a service.</summary>
    public string? ByName { get; init; }

    public int Running { get; init; }

    public int Incidents { get; init; }

    /// <summary>How it was published; null when it did not come from a draft of this process's folder.</summary>
    public PublicationView? Publication { get; init; }

    /// <summary>Its retirements, those taken back too, the oldest first.</summary>
    public IReadOnlyList<RetirementView> Retirements { get; init; } = [];

    /// <summary>The retirement that stands: it starts no new process. Null when it may be started.</summary>
    public RetirementView? Retired => Retirements is [.., { TakenBackAt: null } last] ? last : null;
}

/// <summary>That a version was retired.</summary>
/// <param name="By">As a name to show where there is one.</param>
/// <param name="TakenBackBy">Who took it back; null while it stands.</param>
public sealed record RetirementView(string By, DateTimeOffset At, string Reason, string? TakenBackBy, DateTimeOffset? TakenBackAt)
{
    public const int ReasonCharsMax = 1_000;
}

/// <summary>What was kept about a publication.</summary>
/// <param name="Failed">Scenarios that did not hold.</param>
/// <param name="Reason">Why it was published all the same.</param>
public sealed record PublicationView(int Passed, IReadOnlyList<string> Failed, string? Reason);

/// <summary>A process with its versions.</summary>
/// <param name="MayDraw">The user may make drafts.</param>
public sealed record DefinitionHistory(string ProcessId, string Name, string Folder, IReadOnlyList<DefinitionVersion> Versions, IReadOnlyList<DraftSummary> Drafts, IReadOnlyList<FileDrift> Drift, bool HasFolder, bool MayDraw);

/// <summary>A version with its drawing.</summary>
/// <param name="Files">The names of the files of its folder.</param>
public sealed record DefinitionVersionView(string ProcessId, string Name, DefinitionVersion Version, int LatestVersion, string DiagramXml, IReadOnlyList<string> Files, bool MayDraw);

/// <summary>Files of a folder.</summary>
/// <param name="Name">What the folder is called.</param>
public sealed record DefinitionFolder(string Name, IReadOnlyList<DefinitionFile> Files);

/// <summary>A file. <paramref name="Name"/> is relative to its folder.</summary>
public sealed record DefinitionFile(string Name, string Content);
