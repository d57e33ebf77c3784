using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Bookings;
using Orchestrator.Cases.Crises;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;
using Orchestrator.Cases.Outcomes;
using Orchestrator.Cases.Reference;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Facts;

/// <summary>
/// What operators record about single cases. The fact and the notice of its message are one transaction, and both are known by the form's request: recorded twice,
/// told twice, it is one fact and one message.
/// </summary>
internal sealed class FactDesk(CasesStore store)
{
    public Task<DeskAnswer<FactRecorded>> BookAsync(BookingRegistration form, string actor, CancellationToken cancellation) =>
        RecordAsync(form.Request, form.Case, async (context, found, problems) =>
        {
            var known = await context.Bookings.AsNoTracking().Where(row => row.CaseId == form.Case).ToListAsync(cancellation);
            if (known.Exists(row => row.Id == form.Request))
                return null;
            var signed = await context.Agreements.Where(row => row.Code == found.AgreementCode).Select(row => (DateOnly?)row.SigningDate).SingleOrDefaultAsync(cancellation);
            problems.AddRange(FactRules.WhyNot(form, signed, store.Now, known.Exists(row => row.Number == form.BookingNumber.Trim())));
            if (problems.Count > 0)
                return null;
            var inTerm = CasesStore.DayInRome(form.BookedAt) <= form.LastDay;
            context.Bookings.Add(new Booking
            {
                Id = form.Request, CaseId = form.Case, Number = form.BookingNumber.Trim(), BookedAt = form.BookedAt, Channel = form.Channel, InTerm = inTerm, RecordedBy = actor, RecordedAt = store.Now,
            });
            return CaseMessages.About(
                form.Request, "BookingMade", form.Case,
                new JsonObject { ["bookingNumber"] = form.BookingNumber.Trim(), ["bookedAt"] = CaseMessages.Iso(form.BookedAt), ["channel"] = form.Channel, ["inTerm"] = inTerm },
                actor, store.Now);
        }, cancellation);

    public Task<DeskAnswer<FactRecorded>> ChooseAsync(ChoiceRegistration form, string actor, CancellationToken cancellation) =>
        RecordAsync(form.Request, form.Case, async (context, found, problems) =>
        {
            if (await context.ProviderChoices.AnyAsync(row => row.Id == form.Request, cancellation))
                return null;
            var decision = await context.BookingDecisions.AsNoTracking().Where(row => row.CaseId == form.Case).OrderByDescending(row => row.DecidedOn)
                .ThenByDescending(row => row.RecordedAt).FirstOrDefaultAsync(cancellation);
            problems.AddRange(FactRules.WhyNot(form, decision?.Approved == true, store.Now));
            if (problems.Count > 0 || await ProviderAsync(context, form, found, problems, cancellation) is not { } provider)
                return null;
            var choice = new ProviderChoice
            {
                Id = form.Request, CaseId = form.Case, Type = provider.Type, Provider = provider.TaxCode, Site = provider.Site, ChosenAt = form.ChosenAt,
                FirstAppointment = form.FirstAppointment, RecordedBy = actor, RecordedAt = store.Now,
            };
            await ChoiceBook.AddAsync(context, choice, cancellation);
            return ChoiceBook.NoticeOf(choice, actor, store.Now);
        }, cancellation);

    public Task<DeskAnswer<FactRecorded>> EmployAsync(EmploymentEntry form, string actor, CancellationToken cancellation) =>
        RecordAsync(form.Request, form.Case, async (context, found, problems) =>
        {
            var protocol = FormattableString.Invariant($"MAN-{form.Request:N}");
            if (await context.EmploymentNotices.AnyAsync(row => row.Protocol == protocol, cancellation))
                return null;
            problems.AddRange(FactRules.WhyNot(form, CasesStore.DayInRome(store.Now)));
            if (problems.Count > 0)
                return null;
            var notice = new EmploymentNotice
            {
                Protocol = protocol, Kind = EmploymentNames.ReadKind(form.Kind)!.Value, WorkerId = found.WorkerId, EmployerTaxCode = form.EmployerTaxCode.Trim().ToUpperInvariant(),
                StartsOn = form.From, EndsOn = form.To, Contract = EmploymentNames.ReadContract(form.Contract)!.Value, RecordedBy = actor, RecordedAt = store.Now,
            };
            context.EmploymentNotices.Add(notice);
            var chains = await EmploymentChains.ReadAsync(context, found.WorkerId, cancellation);
            chains.Add(notice);
            return EmploymentMessages.NoticeOf(form.Request, form.Case, notice, chains.StartOf(notice), actor, store.Now);
        }, cancellation);

