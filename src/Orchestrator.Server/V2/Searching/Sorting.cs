namespace Orchestrator.Server.V2.Searching;

/// <summary>Reads the one sort field of a search.</summary>
internal static class Sorting
{
    /// <returns>The wanted sort, or <paramref name="usual"/> when none is asked for.</returns>
    /// <exception cref="InvalidRequestException">The field is not offered, there are several, or the order is neither ASC nor DESC.</exception>
    public static (TSort By, bool Descending) Read<TSort>(IReadOnlyList<SortField>? sort, IReadOnlyDictionary<string, TSort> offered, TSort usual)
    {
        if (sort is null or []) return (usual, false);
        if (sort.Count > 1) throw new InvalidRequestException("sort", $"Expected one sort field, but found {sort.Count}.");
        if (sort[0] is not { } field) throw new InvalidRequestException("sort[0]", "Expected a sort field, but it is null.");
        if (!offered.TryGetValue(field.Field, out var by))
            throw new InvalidRequestException("sort[0].field", $"Expected one of {string.Join(", ", offered.Keys)} to sort by, but found {field.Field}.");
        return field.Order?.ToUpperInvariant() switch
        {
            null or "ASC" => (by, false),
            "DESC" => (by, true),
            _ => throw new InvalidRequestException("sort[0].order", $"Expected ASC or DESC, but found {field.Order}."),
        };
    }
}
