using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases;

/// <summary>Documents, crises and reports in process.</summary>
public sealed partial class CaseRegistry
{
    /// <inheritdoc/>
    public Task<RegistrationAnswer> RegisterDocumentAsync(DocumentRegistration document, CancellationToken cancellation) => _documents.RegisterAsync(document, cancellation);

    /// <inheritdoc/>
    public Task<RegistrationAnswer> OpenCrisisAsync(DocumentRegistration document, CrisisFacts facts, CancellationToken cancellation) =>
        _documents.OpenCrisisAsync(document, facts, cancellation);

    /// <inheritdoc/>
    public Task<RegistrationAnswer> OpenAgreementAsync(DocumentRegistration document, AgreementFacts facts, CancellationToken cancellation) =>
        _documents.OpenAgreementAsync(document, facts, cancellation);

    /// <inheritdoc/>
    public Task<DocumentView> ReadDocumentAsync(string document, CancellationToken cancellation) => _documents.ReadAsync(document, cancellation);

    /// <inheritdoc/>
    public Task<MeetingVersion> PrepareMeetingAsync(MeetingNotice notice, CancellationToken cancellation) => _meetings.PrepareAsync(notice, cancellation);

    /// <inheritdoc/>
    public Task RecordCrisisEventAsync(CrisisEvent happened, CancellationToken cancellation) => _history.RecordAsync(happened, cancellation);

    /// <inheritdoc/>
    public Task<ReportView> SaveReportAsync(ReportDraft report, CancellationToken cancellation) => _reports.SaveAsync(report, cancellation);

    /// <inheritdoc/>
    public Task<ReportView> ReadReportAsync(string report, CancellationToken cancellation) => _reports.ReadAsync(report, cancellation);

    /// <inheritdoc/>
    public Task<ReportView> RecordPublicationAsync(string report, IReadOnlyList<string> files, CancellationToken cancellation) =>
        _reports.RecordPublicationAsync(report, files, cancellation);
}
