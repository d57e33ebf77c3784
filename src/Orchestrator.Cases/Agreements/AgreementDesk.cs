using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Documents;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Agreements;

/// <summary>Companies, crises and agreements.</summary>
internal sealed class AgreementDesk(CasesStore store)
{
    public async Task<DeskAnswer<AgreementView>> RegisterAsync(AgreementRegistration form, string actor, CancellationToken cancellation)
    {
        var clean = form with { CompanyTaxCode = form.CompanyTaxCode.Trim(), CompanyName = form.CompanyName.Trim(), VatNumber = form.VatNumber?.Trim() };
        var problems = RegistrationRules.WhyNot(clean, CasesStore.DayInRome(store.Now));
        return problems.Count > 0
            ? DeskAnswer.Refused<AgreementView>(problems)
            : await store.WriteAsync(context => RegisterAsync(context, clean, actor, cancellation), cancellation);
    }

    public Task<AgreementView?> FindAsync(string agreement, CancellationToken cancellation) =>
        store.ReadAsync(
            async context =>
            {
                var found = await Agreements(context).SingleOrDefaultAsync(row => row.Code == agreement, cancellation);
                return found is null ? null : ViewOf(found, await context.WorkerCases.CountAsync(row => row.AgreementCode == agreement, cancellation));
            },
            cancellation);

    public Task<IReadOnlyDictionary<string, string>> CompaniesAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        store.ReadAsync<IReadOnlyDictionary<string, string>>(
            async context =>
            {
                var agreements = context.Agreements.Where(row => keys.Contains(row.Code)).Select(row => new { row.Code, row.Crisis!.Company!.Name });
                var crises = context.Crises.Where(row => keys.Contains(row.Code)).Select(row => new { row.Code, row.Company!.Name });
                return await agreements.Concat(crises).ToDictionaryAsync(row => row.Code, row => row.Name, cancellation);
            },
            cancellation);

    public Task<IReadOnlyList<AgreementView>> ListAsync(int skip, int take, CancellationToken cancellation)
    {
        CasesStore.CheckCount("take", take, CaseLimits.PageRowsMax);
        return store.ReadAsync<IReadOnlyList<AgreementView>>(
            async context =>
            {
                var page = await Agreements(context).OrderByDescending(row => row.RegisteredAt).ThenByDescending(row => row.Code).Skip(skip).Take(take).AsSplitQuery().ToListAsync(cancellation);
                var codes = page.Select(row => row.Code).ToList();
                var counts = await context.WorkerCases.Where(row => row.AgreementCode != null && codes.Contains(row.AgreementCode)).GroupBy(row => row.AgreementCode!)
                    .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
                return [.. page.Select(row => ViewOf(row, counts.GetValueOrDefault(row.Code)))];
            },
            cancellation);
    }

    public Task<IReadOnlyList<CrisisView>> ListCrisesAsync(int take, CancellationToken cancellation)
    {
        CasesStore.CheckCount("take", take, CaseLimits.PageRowsMax);
        return store.ReadAsync<IReadOnlyList<CrisisView>>(
            async context => await context.Crises.OrderByDescending(row => row.OpenedAt).ThenByDescending(row => row.Code).Take(take)
                .Select(row => new CrisisView(row.Code, row.CompanyTaxCode, row.Company!.Name, row.OpenedAt, row.Title, row.State)).ToListAsync(cancellation),
            cancellation);
    }

    public Task<DeskAnswer<AgreementView>> CorrectAsync(SigningDateCorrection correction, string actor, CancellationToken cancellation) =>
        store.WriteAsync(
            async context =>
            {
                var agreement = await Agreements(context).AsTracking().SingleOrDefaultAsync(row => row.Code == correction.Agreement, cancellation)
                    ?? throw new RegistryRefusedException(RefusalCode.NotFound, $"Expected an agreement {correction.Agreement}, but there is none.");
                var cases = await context.WorkerCases.CountAsync(row => row.AgreementCode == agreement.Code, cancellation);
                if (agreement.SigningDate == correction.SigningDate)
                    return DeskAnswer.Accepted(ViewOf(agreement, cases));
                if (agreement.SigningDate != correction.Expected)
                    return DeskAnswer.Refused<AgreementView>(new FieldProblem("signingDate", RefusalCode.Stale, FormattableString.Invariant($"La data registrata è ora {agreement.SigningDate:dd/MM/yyyy}: ricaricare la pagina.")));
                if (RegistrationRules.WhyNotSigned(correction.SigningDate, CasesStore.DayInRome(store.Now)) is { } wrong)
                    return DeskAnswer.Refused<AgreementView>(wrong);
                if (RegistrationRules.WhyNotText("reason", correction.Reason, "il motivo della correzione") is { } noReason)
                    return DeskAnswer.Refused<AgreementView>(noReason);
                Change(context, agreement, correction, actor);
                if (correction.Notice is { } draft)
                    await NoticeBook.KeepAsync(context, new(draft.Id, NoticeKind.SigningDateCorrected, agreement.Code, actor, draft.Content, store.Now), cancellation);
                return DeskAnswer.Accepted(ViewOf(agreement, cases));
            },
            cancellation);

