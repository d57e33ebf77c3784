using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;
using Orchestrator.Cases.Reference;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Documents;

/// <summary>Opens a crisis by its dossier, or corrects what its dossier said.</summary>
internal static class CrisisOpening
{
    public static async Task<DocumentBook.Opening> OpenAsync(CasesContext context, DocumentRegistration document, CrisisFacts form, DateTimeOffset now, CancellationToken cancellation)
    {
        var facts = form with { Title = form.Title?.Trim(), CompanyName = form.CompanyName?.Trim(), CompanyTaxCode = form.CompanyTaxCode?.Trim(), VatNumber = form.VatNumber?.Trim() };
        DocumentBook.CheckTexts(
            "dossier", [facts.Title, facts.CompanyTaxCode, facts.VatNumber, facts.CompanyName, .. facts.Sites.SelectMany(site => new[] { site.Address, site.Municipality })]);
        var places = await PlacesAsync(context, facts, CasesStore.DayInRome(now), cancellation);
        var crisis = await context.Crises.AsTracking().SingleOrDefaultAsync(row => row.Code == document.Crisis, cancellation);
        List<FieldProblem> problems = [.. CrisisRules.WhyNot(document.Crisis, facts), .. WhyNotPlaced(places)];
        if (crisis is not null && crisis.CompanyTaxCode != facts.CompanyTaxCode)
            problems.Add(new("companyTaxCode", "otherCompany", $"La crisi {crisis.Code} è di un'altra azienda: correggere il codice fiscale o aprire un altro tavolo."));
        if (problems.Count > 0)
            return DocumentBook.Opening.Refused(RegistrationError.InvalidCrisis, problems);

        var sites = SitesOf(document.Crisis, facts, places);
        if (await FindDuplicateAsync(context, document.Crisis, facts.CompanyTaxCode!, sites, cancellation) is { } existing)
            return DocumentBook.Opening.Refused(RegistrationError.DuplicateCrisis, [], existing);

        await KeepCompanyAsync(context, facts, cancellation);
        if (crisis is null)
        {
            await RegistryNumbers.SkipCrisisAsync(context, document.Crisis, cancellation);
            crisis = new CompanyCrisis { Code = document.Crisis, CompanyTaxCode = facts.CompanyTaxCode!, OpenedAt = now, OpenedBy = document.Office.Administration };
            context.Crises.Add(crisis);
        }
        Fill(crisis, facts, places);
        await context.CompanySites.Where(row => row.CrisisCode == crisis.Code).ExecuteDeleteAsync(cancellation);
        context.CompanySites.AddRange(sites);
        await context.SaveChangesAsync(cancellation);
        return DocumentBook.Opening.Nothing;
    }

    private static async Task<IReadOnlyList<CentreAnswer>> PlacesAsync(CasesContext context, CrisisFacts facts, DateOnly day, CancellationToken cancellation)
    {
        var codes = facts.Sites.Select(site => site.Municipality ?? "").ToList();
        var centres = await context.Centres.AsNoTracking().ToDictionaryAsync(row => row.Code, row => new EmploymentCentreView(row.Code, row.Name, row.Province), cancellation);
        var periods = (await context.Municipalities.AsNoTracking().Where(row => codes.Contains(row.IstatCode)).ToListAsync(cancellation)).ToLookup(row => row.IstatCode);
        return [.. codes.Select(code => MunicipalityRules.Answer(code, [.. periods[code]], day, centres))];
    }

    private static IEnumerable<FieldProblem> WhyNotPlaced(IReadOnlyList<CentreAnswer> places)
    {
        for (var i = 0; i < places.Count; i++)
        {
            if (places[i].Finding is CentreFinding.Unknown or CentreFinding.Ceased)
                yield return new(
                    FormattableString.Invariant($"sites[{i}].municipality"), "unknown", "Nessun comune ha oggi questo codice ISTAT di 6 cifre: sceglierlo dall'elenco dei comuni.");
        }
        if (places.Count > 0 && places.All(place => place.Finding == CentreFinding.OutsideRegion))
            yield return new("sites", "outsideRegion", "Nessuna sede è in Piemonte: la crisi è di competenza di un'altra regione.");
    }

    private static List<CompanySite> SitesOf(string crisis, CrisisFacts facts, IReadOnlyList<CentreAnswer> places) =>
        [.. facts.Sites.Select((site, index) => new CompanySite
        {
            CrisisCode = crisis,
            Position = index + 1,
            Address = site.Address!.Trim(),
            AddressKey = CrisisRules.AddressKey(site.Address!),
            Municipality = site.Municipality!,
            Province = ProvinceOf(places[index]),
            Workers = site.Workers!.Value,
        })];

    private static string? ProvinceOf(CentreAnswer place) => place.Centre?.Province;

    private static async Task<string?> FindDuplicateAsync(CasesContext context, string crisis, string taxCode, IReadOnlyList<CompanySite> sites, CancellationToken cancellation)
    {
        var open = context.Crises.Where(row => row.CompanyTaxCode == taxCode && row.Code != crisis && row.State != CrisisState.Closed).Select(row => row.Code);
        var others = await context.CompanySites.AsNoTracking().Where(site => open.Contains(site.CrisisCode)).ToListAsync(cancellation);
        return others.Where(other => sites.Any(site => site.Municipality == other.Municipality && site.AddressKey == other.AddressKey)).Select(other => other.CrisisCode)
            .Order(StringComparer.Ordinal).FirstOrDefault();
    }

    private static async Task KeepCompanyAsync(CasesContext context, CrisisFacts facts, CancellationToken cancellation)
    {
        if (await context.Companies.AsTracking().SingleOrDefaultAsync(row => row.TaxCode == facts.CompanyTaxCode, cancellation) is { } known)
        {
            known.VatNumber ??= facts.VatNumber;
            known.Ateco = facts.Ateco;
            return;
        }
        context.Companies.Add(new Company { TaxCode = facts.CompanyTaxCode!, VatNumber = facts.VatNumber, Name = facts.CompanyName!, Ateco = facts.Ateco, Municipality = facts.Sites[0].Municipality });
    }

    private static void Fill(CompanyCrisis crisis, CrisisFacts facts, IReadOnlyList<CentreAnswer> places)
    {
        crisis.Title = facts.Title;
        crisis.Reason = FormTexts.ReasonOf(facts.Reason);
        crisis.TotalWorkers = facts.TotalWorkers;
        crisis.Redundancies = facts.Redundancies;
        crisis.RegionalInterest = FormTexts.InterestOf(facts.RegionalInterest);
        crisis.Ground = FormTexts.GroundOf(facts.CigsGround);
        crisis.CigsFrom = facts.CigsFrom;
        crisis.CigsTo = facts.CigsTo;
        crisis.CentreCode = places.First(place => place.Centre is not null).Centre!.Code;
    }
}
