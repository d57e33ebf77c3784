using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Searching;

/// <summary>Finds crises and tells what is known of one.</summary>
internal sealed class CrisisSearchBook(CasesStore store)
{
    private const string Closed = "CLOSED";

    public Task<RowsPage<CrisisRow>> SearchAsync(CrisisSearch search, CancellationToken cancellation)
    {
        CasesStore.CheckCount("take", search.Take, CaseLimits.PageRowsMax);
        return store.ReadAsync(
            async context =>
            {
                var crises = Matching(context, search);
                var total = await crises.CountAsync(cancellation);
                var page = await crises.OrderByDescending(row => row.OpenedAt).ThenByDescending(row => row.Code).Skip(search.Skip).Take(search.Take)
                    .Include(row => row.Company).Include(row => row.Sites).AsSplitQuery().ToListAsync(cancellation);
                return new RowsPage<CrisisRow>(await RowsAsync(context, page, cancellation), total);
            },
            cancellation);
    }

    /// <summary>The crisis, or null when there is none or it is not in scope.</summary>
    public Task<CrisisFile?> FindAsync(string crisis, VisibleScope? scope, CancellationToken cancellation) =>
        store.ReadAsync(
            async context =>
            {
                var found = await Matching(context, new(null, null, scope, 0, 1)).Where(row => row.Code == crisis)
                    .Include(row => row.Company).Include(row => row.Sites).AsSplitQuery().SingleOrDefaultAsync(cancellation);
                return found is null ? null : await FileAsync(context, found, cancellation);
            },
            cancellation);

    /// <summary>The crises that a search means.</summary>
    public static IQueryable<CompanyCrisis> Matching(CasesContext context, CrisisSearch search)
    {
        IQueryable<CompanyCrisis> crises = context.Crises;
        if (search.State is { } state)
            crises = crises.Where(row => row.State == state);
        if (search.Scope is { } scope)
        {
            var (centres, keys) = (scope.Centres, scope.Keys);
            crises = crises.Where(row => keys.Contains(row.Code) || (row.CentreCode != null && centres.Contains(row.CentreCode))
                || context.WorkerCases.Any(entry => entry.CrisisCode == row.Code && centres.Contains(entry.CentreCode))
                || context.Sessions.Any(session => session.CrisisCode == row.Code && session.CentreCode != null && centres.Contains(session.CentreCode)));
        }
#pragma warning disable CA1304, CA1311 // It is the database that makes capitals.
        foreach (var word in SearchWords.Anywhere(search.Words))
        {
            crises = crises.Where(row => EF.Functions.Like(row.Code, word, SearchWords.Escape) || EF.Functions.Like(row.Company!.Name.ToUpper(), word, SearchWords.Escape)
                || (row.Title != null && EF.Functions.Like(row.Title.ToUpper(), word, SearchWords.Escape))
                || context.Municipalities.Any(place => (place.IstatCode == row.Company!.Municipality || row.Sites.Any(site => site.Municipality == place.IstatCode))
                    && EF.Functions.Like(place.Name.ToUpper(), word, SearchWords.Escape)));
        }
#pragma warning restore CA1304, CA1311
        return crises;
    }

    private static async Task<IReadOnlyList<CrisisRow>> RowsAsync(CasesContext context, IReadOnlyList<CompanyCrisis> page, CancellationToken cancellation)
    {
        var codes = page.Select(row => row.Code).ToList();
        var cases = await context.WorkerCases.Where(row => codes.Contains(row.CrisisCode)).GroupBy(row => row.CrisisCode)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var agreements = await context.Agreements.Where(row => codes.Contains(row.CrisisCode)).GroupBy(row => row.CrisisCode)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var names = await PlaceNames.OfAsync(context, [.. page.SelectMany(PlacesOf).Distinct()], cancellation);
        return [.. page.Select(row => new CrisisRow(
            row.Code, row.Company!.Name, row.Title, row.State, row.OpenedAt, [.. PlacesOf(row).Select(code => names.GetValueOrDefault(code, code)).Distinct()],
            cases.GetValueOrDefault(row.Code), agreements.GetValueOrDefault(row.Code)))];
    }

