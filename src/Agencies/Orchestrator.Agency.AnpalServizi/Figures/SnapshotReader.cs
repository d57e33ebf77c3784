using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.AnpalServizi.Figures;

/// <summary>The frozen figures of all cases of a snapshot, in the order of the case ids.</summary>
internal static class SnapshotReader
{
    public static async Task<IReadOnlyList<CaseFigures>> ReadAsync(ICaseRegistry registry, Job job, CancellationToken cancellation)
    {
        if (!Guid.TryParse(job.RequiredText("snapshotId"), out var snapshot))
            throw new JobInputException("Expected 'snapshotId' to be the UUID of a snapshot, but found another text.");
        var all = new List<CaseFigures>();
        SnapshotPage page;
        do
        {
            page = await registry.ReadSnapshotAsync(snapshot, all.Count == 0 ? null : all[^1].Case, CaseLimits.PageRowsMax, cancellation);
            all.AddRange(page.Cases);
        }
        while (page.More);
        return all;
    }
}