    public Task<DeskAnswer<FactRecorded>> ChangeStatusAsync(WorkerStatusEntry form, string actor, CancellationToken cancellation) =>
        RecordAsync(form.Request, form.Case, async (context, found, problems) =>
        {
            if (await context.WorkerStatuses.AnyAsync(row => row.Id == form.Request, cancellation))
                return null;
            problems.AddRange(FactRules.WhyNot(form));
            if (problems.Count > 0 || (form.Status == WorkerStatus.CentreChanged && !await MoveAsync(context, form, found, problems, cancellation)))
                return null;
            context.WorkerStatuses.Add(new WorkerStatusNote { Id = form.Request, CaseId = form.Case, Status = form.Status, Reason = form.Reason?.Trim(), RecordedBy = actor, RecordedAt = store.Now });
            var variables = new JsonObject { ["status"] = form.Status, ["reason"] = form.Reason?.Trim() };
            if (form.Status == WorkerStatus.CentreChanged)
                variables["centre"] = found.CentreCode;
            return CaseMessages.About(form.Request, "WorkerStatusChanged", form.Case, variables, actor, store.Now);
        }, cancellation);

    // A null notice with no problem means that the request was answered before.
    private Task<DeskAnswer<FactRecorded>> RecordAsync(
        Guid request, string caseId, Func<CasesContext, WorkerCase, List<FieldProblem>, Task<Notice?>> record, CancellationToken cancellation) =>
        store.WriteAsync(
            async context =>
            {
                if (request == Guid.Empty)
                    return DeskAnswer.Refused<FactRecorded>(new FieldProblem("request", "required", "Manca la chiave della richiesta: ricaricare la pagina e riprovare."));
                var found = await RecipientBook.FindCaseAsync(context, caseId, cancellation);
                var problems = new List<FieldProblem>();
                var notice = await record(context, found, problems);
                if (problems.Count > 0)
                {
                    context.ChangeTracker.Clear();
                    return DeskAnswer.Refused<FactRecorded>(problems);
                }
                if (notice is not null)
                    await NoticeBook.KeepAsync(context, notice, cancellation);
                return DeskAnswer.Accepted(new FactRecorded(caseId, request));
            },
            cancellation);

    private static async Task<ProviderRegister.Found?> ProviderAsync(CasesContext context, ChoiceRegistration form, WorkerCase found, List<FieldProblem> problems, CancellationToken cancellation)
    {
        if (ProviderTypeName.Read(form.ProviderType) == ProviderType.Centre)
        {
            var seat = ReferenceTables.Seats.First(each => each.Centre == found.CentreCode);
            return new(found.CentreCode, ProviderType.Centre, form.Site ?? seat.Municipality);
        }
        var register = await ProviderRegister.ReadAsync(context, cancellation);
        var provider = register.Find(form.Provider!, form.Site, CasesStore.DayInRome(form.ChosenAt));
        if (provider is null or { Type: ProviderType.Centre })
            problems.Add(new("provider", RefusalCode.NotFound, "L'operatore non risulta accreditato in quella sede alla data della scelta: controllare codice e sede, o aggiornare l'elenco degli operatori."));
        return provider;
    }

    private async Task<bool> MoveAsync(CasesContext context, WorkerStatusEntry form, WorkerCase found, List<FieldProblem> problems, CancellationToken cancellation)
    {
        var answer = (await CentreBook.AnswersAsync(context, [form.Municipality!], CasesStore.DayInRome(store.Now), cancellation))[0];
        if (answer.Centre is not { } centre)
        {
            problems.Add(new("municipality", RefusalCode.NotFound, "Il comune non è in Piemonte o non esiste più: per chi lascia la regione registrare il trasferimento fuori regione."));
            return false;
        }
        var worker = await context.Workers.SingleAsync(row => row.Id == found.WorkerId, cancellation);
        (worker.Municipality, worker.UpdatedAt, found.CentreCode) = (form.Municipality!, store.Now, centre.Code);
        return true;
    }
}
