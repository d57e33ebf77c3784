using Orchestrator.Cases;
using Orchestrator.Cases.Desk;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Feel;
using Orchestrator.Server.Client.Notices;
using Orchestrator.Server.Security;
using ImportDecision = Orchestrator.Contracts.Client.ImportDecision;
using ImportQuery = Orchestrator.Contracts.Client.ImportQuery;
using ImportReport = Orchestrator.Contracts.Client.ImportReport;
using ImportSummary = Orchestrator.Contracts.Client.ImportSummary;

namespace Orchestrator.Server.Client;

/// <summary>Agreements: the registry keeps them, the message <c>AgreementSigned</c> brings them to the delivery of their crisis, whose case is theirs.</summary>
internal sealed class Agreements(
    CaseDesk desk, AgreementStart start, WorkersList list, DefinitionCatalog definitions, CaseNames names, TermReader terms,
    WorkersDecision workers, CaseRights rights) : IAgreements
{
    private const int ListMax = 200;

    public async Task<Outcome<IReadOnlyList<AgreementSummary>>> ListAsync(ActingUser user, CancellationToken cancellation)
    {
        var summaries = new List<AgreementSummary>();
        foreach (var agreement in await desk.ListAgreementsAsync(0, ListMax, cancellation))
            if (await SummaryAsync(user, agreement, cancellation) is { } summary) summaries.Add(summary);
        return summaries;
    }

    public async Task<Outcome<AgreementOffer>> OfferAsync(ActingUser user, CancellationToken cancellation)
    {
        if (!CaseRights.MayRegister(user)) return new AgreementOffer([], false);
        var crises = await desk.ListCrisesAsync(CaseLimits.PageRowsMax, cancellation);
        return new AgreementOffer([.. crises.Select(crisis => new CrisisChoice(crisis.Crisis, $"{crisis.Crisis} – {crisis.CompanyName}"))], true);
    }

    public async Task<Outcome<IReadOnlyList<TermView>>> PreviewTermsAsync(ActingUser user, DateOnly signingDate, CancellationToken cancellation)
    {
        var process = await definitions.LatestAsync(AgreementStart.AccessId);
        return process is null
            ? Refused.NotFound($"Expected a deployed process {AgreementStart.AccessId}, but there is none.")
            : Outcome.Of(terms.Preview(process.Graph, FeelContext.Of(("signingDate", new FeelString(AgreementDrafts.Iso(signingDate))))));
    }

    public async Task<Outcome<AgreementDetail>> RegisterAsync(ActingUser user, Guid request, AgreementDraft draft, CancellationToken cancellation)
    {
        if (!CaseRights.MayRegister(user)) return MayNot();
        var (registration, problems) = AgreementDrafts.Registration(request, draft);
        if (registration is null) return Refused.From(problems);
        try
        {
            var registered = await desk.RegisterAgreementAsync(registration, user.UserName, cancellation);
            if (registered.Value is not { } agreement) return Refused.From(registered.Problems);
            // Its notice stays until the process is seen: should we die before the message is kept, it is published again.
            var started = await start.StartAsync(agreement, cancellation);
            return started is { } rejection ? Refused.From(rejection) : await OpenAsync(user, agreement.Agreement, cancellation);
        }
        catch (RegistryRefusedException refused)
        {
            return Refused.From(refused);
        }
    }

    public async Task<Outcome<AgreementDetail>> OpenAsync(ActingUser user, string agreementKey, CancellationToken cancellation)
    {
        if (await desk.FindAgreementAsync(agreementKey, cancellation) is not { } agreement || await SummaryAsync(user, agreement, cancellation) is not { } summary)
            return Refused.NotFound($"Expected an agreement {agreementKey}, but there is none that you may see.");
        var imports = CaseRights.MayRegister(user) ? await desk.ListImportsAsync(agreementKey, cancellation) : [];
        var terms1 = await PreviewTermsAsync(user, agreement.SigningDate, cancellation);
        return new AgreementDetail(summary, AgreementDrafts.Draft(agreement), terms1.Value ?? [], await ImportsAsync(imports, cancellation), CaseRights.MayRegister(user));
    }

    public async Task<Outcome<ImportReport>> UploadWorkersAsync(ActingUser user, Guid request, string agreementKey, WorkersFile file, CancellationToken cancellation)
    {
        if (!CaseRights.MayRegister(user)) return MayNot();
        if (await desk.FindAgreementAsync(agreementKey, cancellation) is null) return Refused.NotFound($"Expected an agreement {agreementKey}, but there is none.");
        try
        {
            var uploaded = await desk.UploadAsync(new(request, agreementKey, file.FileName, file.Content), user.UserName, cancellation);
            if (uploaded.Value is not { } import) return Refused.From(uploaded.Problems);
            var told = await list.ReceivedAsync(import.Import, cancellation);
            if (NoticeTeller.MaySettle(told)) await desk.SettleNoticeAsync(import.Import, cancellation);
            return told is { } rejection ? Refused.From(rejection) : await ReportAsync(user, import.Import, new(false, 0, 50), cancellation);
        }
        catch (RegistryRefusedException refused)
        {
            return Refused.From(refused);
        }
    }

    public async Task<Outcome<ImportReport>> ReportAsync(ActingUser user, Guid importId, ImportQuery query, CancellationToken cancellation)
    {
        if (!CaseRights.MayReadImport(user, await KindOfAsync(importId, cancellation))) return MayNot();
        if (Refused.WhyNotPage(query.Offset, query.Limit, 2 * CaseLimits.PageRowsMax) is { } wrong) return wrong;
        try
        {
            var report = await desk.ReadReportAsync(importId, new(query.OnlyBad, query.Offset, query.Limit), new(user.UserName, "import report"), cancellation);
            await names.LearnAsync([report.Summary.UploadedBy], cancellation);
            // A list of workers without errors goes on by itself, unless it brings workers to cases that run.
            var mayDecide = report.Summary.State == RegistryDesk.ImportState.Validated && CaseRights.MayUpload(user, report.Summary.Kind)
                && (report.Summary.Kind != RegistryDesk.ImportKind.Workers || report.Summary.Bad > 0 || await workers.IsAwaitedAsync(report.Summary, cancellation));
            return new ImportReport(
                AgreementDrafts.Summary(report.Summary, await UploaderAsync(report.Summary, cancellation)), report.Summary.Agreement ?? report.Summary.Crisis ?? "", report.Summary.Version,
                report.Total, [.. report.Rows.Select(AgreementDrafts.Row)], mayDecide)
            {
                Reason = report.Summary.DecisionReason,
            };
        }
        catch (RegistryRefusedException refused)
        {
            return Refused.From(refused);
        }
    }

    public async Task<Outcome<ImportReport>> DecideAsync(ActingUser user, ImportDecision decision, CancellationToken cancellation)
    {
        if (!CaseRights.MayUpload(user, await KindOfAsync(decision.ImportId, cancellation))) return MayNot();
        try
        {
            var notice = NoticeContent.Of(user).Draft(decision.Request);
            var decided = await desk.DecideImportAsync(
                new(decision.ImportId, decision.TakeGoodRows, decision.Version, decision.Reason) { Notice = notice }, user.UserName, cancellation);
            if (decided.Value is null) return Refused.From(decided.Problems);
            // Without a task that waits for it the notice stays: the process may still be on its way there.
            if (await workers.TellProcessAsync(user.Actor(), decision.Request, decision.ImportId, cancellation) is { } told && NoticeTeller.MaySettle(told.Rejection))
                await desk.SettleNoticeAsync(decision.Request, cancellation);
            return await ReportAsync(user, decision.ImportId, new(false, 0, 50), cancellation);
        }
        catch (RegistryRefusedException refused)
        {
            return Refused.From(refused);
        }
    }

    private async Task<AgreementSummary?> SummaryAsync(ActingUser user, AgreementView agreement, CancellationToken cancellation)
    {
        var instance = await start.CaseOfAsync(agreement.Crisis, cancellation);
        var sees = CaseRights.SeesAllCases(user) || (instance is not null && await rights.MayOpenAsync(user, instance.Instance, cancellation));
        if (!sees) return null;
        var reference = instance is null ? null : await names.CaseAsync(instance.Instance, instance.Definition, instance.ProcessId, instance.BusinessKey, cancellation);
        return new(agreement.Agreement, agreement.CompanyName, agreement.SigningDate, reference, agreement.Cases);
    }

    private async Task<IReadOnlyList<ImportSummary>> ImportsAsync(IReadOnlyList<RegistryDesk.ImportSummary> imports, CancellationToken cancellation)
    {
        var summaries = new List<ImportSummary>(imports.Count);
        foreach (var import in imports) summaries.Add(AgreementDrafts.Summary(import, await UploaderAsync(import, cancellation)));
        return summaries;
    }

    // A file that does not exist is asked for like a list of workers: who may read those is told that it is not there.
    private async Task<RegistryDesk.ImportKind> KindOfAsync(Guid importId, CancellationToken cancellation) =>
        (await desk.FindImportAsync(importId, cancellation))?.Kind ?? RegistryDesk.ImportKind.Workers;

    private async Task<string> UploaderAsync(RegistryDesk.ImportSummary import, CancellationToken cancellation) =>
        await names.PersonAsync(import.UploadedBy, cancellation) ?? import.UploadedBy;

    private static Refusal MayNot() => Refused.NotAllowed("Expected an operator of the Region or of the agency's central office.");
}
