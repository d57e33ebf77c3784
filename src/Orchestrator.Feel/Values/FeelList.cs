using System.Collections;
using System.Collections.Immutable;

namespace Orchestrator.Feel;

/// <summary>An ordered list of values; positions in FEEL count from 1. Two lists are equal when their items are, in order.</summary>
public sealed record FeelList : FeelValue, IReadOnlyList<FeelValue>
{
    private readonly ImmutableArray<FeelValue> _items;

    public FeelList(ImmutableArray<FeelValue> items)
    {
        _items = items.IsDefault ? [] : items;
        (Weight, Depth) = Sizes.Of(_items.AsSpan());
    }

    public FeelList(params ReadOnlySpan<FeelValue> items)
        : this(items.ToImmutableArray())
    {
    }

    public static FeelList Empty { get; } = new(default(ImmutableArray<FeelValue>));

    public static FeelList From(IEnumerable<FeelValue> items) => new(items.ToImmutableArray());

    public override string TypeName => "list";

    internal override long Weight { get; }

    internal override int Depth { get; }

    public ImmutableArray<FeelValue> Items => _items;

    public int Count => _items.Length;

    public FeelValue this[int index] => _items[index];

    public bool Equals(FeelList? other) => other is not null && _items.AsSpan().SequenceEqual(other._items.AsSpan());

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items) hash.Add(item);
        return hash.ToHashCode();
    }

    public ImmutableArray<FeelValue>.Enumerator GetEnumerator() => _items.GetEnumerator();

    IEnumerator<FeelValue> IEnumerable<FeelValue>.GetEnumerator() => ((IEnumerable<FeelValue>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)_items).GetEnumerator();
}
