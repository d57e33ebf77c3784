using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Documents;

/// <summary>The events of crises, and the state that follows from them.</summary>
internal sealed class CrisisHistory(CasesStore store)
{
    public Task RecordAsync(CrisisEvent happened, CancellationToken cancellation) => store.WriteAsync(
        async context =>
        {
            // Whoever else records an event of this crisis waits here, so that the newest one is always seen.
            var held = await context.Crises.Where(row => row.Code == happened.Crisis).ExecuteUpdateAsync(update => update.SetProperty(row => row.State, row => row.State), cancellation);
            if (held == 0)
                throw DocumentBook.NoCrisis(happened.Crisis);
            if (await context.CrisisEvents.AnyAsync(row => row.MessageKey == happened.MessageKey, cancellation))
                return false;
            context.CrisisEvents.Add(new CrisisEventEntry { MessageKey = happened.MessageKey, CrisisCode = happened.Crisis, Name = happened.Name, At = happened.At, State = happened.State });
            await context.SaveChangesAsync(cancellation);
            var newest = await context.CrisisEvents.Where(row => row.CrisisCode == happened.Crisis && row.State != null)
                .OrderByDescending(row => row.At).ThenByDescending(row => row.MessageKey).Select(row => row.State).FirstOrDefaultAsync(cancellation);
            if (newest is { } state)
                await context.Crises.Where(row => row.Code == happened.Crisis).ExecuteUpdateAsync(update => update.SetProperty(row => row.State, state), cancellation);
            return true;
        },
        cancellation);
}
