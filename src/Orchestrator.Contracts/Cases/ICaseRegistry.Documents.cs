namespace Orchestrator.Contracts.Cases;

/// <summary>The register of documents, crises and reports.</summary>
public partial interface ICaseRegistry
{
    /// <summary>
    /// Registers a document: number, canonical content, hash and segnatura in one transaction, so that the numbers of a year have no gap. The same job key registers
    /// once and gets the same answer. Refused: INVALID; NOT_FOUND crisis.
    /// </summary>
    Task<RegistrationAnswer> RegisterDocumentAsync(DocumentRegistration document, CancellationToken cancellation);

    /// <summary>
    /// Registers the dossier of a crisis and opens it with company and sites, or corrects a dossier that this crisis has already, in the same transaction. A dossier
    /// that breaks a rule (<see cref="RegistrationError.InvalidCrisis"/>) or whose company has another open crisis at one of its sites
    /// (<see cref="RegistrationError.DuplicateCrisis"/>) registers nothing and uses no number. The answer names the centre that is competent for the first site in the region.
    /// </summary>
    Task<RegistrationAnswer> OpenCrisisAsync(DocumentRegistration document, CrisisFacts facts, CancellationToken cancellation);

    /// <summary>
    /// Registers an agreement of a crisis with its plan, in the same transaction. What breaks a rule (solidarity as ground, a signing date in the future, an empty plan…)
    /// is <see cref="RegistrationError.InvalidAgreement"/>, registers nothing and uses no number. Refused: NOT_FOUND crisis.
    /// </summary>
    Task<RegistrationAnswer> OpenAgreementAsync(DocumentRegistration document, AgreementFacts facts, CancellationToken cancellation);

    /// <summary>What was registered under a document's id. Refused: NOT_FOUND.</summary>
    Task<DocumentView> ReadDocumentAsync(string document, CancellationToken cancellation);

    /// <summary>
    /// Identity of the calendar entry that a job is going to send about a meeting: SEQUENCE is 0 for the first and one more for each later job of the same meeting. The
    /// same job key gets the same answer.
    /// </summary>
    Task<MeetingVersion> PrepareMeetingAsync(MeetingNotice notice, CancellationToken cancellation);

    /// <summary>
    /// Keeps that a process threw an event of a crisis; the same message key is kept once. The crisis is in the state of its newest event that names one, whatever the
    /// order in which they come. Refused: NOT_FOUND crisis.
    /// </summary>
    Task RecordCrisisEventAsync(CrisisEvent happened, CancellationToken cancellation);

    /// <summary>Keeps a report that was made; a second call with the same id replaces figures and files until it is published. Refused: NOT_FOUND crisis; WRONG_STATE when it is published; INVALID.</summary>
    Task<ReportView> SaveReportAsync(ReportDraft report, CancellationToken cancellation);

    /// <summary>A report with its figures, unsuppressed: who publishes them suppresses small cells. Refused: NOT_FOUND.</summary>
    Task<ReportView> ReadReportAsync(string report, CancellationToken cancellation);

    /// <summary>Records that a report is published as these files. The first call fixes instant and files; later ones return them. Refused: NOT_FOUND; INVALID without a file.</summary>
    Task<ReportView> RecordPublicationAsync(string report, IReadOnlyList<string> files, CancellationToken cancellation);
}