    private void Change(CasesContext context, RelocationAgreement agreement, SigningDateCorrection correction, string actor)
    {
        agreement.Version++;
        context.SigningDateChanges.Add(new SigningDateChange
        {
            AgreementCode = agreement.Code,
            Version = agreement.Version,
            Before = agreement.SigningDate,
            After = correction.SigningDate,
            Reason = correction.Reason.Trim(),
            ChangedBy = actor,
            ChangedAt = store.Now,
        });
        agreement.SigningDate = correction.SigningDate;
    }

    private async Task<DeskAnswer<AgreementView>> RegisterAsync(CasesContext context, AgreementRegistration form, string actor, CancellationToken cancellation)
    {
        if (await Agreements(context).SingleOrDefaultAsync(row => row.Request == form.Request, cancellation) is { } registered)
            return DeskAnswer.Accepted(ViewOf(registered, await context.WorkerCases.CountAsync(row => row.AgreementCode == registered.Code, cancellation)));

        var now = store.Now;
        var company = await FindOrAddCompanyAsync(context, form, cancellation);
        var crisis = form.Crisis is null
            ? await OpenCrisisAsync(context, company, actor, now, cancellation)
            : await context.Crises.SingleOrDefaultAsync(row => row.Code == form.Crisis, cancellation);
        if (crisis is null || crisis.CompanyTaxCode != company.TaxCode)
        {
            context.ChangeTracker.Clear();
            return DeskAnswer.Refused<AgreementView>(new FieldProblem("crisis", RefusalCode.NotFound, "La crisi indicata non esiste o è di un'altra azienda: sceglierne una dell'azienda o aprirne una nuova."));
        }

        var number = await CasesStore.NextNumberAsync(context, "agreement-" + crisis.Code, cancellation);
        var agreement = new RelocationAgreement
        {
            Code = FormattableString.Invariant($"AG-{crisis.Code}-{number}"),
            CrisisCode = crisis.Code,
            Crisis = crisis,
            Request = form.Request,
            SigningDate = form.SigningDate,
            SigningPlace = form.SigningPlace,
            Ground = form.Ground,
            CigsFrom = form.CigsFrom,
            CigsTo = form.CigsTo,
            Notes = form.Notes,
            RegisteredAt = now,
            RegisteredBy = actor,
            Scopes = [.. form.Scopes.Select((scope, index) => new PlanScope { Position = index + 1, Area = scope.Area.Trim(), Profile = scope.Profile.Trim(), Cp2021 = scope.Cp2021, Quota = scope.Quota })],
        };
        context.Agreements.Add(agreement);
        // An agreement is the outcome of a table, also of one that nobody registered here.
        if (crisis.State == CrisisState.Open) crisis.State = CrisisState.InHand;
        await NoticeBook.KeepAsync(context, new(form.Request, NoticeKind.AgreementRegistered, agreement.Code, actor, "", now), cancellation);
        return DeskAnswer.Accepted(ViewOf(agreement, 0));
    }

    private static async Task<Company> FindOrAddCompanyAsync(CasesContext context, AgreementRegistration form, CancellationToken cancellation)
    {
        if (await context.Companies.SingleOrDefaultAsync(row => row.TaxCode == form.CompanyTaxCode, cancellation) is { } known)
        {
            known.VatNumber ??= form.VatNumber;
            known.Municipality ??= form.CompanyMunicipality;
            return known;
        }
        var company = new Company { TaxCode = form.CompanyTaxCode, VatNumber = form.VatNumber, Name = form.CompanyName, Municipality = form.CompanyMunicipality };
        context.Companies.Add(company);
        return company;
    }

    private static async Task<CompanyCrisis> OpenCrisisAsync(CasesContext context, Company company, string actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var code = await RegistryNumbers.NextCrisisAsync(context, CasesStore.DayInRome(now), cancellation);
        var crisis = new CompanyCrisis { Code = code, CompanyTaxCode = company.TaxCode, Company = company, OpenedAt = now, OpenedBy = actor };
        context.Crises.Add(crisis);
        return crisis;
    }

    private static IQueryable<RelocationAgreement> Agreements(CasesContext context) =>
        context.Agreements.AsNoTracking().Include(row => row.Scopes).Include(row => row.Crisis!).ThenInclude(crisis => crisis.Company);

    private static AgreementView ViewOf(RelocationAgreement agreement, int cases)
    {
        var company = agreement.Crisis!.Company!;
        var scopes = agreement.Scopes.OrderBy(scope => scope.Position).Select(scope => new PlanScopeEntry(scope.Area, scope.Profile, scope.Cp2021, scope.Quota)).ToList();
        return new(
            agreement.Code, agreement.CrisisCode, company.TaxCode, company.VatNumber, company.Name, company.Municipality, agreement.SigningDate, agreement.SigningPlace,
            agreement.Ground, agreement.CigsFrom, agreement.CigsTo, scopes, scopes.Sum(scope => scope.Quota), cases, agreement.Notes, agreement.RegisteredAt);
    }
}
