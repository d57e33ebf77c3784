namespace Orchestrator.Server.V2.Searching;

/// <summary>A page of what was found.</summary>
internal sealed record SearchResult<T>(IReadOnlyList<T> Items, PageInfo Page);

/// <summary>Where the page stands. <see cref="TotalItems"/> counts up to 10 000; there are more when <see cref="HasMoreTotalItems"/>.</summary>
internal sealed record PageInfo(long TotalItems, bool HasMoreTotalItems, string? StartCursor, string? EndCursor);
