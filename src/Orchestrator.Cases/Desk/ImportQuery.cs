using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Desk;

/// <summary>Which rows of a report are wanted.</summary>
/// <param name="WithIssuesOnly">Only rows with an error or a warning.</param>
/// <param name="Skip">0 or more.</param>
/// <param name="Take">1 to twice <see cref="CaseLimits.PageRowsMax"/>.</param>
public sealed record ImportQuery(bool WithIssuesOnly, int Skip, int Take);
