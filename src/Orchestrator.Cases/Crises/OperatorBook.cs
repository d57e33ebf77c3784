using Microsoft.EntityFrameworkCore;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Crises;

/// <summary>The accredited operators of a basin.</summary>
internal sealed class OperatorBook(CasesStore store)
{
    public Task<IReadOnlyList<OperatorContact>> ListAsync(string centre, DateOnly day, CancellationToken cancellation) =>
        store.ReadAsync<IReadOnlyList<OperatorContact>>(
            async context =>
            {
                if (!await context.Centres.AnyAsync(row => row.Code == centre, cancellation))
                    throw new RegistryRefusedException(RefusalCode.NotFound, $"Expected a centre {centre}, but there is none.");
                var basin = context.Municipalities.Where(row => row.CentreCode == centre && row.ValidFrom <= day && (row.ValidTo == null || row.ValidTo >= day)).Select(row => row.IstatCode);
                var sites = context.ProviderSites.Where(site => basin.Contains(site.Municipality) && site.ValidFrom <= day && (site.ValidTo == null || site.ValidTo >= day));
                return await context.AccreditedProviders.Where(row => sites.Any(site => site.TaxCode == row.TaxCode)).OrderBy(row => row.Name).ThenBy(row => row.TaxCode)
                    .Select(row => new OperatorContact(row.TaxCode, row.Name, row.Email)).ToListAsync(cancellation);
            },
            cancellation);
}
