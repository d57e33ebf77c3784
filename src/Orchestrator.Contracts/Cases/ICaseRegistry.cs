namespace Orchestrator.Contracts.Cases;

/// <summary>
/// What an agency may ask of and tell the case registry, in process or over HTTP. Personal data travel here and nowhere else: never in bus
/// messages, keys, URLs or logs. Every read of personal data is written down with its <see cref="AccessReason"/>. A refusal that would be the same
/// next time is a <see cref="RegistryRefusedException"/>; everything else that fails may be tried again, and every writing call may be repeated.
/// </summary>
public interface ICaseRegistry : ICrisisCases, ISessionRegistry, ICaseEvents, IBookingRegistry, IOutcomeRegistry
{
    /// <summary>
    /// The rows of an import with a number above <paramref name="afterRow"/> (0 from the start), at most <paramref name="take"/>
    /// (1–<see cref="CaseLimits.PageRowsMax"/>). Refused: NOT_FOUND; WRONG_STATE when the import is decided.
    /// </summary>
    Task<StagedPage> ReadStagedRowsAsync(Guid import, int afterRow, int take, AccessReason reason, CancellationToken cancellation);

    /// <summary>
    /// Which of these persons (canonical codici fiscali, at most <see cref="CaseLimits.PageRowsMax"/>) already have a case in the crisis of the import.
    /// </summary>
    Task<IReadOnlyList<ExistingCase>> FindExistingCasesAsync(Guid import, IReadOnlyList<string> canonicalCodes, AccessReason reason, CancellationToken cancellation);

    /// <summary>
    /// Writes verdicts of rows, replacing what was said about the same rows before (at most <see cref="CaseLimits.PageRowsMax"/> at once, all or none).
    /// Refused: NOT_FOUND import or row; WRONG_STATE when the import is decided.
    /// </summary>
    Task ReportVerdictsAsync(Guid import, IReadOnlyList<RowVerdict> verdicts, AccessReason reason, CancellationToken cancellation);

    /// <summary>
    /// Closes the validation: the import becomes validated and waits for a decision. Repeating it is harmless. Refused: NOT_FOUND; WRONG_STATE when a
    /// row has no verdict. After the decision it only returns the summary.
    /// </summary>
    Task<ValidationSummary> CompleteValidationAsync(Guid import, AccessReason reason, CancellationToken cancellation);

    /// <summary>The centre that is competent for the municipality <paramref name="istatCode"/> on <paramref name="day"/>.</summary>
    Task<CentreAnswer> FindCentreAsync(string istatCode, DateOnly day, CancellationToken cancellation);

    /// <summary>
    /// The same for many municipalities at once (at most <see cref="CaseLimits.PageRowsMax"/>); one answer per distinct code.
    /// </summary>
    Task<IReadOnlyList<CentreAnswer>> FindCentresAsync(IReadOnlyList<string> istatCodes, DateOnly day, CancellationToken cancellation);

    /// <summary>All centres, by code.</summary>
    Task<IReadOnlyList<EmploymentCentreView>> ListCentresAsync(CancellationToken cancellation);

    /// <summary>
    /// Cases of <paramref name="audience"/> with an id above <paramref name="afterCase"/> (null from the start): the business key of a crisis or of an
    /// agreement means all its cases, an import's UUID the cases that its rows became or already had, a session's key those that have a place in it, a case's
    /// key that case. Refused: NOT_FOUND.
    /// </summary>
    Task<CasePage> ReadCasesAsync(string audience, string? afterCase, int take, CancellationToken cancellation);

    /// <summary>Makes or changes a group session and fills its places. Two calls at the same time never give one case two places.</summary>
    Task<SessionPlaces> AssignSessionAsync(SessionRequest session, CancellationToken cancellation);

    /// <summary>Names and addresses of the cases of <paramref name="audience"/> (see <see cref="ReadCasesAsync"/>), in pages.</summary>
    Task<RecipientPage> ReadRecipientsAsync(string audience, string? afterCase, int take, AccessReason reason, CancellationToken cancellation);

    /// <summary>
    /// Writes or finds the index lines of the convocations that a job is going to send, in the order of the case ids asked for. With
    /// <see cref="ConvocationMethod.Cancel"/> and <see cref="ConvocationMethod.Remind"/> cases that were never told anything are left out, and a cancellation
    /// makes the session cancelled: its places no longer count. Refused: NOT_FOUND session or place; WRONG_STATE for a new line of a cancelled session.
    /// </summary>
    Task<IReadOnlyList<Convocation>> PrepareConvocationsAsync(ConvocationRequest request, AccessReason reason, CancellationToken cancellation);

    /// <summary>
    /// Records what became of prepared convocations. A line that is done already keeps its first result. Refused: NOT_FOUND for a case that this job never
    /// prepared.
    /// </summary>
    Task RecordConvocationsAsync(string jobKey, string session, IReadOnlyList<ConvocationResult> results, CancellationToken cancellation);
}
