using System.Globalization;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.AnpalServizi.Jobs;

/// <summary>What many jobs read alike.</summary>
internal static class JobInputs
{
    /// <summary>An input that is a UUID.</summary>
    public static Guid RequiredId(this Job job, string name) =>
        Guid.TryParse(job.RequiredText(name), CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new JobInputException($"Expected the input '{name}' to be a UUID, but it is not: map the answer of the step before.");

    /// <summary>Every case of the snapshot <c>snapshotId</c>.</summary>
    public static async Task<IReadOnlyList<CaseFigures>> ReadSnapshotAsync(this ICaseRegistry registry, Job job, CancellationToken cancellation)
    {
        var snapshot = job.RequiredId("snapshotId");
        var rows = new List<CaseFigures>();
        SnapshotPage page;
        do
        {
            page = await registry.ReadSnapshotAsync(snapshot, rows.Count == 0 ? null : rows[^1].Case, CaseLimits.PageRowsMax, cancellation);
            rows.AddRange(page.Cases);
        }
        while (page.More);
        return rows;
    }
}
