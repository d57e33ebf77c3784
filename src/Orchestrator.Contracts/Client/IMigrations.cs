namespace Orchestrator.Contracts.Client;

/// <summary>
/// Running processes go on under another version of their definition: rehearsed first, without changing anything, then exactly the list that was shown is carried out.
/// For designers and administrators; nobody's data are in it.
/// </summary>
public interface IMigrations
{
    /// <summary>The versions of a process, the lists that were rehearsed lately, and, when two versions are named, what needs a counterpart.</summary>
    Task<Outcome<MigrationChoice>> ChooseAsync(ActingUser user, string processId, int? from, int? to, CancellationToken cancellation);

    /// <summary>Looks at every running process of a version and keeps what it found as a list. The same request gives the same list.</summary>
    Task<Outcome<MigrationReport>> RehearseAsync(ActingUser user, MigrationWish wish, CancellationToken cancellation);

    /// <summary>A list with some of its rows.</summary>
    Task<Outcome<MigrationReport>> ReadAsync(ActingUser user, Guid list, MigrationRows rows, CancellationToken cancellation);

    /// <summary>Begins to carry out a list, or goes on with one that was stopped. <paramref name="hash"/> is that of the list that was shown; another is refused.</summary>
    Task<Outcome<MigrationReport>> ExecuteAsync(ActingUser user, Guid list, string hash, CancellationToken cancellation);

    /// <summary>Stops a list that is being carried out; what was done stays done.</summary>
    Task<Outcome<MigrationReport>> StopAsync(ActingUser user, Guid list, CancellationToken cancellation);
}

/// <summary>What a designer chooses from.</summary>
/// <param name="ProcessId">The process.</param>
/// <param name="ProcessName">Its name in the latest version.</param>
/// <param name="Versions">The newest first.</param>
/// <param name="Lists">What was rehearsed lately, the newest first.</param>
public sealed record MigrationChoice(string ProcessId, string ProcessName, IReadOnlyList<MigrationVersion> Versions, IReadOnlyList<MigrationReport> Lists)
{
    /// <summary>The version to leave; null when none was named.</summary>
    public int? From { get; init; }

    /// <summary>The version to enter; null when none was named.</summary>
    public int? To { get; init; }

    /// <summary>Elements at which something can wait and that have no counterpart of the same id and type.</summary>
    public IReadOnlyList<MigrationNeed> Needs { get; init; } = [];
}

/// <summary>A version of a process.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Tag">Its version tag.</param>
/// <param name="Running">Processes that run under it, called ones too; 10 000 stands for as many or more.</param>
public sealed record MigrationVersion(int Version, string? Tag, int Running)
{
    /// <summary>It is retired: nothing is migrated to it.</summary>
    public bool IsRetired { get; init; }
}

/// <summary>An element, or a flow, of a definition. <see cref="Type"/> is the type by which interfaces call it (<c>USER_TASK</c>); <c>SEQUENCE_FLOW</c> for a flow.</summary>
public sealed record MigrationElement(string Id, string? Name, string Type);

/// <summary>An element that needs a counterpart when something waits at it.</summary>
/// <param name="Source">The element of the version to leave.</param>
/// <param name="Candidates">Elements of its type in the version to enter.</param>
/// <param name="Suggested">The one that is most likely meant, or null.</param>
/// <param name="Optional">Without one, what it waits for is withdrawn (a timer or message beside an activity); all others cannot go on without.</param>
public sealed record MigrationNeed(MigrationElement Source, IReadOnlyList<MigrationElement> Candidates, string? Suggested, bool Optional);

/// <summary>An element (or flow) and its counterpart.</summary>
public sealed record MigrationPair(string SourceElementId, string TargetElementId);

/// <summary>What is to be rehearsed. <see cref="Request"/> becomes the id of the list.</summary>
public sealed record MigrationWish(Guid Request, string ProcessId, int From, int To, IReadOnlyList<MigrationPair> Mapping);

/// <summary>Which rows of a list: of a verdict (<c>ok</c>, <c>needs-mapping</c>, <c>impossible</c>), of an outcome, of a place.</summary>
public sealed record MigrationRows(string? Verdict, MigrationOutcome? Outcome, int Offset, int Limit);

/// <summary>How far a list is.</summary>
public enum MigrationProgress
{
    /// <summary>Nothing was changed yet.</summary>
    Rehearsed,
    Running,
    Stopped,
    Done,
}

/// <summary>What became of a row.</summary>
public enum MigrationOutcome
{
    Done,

    /// <summary>It had moved since the rehearsal and was left as it is.</summary>
    Moved,

    /// <summary>It had not moved and refused all the same.</summary>
    Refused,
}

/// <summary>A rehearsed list: what was found, and what became of it.</summary>
public sealed record MigrationReport(Guid Id, string Hash, string ProcessId, int From, int To, MigrationProgress Progress, string CreatedBy, DateTimeOffset CreatedAt)
{
    public IReadOnlyList<MigrationPair> Mapping { get; init; } = [];

    public string? StartedBy { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>All rows.</summary>
    public int Total { get; init; }

    /// <summary>Rows that can go on: those that are carried out.</summary>
    public int Good { get; init; }

    public int NeedsMapping { get; init; }

    public int Impossible { get; init; }

    public int Done { get; init; }

    public int Moved { get; init; }

    public int Refused { get; init; }

    public IReadOnlyList<MigrationRow> Rows { get; init; } = [];

    /// <summary>More rows follow.</summary>
    public bool HasMore { get; init; }

    /// <summary>The reader may open cases.</summary>
    public bool MayOpenCases { get; init; }
}

/// <summary>One running process. <see cref="Reason"/> is a code that the pages have words for; <see cref="Message"/> says the same in the engine's words.</summary>
public sealed record MigrationRow(long ProcessKey, long InstanceKey, string? BusinessKey, string Verdict)
{
    public string? Reason { get; init; }

    public string? ElementId { get; init; }

    public string? ElementName { get; init; }

    public string? Message { get; init; }

    public MigrationOutcome? Outcome { get; init; }
}
