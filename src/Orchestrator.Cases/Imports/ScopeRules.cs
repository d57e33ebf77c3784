using Microsoft.EntityFrameworkCore;

namespace Orchestrator.Cases.Imports;

/// <summary>Whether a worker stands in the plan of an agreement: area and profile are those of one of its lines, whatever their case and spacing.</summary>
internal sealed class ScopeRules
{
    private readonly HashSet<(string Area, string Profile)> _scopes;

    private ScopeRules(IEnumerable<(string Area, string Profile)> scopes) =>
        _scopes = [.. scopes.Select(scope => (Normalised(scope.Area), Normalised(scope.Profile)))];

    /// <summary>The plan of <paramref name="agreement"/>; nobody is in scope without one.</summary>
    public static async Task<ScopeRules> OfAsync(CasesContext context, string? agreement, CancellationToken cancellation)
    {
        var scopes = await context.Agreements.Where(row => row.Code == agreement).SelectMany(row => row.Scopes).Select(scope => new { scope.Area, scope.Profile }).ToListAsync(cancellation);
        return new(scopes.Select(scope => (scope.Area, scope.Profile)));
    }

    /// <summary>Both must be known: who is listed without area or profile is out of scope.</summary>
    public bool Contains(string? area, string? profile) =>
        area is not null && profile is not null && _scopes.Contains((Normalised(area), Normalised(profile)));

    private static string Normalised(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
