using System.Globalization;
using Orchestrator.Cases.Desk;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Client;
using ImportState = Orchestrator.Contracts.Client.ImportState;
using ImportSummary = Orchestrator.Contracts.Client.ImportSummary;

namespace Orchestrator.Server.Client;

/// <summary>Between the registry's records and those of the pages.</summary>
internal static class AgreementDrafts
{
    private static readonly Dictionary<string, SigningPlace> s_places = new()
    {
        ["ministero"] = SigningPlace.Ministry,
        ["regione"] = SigningPlace.Region,
        ["altro"] = SigningPlace.Other,
    };

    private static readonly Dictionary<string, CigsGround> s_grounds = new()
    {
        ["riorganizzazione"] = CigsGround.Reorganisation,
        ["crisi"] = CigsGround.CompanyCrisis,
        ["solidarieta"] = CigsGround.Solidarity,
    };

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The registration, or what is wrong with its codes.</summary>
    public static (AgreementRegistration? Registration, IReadOnlyList<FieldProblem> Problems) Registration(Guid request, AgreementDraft draft)
    {
        var problems = new List<FieldProblem>();
        if (!s_places.TryGetValue(draft.SigningPlace ?? "", out var place)) problems.Add(new("signingPlace", "notAnOption", "Indicare il luogo di sottoscrizione."));
        if (!s_grounds.TryGetValue(draft.CigsGround ?? "", out var ground)) problems.Add(new("cigsGround", "notAnOption", "Indicare la causale CIGS."));
        if (problems.Count > 0) return (null, problems);
        var scopes = draft.Scopes.Select(scope => new PlanScopeEntry(scope.Area, scope.Profile, null, scope.Quota)).ToList();
        return (new(request, draft.CrisisKey, draft.CompanyTaxCode, null, draft.CompanyName, draft.CompanyMunicipality, draft.SigningDate, place, ground,
            draft.CigsFrom, draft.CigsTo, scopes, draft.Notes), []);
    }

    public static AgreementDraft Draft(AgreementView agreement) => new(
        agreement.Crisis, agreement.CompanyName, agreement.CompanyTaxCode, agreement.CompanyMunicipality, agreement.SigningDate,
        s_places.Single(place => place.Value == agreement.SigningPlace).Key, s_grounds.Single(ground => ground.Value == agreement.Ground).Key,
        agreement.CigsFrom, agreement.CigsTo, [.. agreement.Scopes.Select(scope => new AgreementScope(scope.Area, scope.Profile, scope.Quota))])
    {
        Notes = agreement.Notes,
    };

    public static ImportSummary Summary(RegistryDesk.ImportSummary import, string uploader) => new(
        import.Import, import.FileName, import.UploadedAt, uploader, StateOf(import.State), import.Rows, import.Good, import.Bad)
    {
        Kind = FileKinds.Of(import.Kind),
        OwnerKey = import.Agreement ?? import.Crisis,
        WarnedRows = import.Warned,
    };

    public static ImportRow Row(ImportReportRow row) => new(
        row.RowNumber, row.FullName, [.. row.Issues.Select(issue => new ImportFinding(issue.Field, issue.Code, issue.Message, issue.Severity == RowSeverity.Warning))])
    {
        Centre = row.Centre,
        CaseKey = row.CaseId,
    };

    private static ImportState StateOf(RegistryDesk.ImportState state) => state switch
    {
        RegistryDesk.ImportState.Staged => ImportState.Checking,
        RegistryDesk.ImportState.Validated => ImportState.AwaitingDecision,
        RegistryDesk.ImportState.Accepted => ImportState.Accepted,
        RegistryDesk.ImportState.Rejected => ImportState.Rejected,
        _ => throw new InvalidOperationException($"No state of the pages for {state}."),
    };
}
