using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Cases.Http;

namespace Orchestrator.Server.Cases;

/// <summary>The calls about documents, crises and reports.</summary>
internal static partial class CaseRegistryEndpoints
{
    private static void MapDocuments(RouteGroupBuilder group)
    {
        Map<DocumentRegistration, RegistrationAnswer>(group, RegistryRoutes.Documents, "Registers a document under the next number of the year.",
            (registry, call, _, stop) => registry.RegisterDocumentAsync(call, stop));
        Map<CrisisDossierCall, RegistrationAnswer>(group, RegistryRoutes.CrisisDossiers, "Registers the dossier of a crisis and opens the crisis.",
            (registry, call, _, stop) => registry.OpenCrisisAsync(call.Document, call.Facts, stop));
        Map<AgreementDossierCall, RegistrationAnswer>(group, RegistryRoutes.AgreementDossiers, "Registers a relocation agreement with its plan.",
            (registry, call, _, stop) => registry.OpenAgreementAsync(call.Document, call.Facts, stop));
        Map<DocumentCall, DocumentView>(group, RegistryRoutes.DocumentReading, "Reads a registered document with its segnatura.",
            (registry, call, _, stop) => registry.ReadDocumentAsync(call.Document, stop));
        Map<MeetingNotice, MeetingVersion>(group, RegistryRoutes.Meetings, "Prepares the next version of a meeting's calendar entry.",
            (registry, call, _, stop) => registry.PrepareMeetingAsync(call, stop));
        Map<CrisisEvent>(group, RegistryRoutes.CrisisEvents, "Keeps an event of a crisis.", (registry, call, _, stop) => registry.RecordCrisisEventAsync(call, stop));
        Map<ReportDraft, ReportView>(group, RegistryRoutes.Reports, "Keeps a report that was made.", (registry, call, _, stop) => registry.SaveReportAsync(call, stop));
        Map<ReportCall, ReportView>(group, RegistryRoutes.ReportReading, "Reads a report with its figures.", (registry, call, _, stop) => registry.ReadReportAsync(call.Report, stop));
        Map<ReportPublicationCall, ReportView>(group, RegistryRoutes.ReportPublications, "Records that a report is published.",
            (registry, call, _, stop) => registry.RecordPublicationAsync(call.Report, call.Files, stop));
    }
}
