namespace Orchestrator.Cases.Samples;

/// <summary>Things with weights, of which a draw picks one in proportion.</summary>
internal sealed class WeightedList<T>
{
    private readonly List<T> _items = [];
    private readonly List<long> _ends = [];

    /// <param name="items">Weights of zero or less are left out.</param>
    /// <exception cref="ArgumentException">No weight is left.</exception>
    public WeightedList(IEnumerable<(T Item, long Weight)> items)
    {
        var end = 0L;
        foreach (var (item, weight) in items.Where(item => item.Weight > 0))
        {
            end += weight;
            _items.Add(item);
            _ends.Add(end);
        }
        if (_items.Count == 0)
            throw new ArgumentException("Expected at least one positive weight, but there is none.", nameof(items));
    }

    /// <summary>What <paramref name="draw"/>, evenly spread over all values, falls on.</summary>
    public T At(ulong draw)
    {
        var place = (long)(((UInt128)draw * (ulong)_ends[^1]) >> 64);
        var found = _ends.BinarySearch(place + 1);
        return _items[found < 0 ? ~found : found];
    }
}
