using Microsoft.EntityFrameworkCore;

namespace Orchestrator.Cases.Searching;

/// <summary>Names of municipalities and centres for codes.</summary>
internal static class PlaceNames
{
    /// <summary>The newest name of each code; codes without one are left out.</summary>
    public static async Task<Dictionary<string, string>> OfAsync(CasesContext context, IReadOnlyCollection<string> codes, CancellationToken cancellation)
    {
        var rows = await context.Municipalities.AsNoTracking().Where(row => codes.Contains(row.IstatCode)).OrderBy(row => row.ValidFrom)
            .Select(row => new { row.IstatCode, row.Name }).ToListAsync(cancellation);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows)
            names[row.IstatCode] = row.Name;
        return names;
    }
}