    private static IEnumerable<string> PlacesOf(CompanyCrisis crisis) =>
        crisis.Sites.OrderBy(site => site.Position).Select(site => site.Municipality).Concat(crisis.Company!.Municipality is { } seat ? [seat] : []).Distinct();

    private static async Task<CrisisFile> FileAsync(CasesContext context, CompanyCrisis crisis, CancellationToken cancellation)
    {
        var row = (await RowsAsync(context, [crisis], cancellation))[0];
        var names = await PlaceNames.OfAsync(context, [.. crisis.Sites.Select(site => site.Municipality)], cancellation);
        var sites = crisis.Sites.OrderBy(site => site.Position).Select(site => new SiteRow(site.Address, names.GetValueOrDefault(site.Municipality, site.Municipality), site.Province, site.Workers));
        var agreements = await context.Agreements.Where(entry => entry.CrisisCode == crisis.Code).OrderByDescending(entry => entry.RegisteredAt).ThenByDescending(entry => entry.Code)
            .Select(entry => new CrisisAgreementRow(
                entry.Code, entry.SigningDate, entry.Scopes.Sum(scope => scope.Quota), context.WorkerCases.Count(worker => worker.AgreementCode == entry.Code))).ToListAsync(cancellation);
        var documents = await context.Documents.Where(entry => entry.CrisisCode == crisis.Code).OrderByDescending(entry => entry.RegisteredAt).ThenByDescending(entry => entry.RegistryNumber)
            .Take(CaseLimits.PageRowsMax).Select(entry => new DocumentRow(entry.RegistryNumber, entry.Kind, entry.Subject, entry.RegisteredAt)).ToListAsync(cancellation);
        var centre = crisis.CentreCode is null ? null : await context.Centres.Where(entry => entry.Code == crisis.CentreCode).Select(entry => entry.Name).SingleOrDefaultAsync(cancellation);
        return new(
            row, crisis.CompanyTaxCode, crisis.Company!.Ateco, crisis.Reason, crisis.TotalWorkers, crisis.Redundancies, crisis.RegionalInterest, crisis.CigsFrom, crisis.CigsTo,
            centre, [.. sites], agreements, documents, await FunnelAsync(context, crisis.Code, cancellation));
    }

    private static async Task<CrisisFunnel> FunnelAsync(CasesContext context, string crisis, CancellationToken cancellation)
    {
        var cases = await context.WorkerCases.Where(row => row.CrisisCode == crisis).Select(row => new
        {
            row.CaseId,
            row.InScope,
            row.State,
            Booked = context.Bookings.Any(booking => booking.CaseId == row.CaseId),
            Choice = context.ProviderChoices.Where(choice => choice.CaseId == row.CaseId && choice.SupersededAt == null).Select(choice => (ProviderType?)choice.Type).FirstOrDefault(),
        }).ToListAsync(cancellation);
        var all = await context.BookingDecisions.Where(row => context.WorkerCases.Any(entry => entry.CaseId == row.CaseId && entry.CrisisCode == crisis)).ToListAsync(cancellation);
        var approved = all.GroupBy(row => row.CaseId).ToDictionary(
            group => group.Key, group => group.OrderBy(row => row.DecidedOn).ThenBy(row => row.RecordedAt).ThenBy(row => row.RowNumber).Last().Approved, StringComparer.Ordinal);
        return new(
            cases.Count, cases.Count(row => row.InScope == true), cases.Count(row => row.Booked || approved.ContainsKey(row.CaseId)), approved.Values.Count(yes => yes),
            approved.Values.Count(yes => !yes), cases.Count(row => row.Choice == ProviderType.Centre), cases.Count(row => row.Choice == ProviderType.PrivateOperator),
            cases.Count(row => row.State == Closed));
    }
}
