using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Documents;

/// <summary>Codes of crises whose table is opened before their dossier is registered.</summary>
internal sealed class CrisisReservations(CasesStore store)
{
    public Task<string> ReserveAsync(Guid request, string actor, CancellationToken cancellation)
    {
        if (request == Guid.Empty)
            throw new RegistryRefusedException(RefusalCode.Invalid, "Expected the key of the request, but found none: the page must make one.");
        return store.WriteAsync(
            async context =>
            {
                if (await context.CrisisReservations.Where(row => row.Request == request).Select(row => row.CrisisCode).SingleOrDefaultAsync(cancellation) is { } given)
                    return given;
                var now = store.Now;
                var code = await RegistryNumbers.NextCrisisAsync(context, CasesStore.DayInRome(now), cancellation);
                context.CrisisReservations.Add(new CrisisReservation { Request = request, CrisisCode = code, ReservedAt = now, ReservedBy = actor });
                return code;
            },
            cancellation);
    }
}
