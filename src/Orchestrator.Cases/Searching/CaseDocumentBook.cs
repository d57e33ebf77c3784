using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;

namespace Orchestrator.Cases.Searching;

/// <summary>The registered documents of the crisis that a case belongs to.</summary>
internal sealed class CaseDocumentBook(CasesStore store)
{
    private const string CrisisPrefix = "CR-";

    /// <summary>Null when the key belongs to no crisis, or to one that is not in scope.</summary>
    public Task<CaseDocuments?> OfAsync(string caseKey, VisibleScope? scope, int take, CancellationToken cancellation) => store.ReadAsync(
        async context =>
        {
            var crisis = CrisisIn(caseKey) ?? await context.WorkerCases.Where(row => row.CaseId == caseKey).Select(row => row.CrisisCode).SingleOrDefaultAsync(cancellation);
            if (crisis is null || !await CrisisSearchBook.Matching(context, new(null, null, scope, 0, 1)).AnyAsync(row => row.Code == crisis, cancellation)) return null;
            var documents = context.Documents.Where(row => row.CrisisCode == crisis);
            var rows = await documents.OrderByDescending(row => row.RegisteredAt).ThenByDescending(row => row.RegistryNumber).Take(take)
                .Select(row => new DocumentRow(row.RegistryNumber, row.Kind, row.Subject, row.RegisteredAt)).ToListAsync(cancellation);
            return new CaseDocuments(crisis, rows, rows.Count < take ? rows.Count : await documents.CountAsync(cancellation));
        },
        cancellation);

    // CR-2026-0007 also stands in the keys of what is below a crisis: AG-CR-2026-0007-1, CR-2026-0007-modulo-1-2.
    private static string? CrisisIn(string key)
    {
        var start = key.IndexOf(CrisisPrefix, StringComparison.Ordinal);
        var parts = start < 0 ? [] : key[start..].Split('-');
        return parts.Length < 3 ? null : string.Join('-', parts.Take(3));
    }
}
