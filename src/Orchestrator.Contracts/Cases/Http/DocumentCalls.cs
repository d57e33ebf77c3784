namespace Orchestrator.Contracts.Cases.Http;

/// <summary>The calls about documents, crises and reports.</summary>
public static partial class RegistryRoutes
{
    public const string Documents = "/documents";
    public const string DocumentReading = "/document-reading";
    public const string CrisisDossiers = "/crisis-dossiers";
    public const string AgreementDossiers = "/agreement-dossiers";
    public const string Meetings = "/meetings";
    public const string CrisisEvents = "/crisis-events";
    public const string Reports = "/reports";
    public const string ReportReading = "/report-reading";
    public const string ReportPublications = "/report-publications";
}

public sealed record DocumentCall(string Document);

public sealed record CrisisDossierCall(DocumentRegistration Document, CrisisFacts Facts);

public sealed record AgreementDossierCall(DocumentRegistration Document, AgreementFacts Facts);

public sealed record ReportCall(string Report);

public sealed record ReportPublicationCall(string Report, IReadOnlyList<string> Files);
