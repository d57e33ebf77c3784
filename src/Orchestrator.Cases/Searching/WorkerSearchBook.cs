using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Searching;

/// <summary>Finds cases of workers. Whoever is shown is noted in the read log; what was searched for is not.</summary>
internal sealed class WorkerSearchBook(CasesStore store)
{
    private const string CasePrefix = "PW-";

    public Task<RowsPage<WorkerRow>> SearchAsync(WorkerSearch search, AccessReason reason, CancellationToken cancellation)
    {
        CasesStore.CheckCount("take", search.Take, CaseLimits.PageRowsMax);
        return store.WriteAsync(
            async context =>
            {
                var today = CasesStore.DayInRome(store.Now);
                var cases = Matching(context, search, today);
                var total = await cases.CountAsync(cancellation);
                var rows = await Rows(context, cases).Skip(search.Skip).Take(search.Take).ToListAsync(cancellation);
                store.NoteRead(context, reason, rows.Select(row => row.CaseId));
                return new RowsPage<WorkerRow>(rows, total);
            },
            cancellation);
    }

    /// <summary>The case, or null when there is none at one of these centres.</summary>
    public Task<WorkerFile?> FindAsync(string caseId, IReadOnlyCollection<string>? centres, AccessReason reason, CancellationToken cancellation) =>
        store.WriteAsync(
            async context =>
            {
                var found = context.WorkerCases.AsNoTracking().Where(row => row.CaseId == caseId && (centres == null || centres.Contains(row.CentreCode)));
                if (await Rows(context, found).SingleOrDefaultAsync(cancellation) is not { } row)
                    return null;
                store.NoteRead(context, reason, [caseId]);
                var entry = await found.Include(one => one.Worker).SingleAsync(cancellation);
                var worker = entry.Worker!;
                var names = await PlaceNames.OfAsync(context, [worker.Municipality], cancellation);
                return new WorkerFile(
                    row, worker.CodiceFiscale, worker.Email, worker.Mobile, names.GetValueOrDefault(worker.Municipality, worker.Municipality), entry.JobTitle, entry.Area, entry.Profile,
                    entry.AgreementCode, entry.InScope, await CaseFacts.OfAsync(context, caseId, cancellation));
            },
            cancellation);

    private static IQueryable<WorkerRow> Rows(CasesContext context, IQueryable<WorkerCase> cases) =>
        from entry in cases
        join centre in context.Centres on entry.CentreCode equals centre.Code into known
        from centre in known.DefaultIfEmpty()
        orderby entry.Worker!.Surname, entry.Worker!.Name, entry.CaseId
        select new WorkerRow(
            entry.CaseId, entry.Worker!.Surname, entry.Worker!.Name, centre == null ? entry.CentreCode : centre.Name, entry.CrisisCode, entry.Crisis!.Company!.Name, entry.Pathway,
            entry.State, entry.StateAt);

    private static IQueryable<WorkerCase> Matching(CasesContext context, WorkerSearch search, DateOnly today)
    {
        var cases = context.WorkerCases.AsNoTracking();
        if (search.Centres is { } centres)
            cases = cases.Where(row => centres.Contains(row.CentreCode));
        if (search.Crisis is { } crisis)
            cases = cases.Where(row => row.CrisisCode == crisis);
        if (search.Centre is { } centre)
            cases = cases.Where(row => row.CentreCode == centre);
        if (search.Pathway is { } pathway)
            cases = cases.Where(row => row.Pathway == pathway);
        if (search.State is { } state)
            cases = cases.Where(row => row.State == state);
        return Named(cases, (search.Text ?? "").Trim(), today);
    }

    private static IQueryable<WorkerCase> Named(IQueryable<WorkerCase> cases, string text, DateOnly today)
    {
        if (text.StartsWith(CasePrefix, StringComparison.OrdinalIgnoreCase))
        {
            var id = CasePrefix + text[CasePrefix.Length..].ToLowerInvariant();
            return cases.Where(row => row.CaseId == id);
        }
        if (CodiceFiscaleReader.Read(text, today).Code is { } code)
        {
            var canonical = code.Canonical;
            return cases.Where(row => row.Worker!.CanonicalCf == canonical);
        }
#pragma warning disable CA1304, CA1311 // It is the database that makes capitals.
        foreach (var (first, later) in SearchWords.Beginnings(text))
        {
            cases = cases.Where(row => EF.Functions.Like(row.Worker!.Surname.ToUpper(), first, SearchWords.Escape) || EF.Functions.Like(row.Worker!.Surname.ToUpper(), later, SearchWords.Escape)
                || EF.Functions.Like(row.Worker!.Name.ToUpper(), first, SearchWords.Escape) || EF.Functions.Like(row.Worker!.Name.ToUpper(), later, SearchWords.Escape));
        }
#pragma warning restore CA1304, CA1311
        return cases;
    }
}
