namespace Orchestrator.Contracts.Client;

/// <summary>Cases as files for those who check them, and who has read a case.</summary>
public interface ICaseRecords
{
    /// <summary>The history of one case. The export is itself noted as a reading when the case is a person's.</summary>
    Task<Outcome<ExportedFile>> ExportAsync(ActingUser user, long instanceKey, ExportForm form, CancellationToken cancellation);

    /// <summary>The histories of the cases that <paramref name="query"/> finds, the last started first; <see cref="CaseQuery.Limit"/> at most <see cref="ExportForm.CasesMax"/>.</summary>
    Task<Outcome<ExportedFile>> ExportAsync(ActingUser user, CaseQuery query, ExportForm form, CancellationToken cancellation);

    /// <summary>Who read a person's case, the last first: for supervisors and auditors.</summary>
    /// <param name="offset">0 or more.</param>
    /// <param name="limit">1 to 200.</param>
    Task<Outcome<ReadingPage>> ReadingsAsync(ActingUser user, long instanceKey, int offset, int limit, CancellationToken cancellation);
}

/// <summary>How histories are written.</summary>
/// <param name="Format">The kind of file.</param>
/// <param name="Pseudonyms">Accounts are replaced by <c>person-1</c>, <c>person-2</c>… in the order of their first act in the file.</param>
public sealed record ExportForm(ExportFormat Format, bool Pseudonyms)
{
    /// <summary>Cases of one file.</summary>
    public const int CasesMax = 100;
}

/// <summary>A kind of file.</summary>
public enum ExportFormat
{
    /// <summary>Every event, a row each: UTF-8 with a mark, commas, RFC 4180; the instant is in ISO 8601.</summary>
    Csv,

    /// <summary>IEEE 1849 for process mining: a trace for each case, an event for each step that began, was given to somebody, ended or stood still.</summary>
    Xes,
}

/// <summary>A file to be saved.</summary>
public sealed record ExportedFile(string Name, string ContentType, byte[] Content);

/// <summary>A page of readings.</summary>
/// <param name="IsPersonal">False when the case is no person's: then nobody's reading is noted.</param>
public sealed record ReadingPage(CaseReference Case, bool IsPersonal, IReadOnlyList<Reading> Readings, int Total);

/// <summary>One reading of a person's data.</summary>
/// <param name="At">When.</param>
/// <param name="Actor">Account or service.</param>
/// <param name="Purpose">What for, such as <c>worker page</c>.</param>
public sealed record Reading(DateTimeOffset At, string Actor, string Purpose)
{
    /// <summary>The account's name to show; null for services.</summary>
    public string? ActorName { get; init; }
}
