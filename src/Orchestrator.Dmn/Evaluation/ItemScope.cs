using System.Diagnostics.CodeAnalysis;
using Orchestrator.Feel;

namespace Orchestrator.Dmn.Evaluation;

/// <summary>What the match of a filter sees: <c>item</c>, the entries of an item that is a context, and what stands around the filter.</summary>
internal sealed class ItemScope(FeelValue item, IFeelScope outer) : IFeelScope
{
    public bool TryGet(string name, [MaybeNullWhen(false)] out FeelValue value)
    {
        if (item is FeelContext entries && entries.TryGet(name, out value)) return true;
        if (name != "item") return outer.TryGet(name, out value);
        value = item;
        return true;
    }
}
