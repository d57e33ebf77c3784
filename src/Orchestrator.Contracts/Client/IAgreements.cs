namespace Orchestrator.Contracts.Client;

/// <summary>Agreements (accordi di ricollocazione): registration, which starts the collective process, and lists of workers.</summary>
public interface IAgreements
{
    /// <summary>Agreements the user may see, the last registered first.</summary>
    Task<Outcome<IReadOnlyList<AgreementSummary>>> ListAsync(ActingUser user, CancellationToken cancellation);

    /// <summary>What the registration page offers: open crises and whether this user may register.</summary>
    Task<Outcome<AgreementOffer>> OfferAsync(ActingUser user, CancellationToken cancellation);

    /// <summary>The terms that a signing date gives today, with both dates; an already expired one is marked so.</summary>
    Task<Outcome<IReadOnlyList<TermView>>> PreviewTermsAsync(ActingUser user, DateOnly signingDate, CancellationToken cancellation);

    /// <summary>
    /// Registers the agreement and starts its process in one step. <c>Invalid</c> names fields by the parameter names of
    /// <see cref="AgreementDraft"/> in camel case (<c>signingDate</c>, <c>scopes[0].quota</c>).
    /// </summary>
    Task<Outcome<AgreementDetail>> RegisterAsync(ActingUser user, Guid request, AgreementDraft draft, CancellationToken cancellation);

    /// <summary>An agreement with its process and its lists.</summary>
    Task<Outcome<AgreementDetail>> OpenAsync(ActingUser user, string agreementKey, CancellationToken cancellation);

    /// <summary>
    /// Puts a <c>lavoratori.csv</c> into staging and has it checked. Nothing enters the registry before the decision.
    /// <c>Invalid</c> when the file as a whole cannot be read (not CSV, missing columns, too large).
    /// </summary>
    Task<Outcome<ImportReport>> UploadWorkersAsync(ActingUser user, Guid request, string agreementKey, WorkersFile file, CancellationToken cancellation);

    /// <summary>The report of a list, row by row.</summary>
    Task<Outcome<ImportReport>> ReportAsync(ActingUser user, Guid importId, ImportQuery query, CancellationToken cancellation);

    /// <summary>Takes the good rows in, or the whole list back. <c>Conflict</c> when it was decided already or is still being checked.</summary>
    Task<Outcome<ImportReport>> DecideAsync(ActingUser user, ImportDecision decision, CancellationToken cancellation);
}

/// <summary>What the registration page offers.</summary>
/// <param name="Crises">Open crises, by key.</param>
/// <param name="MayRegister">True when this user may register.</param>
public sealed record AgreementOffer(IReadOnlyList<CrisisChoice> Crises, bool MayRegister);

/// <summary>A crisis to choose.</summary>
/// <param name="CrisisKey">Such as <c>CR-2026-0007</c>.</param>
/// <param name="Title">Its name with the company.</param>
public sealed record CrisisChoice(string CrisisKey, string Title);

/// <summary>An agreement in a list.</summary>
/// <param name="AgreementKey">Such as <c>AG-CR-2026-0007-1</c>.</param>
/// <param name="CompanyName">The company.</param>
/// <param name="SigningDate">Day 0 of the terms.</param>
/// <param name="Case">Its process; null while none runs.</param>
/// <param name="Workers">How many worker cases it has.</param>
public sealed record AgreementSummary(string AgreementKey, string CompanyName, DateOnly SigningDate, CaseReference? Case, int Workers);

/// <summary>An agreement with what its page shows.</summary>
/// <param name="Summary">The agreement.</param>
/// <param name="Draft">What was registered.</param>
/// <param name="Terms">Its terms with both dates.</param>
/// <param name="Imports">Its lists, the last first.</param>
/// <param name="MayUpload">True when this user may upload a list.</param>
public sealed record AgreementDetail(
    AgreementSummary Summary, AgreementDraft Draft, IReadOnlyList<TermView> Terms, IReadOnlyList<ImportSummary> Imports, bool MayUpload);
