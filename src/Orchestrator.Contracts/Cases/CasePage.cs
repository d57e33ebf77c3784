namespace Orchestrator.Contracts.Cases;

/// <summary>A page of cases in the order of their ids, at most <see cref="CaseLimits.PageRowsMax"/>; ask again after the last one while <paramref name="More"/>.</summary>
public sealed record CasePage(IReadOnlyList<WorkerCaseReference> Cases, bool More);
