using Microsoft.EntityFrameworkCore;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Reference;

/// <summary>Which centre is competent where.</summary>
internal sealed class CentreBook(CasesStore store)
{
    public Task<IReadOnlyList<EmploymentCentreView>> ListAsync(CancellationToken cancellation) =>
        store.ReadAsync<IReadOnlyList<EmploymentCentreView>>(
            async context => await context.Centres.OrderBy(row => row.Code).Select(row => new EmploymentCentreView(row.Code, row.Name, row.Province)).ToListAsync(cancellation),
            cancellation);

    public Task<IReadOnlyList<CentreAnswer>> FindAsync(IReadOnlyList<string> istatCodes, DateOnly day, CancellationToken cancellation)
    {
        var codes = istatCodes.Distinct().ToList();
        if (codes.Count == 0)
            return Task.FromResult<IReadOnlyList<CentreAnswer>>([]);
        CasesStore.CheckCount("codes", codes.Count, CaseLimits.PageRowsMax);
        return store.ReadAsync(context => AnswersAsync(context, codes, day, cancellation), cancellation);
    }

    /// <summary>The answers in the transaction of <paramref name="context"/>, in the order of the codes.</summary>
    public static async Task<IReadOnlyList<CentreAnswer>> AnswersAsync(CasesContext context, IReadOnlyList<string> codes, DateOnly day, CancellationToken cancellation)
    {
        var centres = await context.Centres.ToDictionaryAsync(row => row.Code, row => new EmploymentCentreView(row.Code, row.Name, row.Province), cancellation);
        var found = await context.Municipalities.AsNoTracking().Where(row => codes.Contains(row.IstatCode)).ToListAsync(cancellation);
        var periods = found.ToLookup(row => row.IstatCode);
        return [.. codes.Select(code => MunicipalityRules.Answer(code, [.. periods[code]], day, centres))];
    }
}
