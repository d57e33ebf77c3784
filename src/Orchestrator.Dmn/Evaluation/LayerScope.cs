using System.Diagnostics.CodeAnalysis;
using Orchestrator.Feel;

namespace Orchestrator.Dmn.Evaluation;

/// <summary>Names over an outer scope. Entries of a boxed context come one by one, and functions among them see those that come later when they are called.</summary>
internal sealed class LayerScope(IFeelScope outer) : IFeelScope
{
    private readonly List<KeyValuePair<string, FeelValue>> _entries = [];

    public void Set(string name, FeelValue value)
    {
        var place = _entries.FindIndex(entry => entry.Key == name);
        if (place < 0) _entries.Add(new(name, value));
        else _entries[place] = new(name, value);
    }

    public bool TryGet(string name, [MaybeNullWhen(false)] out FeelValue value)
    {
        foreach (var (known, found) in _entries)
        {
            if (!string.Equals(known, name, StringComparison.Ordinal)) continue;
            value = found;
            return true;
        }
        return outer.TryGet(name, out value);
    }

    public FeelContext ToContext() => FeelContext.Of(_entries);
}
