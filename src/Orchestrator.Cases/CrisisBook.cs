using Microsoft.EntityFrameworkCore;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases;

/// <summary>Crises as owners of everything below them: cases, imports and sessions belong to a crisis, with or without an agreement.</summary>
internal static class CrisisBook
{
    /// <summary>The crisis that a crisis key or an agreement key names; given both, the agreement must be one of the crisis.</summary>
    /// <exception cref="RegistryRefusedException">NOT_FOUND, or INVALID when neither is given or they do not belong together.</exception>
    public static async Task<string> OwnerAsync(CasesContext context, string? crisis, string? agreement, CancellationToken cancellation)
    {
        if (agreement is not null)
        {
            var owner = await context.Agreements.Where(row => row.Code == agreement).Select(row => row.CrisisCode).SingleOrDefaultAsync(cancellation)
                ?? throw new RegistryRefusedException(RefusalCode.NotFound, $"Expected an agreement {agreement}, but there is none.");
            return crisis is null || crisis == owner
                ? owner
                : throw new RegistryRefusedException(RefusalCode.Invalid, $"Expected agreement {agreement} to be one of crisis {crisis}, but it is one of {owner}.");
        }
        if (crisis is null)
            throw new RegistryRefusedException(RefusalCode.Invalid, "Expected the key of a crisis or of an agreement, but found neither.");
        return await context.Crises.AnyAsync(row => row.Code == crisis, cancellation)
            ? crisis
            : throw new RegistryRefusedException(RefusalCode.NotFound, $"Expected a crisis {crisis}, but there is none.");
    }

    /// <summary>Makes whoever else fills sessions or enters cases of this crisis wait until the transaction of <paramref name="context"/> ends.</summary>
    public static Task LockAsync(CasesContext context, string crisis, CancellationToken cancellation) =>
        context.Crises.Where(row => row.Code == crisis).ExecuteUpdateAsync(update => update.SetProperty(row => row.OpenedBy, row => row.OpenedBy), cancellation);
}
