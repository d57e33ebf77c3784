using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Cases.Http;

namespace Orchestrator.Worker;

/// <summary>Documents, crises and reports over HTTP.</summary>
public sealed partial class HttpCaseRegistry
{
    public Task<RegistrationAnswer> RegisterDocumentAsync(DocumentRegistration document, CancellationToken cancellation) =>
        AskAsync<DocumentRegistration, RegistrationAnswer>(RegistryRoutes.Documents, document, cancellation);

    public Task<RegistrationAnswer> OpenCrisisAsync(DocumentRegistration document, CrisisFacts facts, CancellationToken cancellation) =>
        AskAsync<CrisisDossierCall, RegistrationAnswer>(RegistryRoutes.CrisisDossiers, new(document, facts), cancellation);

    public Task<RegistrationAnswer> OpenAgreementAsync(DocumentRegistration document, AgreementFacts facts, CancellationToken cancellation) =>
        AskAsync<AgreementDossierCall, RegistrationAnswer>(RegistryRoutes.AgreementDossiers, new(document, facts), cancellation);

    public Task<DocumentView> ReadDocumentAsync(string document, CancellationToken cancellation) =>
        AskAsync<DocumentCall, DocumentView>(RegistryRoutes.DocumentReading, new(document), cancellation);

    public Task<MeetingVersion> PrepareMeetingAsync(MeetingNotice notice, CancellationToken cancellation) =>
        AskAsync<MeetingNotice, MeetingVersion>(RegistryRoutes.Meetings, notice, cancellation);

    public Task RecordCrisisEventAsync(CrisisEvent happened, CancellationToken cancellation) => TellAsync(RegistryRoutes.CrisisEvents, happened, cancellation);

    public Task<ReportView> SaveReportAsync(ReportDraft report, CancellationToken cancellation) =>
        AskAsync<ReportDraft, ReportView>(RegistryRoutes.Reports, report, cancellation);

    public Task<ReportView> ReadReportAsync(string report, CancellationToken cancellation) =>
        AskAsync<ReportCall, ReportView>(RegistryRoutes.ReportReading, new(report), cancellation);

    public Task<ReportView> RecordPublicationAsync(string report, IReadOnlyList<string> files, CancellationToken cancellation) =>
        AskAsync<ReportPublicationCall, ReportView>(RegistryRoutes.ReportPublications, new(report, files), cancellation);
}
