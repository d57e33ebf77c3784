using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Desk;

/// <summary>Which crises are wanted.</summary>
/// <param name="State">Only this state; null for all.</param>
/// <param name="Words">All of them stand in number, title, company, or the municipality of its seat or of a site; null for all.</param>
/// <param name="Scope">Only these; null for all.</param>
/// <param name="Take">1 to <see cref="CaseLimits.PageRowsMax"/>.</param>
public sealed record CrisisSearch(CrisisState? State, string? Words, VisibleScope? Scope, int Skip, int Take);

/// <summary>A crisis in a list.</summary>
/// <param name="Places">Names of the municipalities of company and sites; a code where the reference data have no name.</param>
public sealed record CrisisRow(
    string Crisis, string CompanyName, string? Title, CrisisState State, DateTimeOffset OpenedAt, IReadOnlyList<string> Places, int Cases, int Agreements);

/// <summary>A page of a list.</summary>
/// <param name="Total">How many there are in all.</param>
public sealed record RowsPage<T>(IReadOnlyList<T> Rows, int Total);
