using System.Text.Json.Serialization;

namespace Orchestrator.Server.V2.Searching;

/// <summary>What a search asks for. A filter, a sort field or an operator that is not offered is refused by name, never ignored.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SearchRequest<TFilter>
    where TFilter : class, new()
{
    public TFilter? Filter { get; init; }

    public IReadOnlyList<SortField>? Sort { get; init; }

    public SearchPage? Page { get; init; }
}

/// <summary>A field to sort by; searches sort by one.</summary>
internal sealed record SortField
{
    public required string Field { get; init; }

    /// <summary><c>ASC</c> (when it is missing) or <c>DESC</c>.</summary>
    public string? Order { get; init; }
}

/// <summary>Which part: by offset, or after or before a cursor of an earlier answer.</summary>
internal sealed record SearchPage
{
    public int? From { get; init; }

    /// <summary>1 to 10 000, 100 when it is missing; an answer holds at most 1 000.</summary>
    public int? Limit { get; init; }

    public string? After { get; init; }

    public string? Before { get; init; }
}
