using Orchestrator.Cases;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Client;
using ImportSummary = Orchestrator.Contracts.Client.ImportSummary;

namespace Orchestrator.Server.Client;

/// <summary>Crises: the registry's dossiers beside the engine's processes. No persons.</summary>
internal sealed class Crises(CaseDesk desk, ICaseRegistry registry, ProgrammeScope scope, CaseNames names, TimeProvider time) : ICrises
{
    private const int LimitMax = 200;
    private const int SessionsMax = 200;

    public async Task<Outcome<CrisisPage>> SearchAsync(ActingUser user, CrisisQuery query, CancellationToken cancellation)
    {
        if (Refused.WhyNotPage(query.Offset, query.Limit, LimitMax) is { } refused) return refused;
        var found = await desk.SearchCrisesAsync(
            new(query.State, query.Search, await scope.CrisesAsync(user, cancellation), query.Offset, query.Limit), cancellation);
        return new CrisisPage([.. found.Rows.Select(SummaryOf)], found.Total);
    }

    public async Task<Outcome<CrisisDetail>> OpenAsync(ActingUser user, string crisisKey, CancellationToken cancellation)
    {
        if (await desk.ReadCrisisAsync(crisisKey, await scope.CrisesAsync(user, cancellation), cancellation) is not { } file)
            return new Refusal(RefusalKind.NotFound, "CrisisNotFound", $"Expected a crisis {crisisKey}, but there is none that you may see.");
        var sessions = await desk.SearchSessionsAsync(new(null, await scope.SessionsAsync(user, cancellation), 0, SessionsMax) { Crisis = crisisKey }, cancellation);
        var centres = (await registry.ListCentresAsync(cancellation)).ToDictionary(centre => centre.Code, centre => centre.Name);
        var waiting = await desk.WaitingForSessionAsync(crisisKey, cancellation);
        var now = time.GetUtcNow();
        return new CrisisDetail(SummaryOf(file.Row), DossierOf(file), FiguresOf(file.Funnel))
        {
            Agreements = [.. file.Agreements.Select(row => new CrisisAgreement(row.Agreement, row.SigningDate, row.Quota, row.Cases))],
            Processes = await scope.ProcessesAsync(user, crisisKey, cancellation),
            Documents = [.. file.Documents.Select(row => new CrisisDocument(row.RegistryNumber, row.Kind, row.Subject, row.RegisteredAt))],
            Imports = await ImportsAsync(user, crisisKey, cancellation),
            Sessions = [.. sessions.Rows.Select(row => Client.Sessions.SummaryOf(row, now))],
            Waiting = [.. waiting.Select(group => new CrisisWaiting(group.Kind, centres.GetValueOrDefault(group.Centre, group.Centre), group.Cases, group.Since))],
            MayOpenAgreements = await scope.MayOpenAgreementsAsync(user, crisisKey, cancellation),
            MaySearchWorkers = CaseRights.MayReadWorkers(user),
            MayUpload = FileKinds.All.Any(kind => CaseRights.MayUpload(user, FileKinds.Of(kind))),
        };
    }

    private async Task<IReadOnlyList<ImportSummary>> ImportsAsync(ActingUser user, string crisis, CancellationToken cancellation)
    {
        var imports = (await desk.ListImportsAsync(crisis, cancellation)).Where(import => CaseRights.MayReadImport(user, import.Kind)).ToList();
        await names.LearnAsync(imports.Select(import => import.UploadedBy), cancellation);
        var summaries = new List<ImportSummary>(imports.Count);
        foreach (var import in imports) summaries.Add(AgreementDrafts.Summary(import, await names.PersonAsync(import.UploadedBy, cancellation) ?? import.UploadedBy));
        return summaries;
    }

    private static CrisisSummary SummaryOf(RegistryDesk.CrisisRow row) =>
        new(row.Crisis, row.CompanyName, row.State, row.OpenedAt, row.Places, row.Cases, row.Agreements) { Title = row.Title };

    private static CrisisDossier DossierOf(RegistryDesk.CrisisFile file) =>
        new(file.CompanyTaxCode, [.. file.Sites.Select(site => new CrisisSite(site.Address, site.Municipality, site.Province, site.Workers))])
        {
            Ateco = file.Ateco,
            Reason = file.Reason?.ToString(),
            TotalWorkers = file.TotalWorkers,
            Redundancies = file.Redundancies,
            RegionalInterest = file.RegionalInterest?.ToString(),
            CigsFrom = file.CigsFrom,
            CigsTo = file.CigsTo,
            Centre = file.Centre,
        };

    private static CrisisFigures FiguresOf(RegistryDesk.CrisisFunnel funnel) =>
        new(funnel.Cases, funnel.InPlan, funnel.Booked, funnel.Approved, funnel.Rejected, funnel.ChoseCentre, funnel.ChosePrivate, funnel.Closed);
}
