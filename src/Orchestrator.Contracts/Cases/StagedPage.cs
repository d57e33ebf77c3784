namespace Orchestrator.Contracts.Cases;

/// <summary>A page of the rows of an import that can be read; rows that are no proper CSV are already answered and are not among them.</summary>
/// <param name="Crisis">Business key of the crisis the import belongs to.</param>
/// <param name="Today">The day, in Europe/Rome, on which the file was uploaded: ages are counted on it, so that a repeated job gives the same answer.</param>
/// <param name="Rows">In the order of the file, at most <see cref="CaseLimits.PageRowsMax"/>.</param>
/// <param name="More">There are rows after the last one of this page.</param>
public sealed record StagedPage(string Crisis, DateOnly Today, IReadOnlyList<StagedRow> Rows, bool More);
