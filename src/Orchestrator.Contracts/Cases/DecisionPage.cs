namespace Orchestrator.Contracts.Cases;

/// <summary>A page of decisions in the order of their rows, at most <see cref="CaseLimits.PageRowsMax"/>; ask again after the last one while <paramref name="More"/>.</summary>
public sealed record DecisionPage(IReadOnlyList<DecisionRow> Rows, bool More);
