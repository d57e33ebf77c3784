using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;

namespace Orchestrator.Cases;

/// <content>What is known of a whole crisis: opaque ids and counts, no persons.</content>
public sealed partial class CaseDesk
{
    /// <summary>All cases of a crisis, by id; none when there is no such crisis.</summary>
    public Task<IReadOnlyList<CaseOfCrisis>> ListCasesAsync(string crisis, CancellationToken cancellation) => _store.ReadAsync<IReadOnlyList<CaseOfCrisis>>(
        async context => await context.WorkerCases.Where(row => row.CrisisCode == crisis).OrderBy(row => row.CaseId)
            .Select(row => new CaseOfCrisis(row.CaseId, row.ImportId, row.RowNumber, row.CentreCode)).ToListAsync(cancellation),
        cancellation);

    /// <summary>Who waits for a group session, counted by kind and centre.</summary>
    public Task<IReadOnlyList<WaitingGroup>> WaitingForSessionAsync(string crisis, CancellationToken cancellation) => _store.ReadAsync<IReadOnlyList<WaitingGroup>>(
        async context =>
        {
            var waits = await context.SessionWaits.Where(row => row.CrisisCode == crisis && row.ClosedAt == null)
                .Select(row => new { row.Purpose, row.CentreCode, row.WantedAt }).ToListAsync(cancellation);
            return [.. waits.GroupBy(row => (row.Purpose, row.CentreCode)).OrderBy(group => group.Key)
                .Select(group => new WaitingGroup(group.Key.Purpose, group.Key.CentreCode, group.Count(), group.Min(row => row.WantedAt)))];
        },
        cancellation);
}
