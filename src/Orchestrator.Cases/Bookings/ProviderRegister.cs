using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;

namespace Orchestrator.Cases.Bookings;

/// <summary>The register of accredited operators, read once for many questions. The employment centres stand in it as one operator, known by its name.</summary>
internal sealed class ProviderRegister
{
    private static readonly string[] s_public = ["Centri per l'impiego", "Centro per l'impiego", "Agenzia Piemonte Lavoro"];

    private readonly Dictionary<string, ProviderType> _types;
    private readonly ILookup<string, ProviderSite> _sites;

    private ProviderRegister(Dictionary<string, ProviderType> types, ILookup<string, ProviderSite> sites) => (_types, _sites) = (types, sites);

    /// <summary>A provider at one of its sites.</summary>
    internal sealed record Found(string TaxCode, ProviderType Type, string Site);

    public static async Task<ProviderRegister> ReadAsync(CasesContext context, CancellationToken cancellation)
    {
        var types = await context.AccreditedProviders.ToDictionaryAsync(row => row.TaxCode, row => TypeOf(row.Name), cancellation);
        var sites = await context.ProviderSites.AsNoTracking().ToListAsync(cancellation);
        return new(types, sites.ToLookup(row => row.TaxCode));
    }

    /// <summary>
    /// The provider if it is accredited on <paramref name="day"/> and has that site then; without a site, its only one. The employment centres receive at
    /// every seat, whatever line of the register is theirs.
    /// </summary>
    public Found? Find(string taxCode, string? site, DateOnly day)
    {
        var code = taxCode.Trim().ToUpperInvariant();
        if (!_types.TryGetValue(code, out var type))
            return null;
        var valid = _sites[code].Where(row => row.ValidFrom <= day && (row.ValidTo is null || row.ValidTo >= day)).Select(row => row.Municipality).Distinct().ToList();
        if (valid.Count == 0)
            return null;
        if (type == ProviderType.Centre)
            return new(code, type, site ?? valid[0]);
        var at = site is null ? (valid.Count == 1 ? valid[0] : null) : valid.Find(each => each == site);
        return at is null ? null : new(code, type, at);
    }

    private static ProviderType TypeOf(string name) =>
        s_public.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase)) ? ProviderType.Centre : ProviderType.PrivateOperator;
}
