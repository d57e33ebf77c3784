using Orchestrator.Cases;
using Orchestrator.Cases.Desk;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Client;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client;

/// <summary>Workers and their cases, of the centres of the user's groups. Who is shown is written into the read log.</summary>
internal sealed class Workers(CaseDesk desk, ICaseRegistry registry, ProgrammeScope scope, PathwayTrace pathways) : IWorkers
{
    private const int LimitMax = 100;

    public async Task<Outcome<WorkerOffer>> OfferAsync(ActingUser user, CancellationToken cancellation)
    {
        if (!CaseRights.MayReadWorkers(user)) return MayNot();
        var own = CaseRights.CentresOf(user);
        var centres = await registry.ListCentresAsync(cancellation);
        return new WorkerOffer([.. centres.Where(centre => own is null || own.Contains(centre.Code)).Select(centre => new CentreChoice(centre.Code, centre.Name))]);
    }

    public async Task<Outcome<WorkerPage>> SearchAsync(ActingUser user, WorkerQuery query, CancellationToken cancellation)
    {
        if (!CaseRights.MayReadWorkers(user)) return MayNot();
        if (Refused.WhyNotPage(query.Offset, query.Limit, LimitMax) is { } refused) return refused;
        var search = new WorkerSearch(query.Search, CaseRights.CentresOf(user), query.Offset, query.Limit)
        {
            Crisis = query.Crisis, Centre = query.Centre, Pathway = query.Pathway, State = query.State,
        };
        var found = await desk.SearchWorkersAsync(search, new(user.UserName, "worker search"), cancellation);
        return new WorkerPage([.. found.Rows.Select(SummaryOf)], found.Total);
    }

    public async Task<Outcome<WorkerDetail>> OpenAsync(ActingUser user, string caseKey, CancellationToken cancellation)
    {
        if (!CaseRights.MayReadWorkers(user)) return MayNot();
        if (await desk.ReadWorkerAsync(caseKey, CaseRights.CentresOf(user), new(user.UserName, "worker page"), cancellation) is not { } file)
            return Missing();
        return new WorkerDetail(SummaryOf(file.Row), file.CodiceFiscale, file.JobTitle)
        {
            AgreementKey = file.Agreement,
            MayOpenAgreement = await scope.MayOpenAgreementsAsync(user, file.Row.Crisis, cancellation),
            InPlan = file.InScope,
            Email = file.Email,
            Mobile = file.Mobile,
            Municipality = file.Municipality,
            Area = file.Area,
            Profile = file.Profile,
            Facts = [.. file.Facts.Select(FactOf)],
            Processes = await scope.ProcessesAsync(user, caseKey, cancellation),
        };
    }

    public async Task<Outcome<PathwayPlace>> WhyPathwayAsync(ActingUser user, string caseKey, CancellationToken cancellation)
    {
        if (!CaseRights.MayReadWorkers(user)) return MayNot();
        if (await desk.ReadWorkerAsync(caseKey, CaseRights.CentresOf(user), new(user.UserName, "worker pathway"), cancellation) is not { } file) return Missing();
        if (!await scope.MayOpenAgreementsAsync(user, file.Row.Crisis, cancellation))
            return Refused.NotAllowed("Expected somebody who may open the delivery of the crisis, where the pathway was decided.");
        return await pathways.FindAsync(file.Row.Crisis, caseKey, cancellation) is var (instance, position)
            ? new PathwayPlace(ScopeKey.RootOf(instance).Value, position)
            : new Refusal(RefusalKind.NotFound, "NoPathwayDecision", "Expected a decision about this worker's pathway in the delivery of the crisis, but none has been taken there.");
    }

    private static WorkerSummary SummaryOf(WorkerRow row) => new(row.CaseId, $"{row.Surname} {row.Name}", row.Centre, row.Crisis, row.CompanyName)
    {
        Pathway = row.Pathway, State = row.State, StateAt = row.StateAt,
    };

    private static WorkerFact FactOf(CaseFact fact) => new(fact.At, KindOf(fact.Kind), fact.Text)
    {
        SessionKey = fact.Session, IsDay = fact.IsDay, Attendance = fact.Attendance is { } status ? AttendanceStatusName.Of(status) : null,
    };

    private static WorkerFactKind KindOf(CaseFactKind kind) => kind switch
    {
        CaseFactKind.State => WorkerFactKind.State,
        CaseFactKind.Booked => WorkerFactKind.Booked,
        CaseFactKind.Approved => WorkerFactKind.Approved,
        CaseFactKind.Rejected => WorkerFactKind.Rejected,
        CaseFactKind.ChoseCentre => WorkerFactKind.ChoseCentre,
        CaseFactKind.ChosePrivate => WorkerFactKind.ChosePrivate,
        CaseFactKind.Session => WorkerFactKind.Session,
        CaseFactKind.Status => WorkerFactKind.Status,
        CaseFactKind.Outcome => WorkerFactKind.Outcome,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Expected a kind of fact."),
    };

    private static Refusal Missing() => new(RefusalKind.NotFound, "WorkerNotFound", "Expected the case of a worker of your centres, but there is none with this id.");

    private static Refusal MayNot() => Refused.NotAllowed("Expected an operator of a centre or of the coordination, a supervisor or an auditor: others work with no workers.");
}
