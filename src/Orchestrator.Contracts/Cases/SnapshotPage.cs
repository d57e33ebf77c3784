namespace Orchestrator.Contracts.Cases;

/// <summary>A page of a snapshot in the order of the case ids, at most <see cref="CaseLimits.PageRowsMax"/>; ask again after the last one while <paramref name="More"/>.</summary>
public sealed record SnapshotPage(IReadOnlyList<CaseFigures> Cases, bool More);
