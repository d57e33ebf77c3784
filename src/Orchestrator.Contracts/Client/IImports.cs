namespace Orchestrator.Contracts.Client;

/// <summary>Files of every kind: upload into staging. Report and decision are those of <see cref="IAgreements"/>, whatever the kind.</summary>
public interface IImports
{
    /// <summary>The last files that the user may read, and what may be uploaded. <c>NotAllowed</c> for who has nothing to do with files.</summary>
    Task<Outcome<ImportOffer>> OfferAsync(ActingUser user, CancellationToken cancellation);

    /// <summary>
    /// Puts a file into staging. Nothing enters the registry before the decision. <c>Invalid</c> when the file as a whole cannot be read, or its owner is missing
    /// (field <c>agreement</c>).
    /// </summary>
    Task<Outcome<ImportReport>> UploadAsync(ActingUser user, Guid request, FileUpload upload, CancellationToken cancellation);
}

/// <summary>What stands in a file.</summary>
public enum FileKind
{
    /// <summary><c>lavoratori.csv</c>.</summary>
    Workers,

    /// <summary><c>esiti_prenotazione.csv</c>.</summary>
    BookingDecisions,

    /// <summary><c>scelte.csv</c>.</summary>
    ProviderChoices,

    /// <summary><c>co.csv</c>.</summary>
    EmploymentNotices,

    /// <summary><c>operatori_accreditati.csv</c>.</summary>
    AccreditedOperators,

    /// <summary><c>offerte.csv</c>.</summary>
    Vacancies,
}

/// <summary>What the page of files offers.</summary>
/// <param name="Files">The last files, the newest first.</param>
/// <param name="Kinds">What this user may upload.</param>
/// <param name="Agreements">Agreements to choose from, the newest first.</param>
public sealed record ImportOffer(IReadOnlyList<ImportSummary> Files, IReadOnlyList<FileKind> Kinds, IReadOnlyList<AgreementChoice> Agreements);

/// <summary>An agreement to choose.</summary>
/// <param name="AgreementKey">Such as <c>AG-CR-2026-0007-1</c>.</param>
/// <param name="Title">Its number with the company.</param>
public sealed record AgreementChoice(string AgreementKey, string Title);

/// <summary>A file to upload.</summary>
/// <param name="Kind">What stands in it.</param>
/// <param name="AgreementKey">The agreement it belongs to; null for a kind that concerns all crises.</param>
/// <param name="File">The file.</param>
public sealed record FileUpload(FileKind Kind, string? AgreementKey, WorkersFile File)
{
    /// <summary>True when a file of this kind belongs to an agreement.</summary>
    public static bool HasOwner(FileKind kind) => kind is FileKind.Workers or FileKind.BookingDecisions or FileKind.ProviderChoices;
}
