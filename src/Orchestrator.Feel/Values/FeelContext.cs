using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Orchestrator.Feel;

/// <summary>
/// Named values, in the order in which they were written. Two contexts are equal when they have the same entries in any order.
/// A context is also a scope: an expression can be evaluated over it.
/// </summary>
public sealed record FeelContext : FeelValue, IFeelScope
{
    // Below this size a scan over the names is faster than a table.
    private const int TableFrom = 9;

    private readonly ImmutableArray<KeyValuePair<string, FeelValue>> _entries;
    private readonly Dictionary<string, int>? _table;

    private FeelContext(ImmutableArray<KeyValuePair<string, FeelValue>> entries)
    {
        _entries = entries;
        (Weight, Depth) = Sizes.Of(entries.AsSpan());
        if (entries.Length < TableFrom) return;
        _table = new Dictionary<string, int>(entries.Length, StringComparer.Ordinal);
        for (var i = 0; i < entries.Length; i++) _table[entries[i].Key] = i;
    }

    public static FeelContext Empty { get; } = new(ImmutableArray<KeyValuePair<string, FeelValue>>.Empty);

    public override string TypeName => "context";

    internal override long Weight { get; }

    internal override int Depth { get; }

    public ImmutableArray<KeyValuePair<string, FeelValue>> Entries => _entries;

    public int Count => _entries.Length;

    public IEnumerable<string> Names => _entries.Select(entry => entry.Key);

    /// <summary>A context of these entries; a name given twice keeps its first place and its last value.</summary>
    public static FeelContext Of(params IEnumerable<KeyValuePair<string, FeelValue>> entries)
    {
        var builder = new Builder();
        foreach (var (name, value) in entries) builder.Set(name, value);
        return builder.ToContext();
    }

    public static FeelContext Of(params ReadOnlySpan<(string Name, FeelValue Value)> entries)
    {
        var builder = new Builder();
        foreach (var (name, value) in entries) builder.Set(name, value);
        return builder.ToContext();
    }

    public bool TryGet(string name, [MaybeNullWhen(false)] out FeelValue value)
    {
        var index = IndexOf(name);
        value = index < 0 ? null : _entries[index].Value;
        return index >= 0;
    }

    public bool Contains(string name) => IndexOf(name) >= 0;

    /// <summary>The value of <paramref name="name"/>, or FEEL's null when there is no such entry.</summary>
    public FeelValue this[string name] => IndexOf(name) is >= 0 and var index ? _entries[index].Value : FeelNull.Instance;

    /// <summary>This context with one entry set; a new name stands last.</summary>
    public FeelContext With(string name, FeelValue value)
    {
        var entry = KeyValuePair.Create(name, value);
        var index = IndexOf(name);
        return new(index < 0 ? _entries.Add(entry) : _entries.SetItem(index, entry));
    }

    public FeelContext With(FeelContext other)
    {
        if (Count == 0) return other;
        if (other.Count == 0) return this;
        var builder = new Builder();
        foreach (var (name, value) in _entries) builder.Set(name, value);
        foreach (var (name, value) in other._entries) builder.Set(name, value);
        return builder.ToContext();
    }

    public FeelContext Without(string name) => IndexOf(name) is >= 0 and var index ? new(_entries.RemoveAt(index)) : this;

    private int IndexOf(string name)
    {
        if (_table is not null) return _table.TryGetValue(name, out var place) ? place : -1;
        for (var i = 0; i < _entries.Length; i++)
            if (string.Equals(_entries[i].Key, name, StringComparison.Ordinal)) return i;
        return -1;
    }

    public bool Equals(FeelContext? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is null || other.Count != Count) return false;
        foreach (var (name, value) in _entries)
            if (!other.TryGet(name, out var theirs) || !value.Equals(theirs)) return false;
        return true;
    }

    public override int GetHashCode()
    {
        // The order does not count, so neither may it in the sum.
        var hash = Count;
        foreach (var (name, value) in _entries) hash ^= HashCode.Combine(name, value);
        return hash;
    }

    /// <summary>Collects entries for a new context.</summary>
    public sealed class Builder
    {
        private readonly ImmutableArray<KeyValuePair<string, FeelValue>>.Builder _entries = ImmutableArray.CreateBuilder<KeyValuePair<string, FeelValue>>();
        private Dictionary<string, int>? _table;

        public Builder Set(string name, FeelValue value)
        {
            var entry = KeyValuePair.Create(name, value);
            if (IndexOf(name) is >= 0 and var index)
            {
                _entries[index] = entry;
                return this;
            }
            _entries.Add(entry);
            if (_table is not null) _table[name] = _entries.Count - 1;
            else if (_entries.Count >= TableFrom) BuildTable();
            return this;
        }

        public FeelContext ToContext() => _entries.Count == 0 ? Empty : new(_entries.ToImmutable());

        private void BuildTable()
        {
            _table = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < _entries.Count; i++) _table[_entries[i].Key] = i;
        }

        private int IndexOf(string name)
        {
            if (_table is not null) return _table.TryGetValue(name, out var place) ? place : -1;
            for (var i = 0; i < _entries.Count; i++)
                if (string.Equals(_entries[i].Key, name, StringComparison.Ordinal)) return i;
            return -1;
        }
    }
}
