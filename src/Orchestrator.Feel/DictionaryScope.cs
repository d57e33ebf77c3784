using System.Diagnostics.CodeAnalysis;

namespace Orchestrator.Feel;

/// <summary>Variables in a dictionary, optionally over an outer scope that is asked for what is not in it.</summary>
public sealed class DictionaryScope(IReadOnlyDictionary<string, FeelValue> variables, IFeelScope? outer = null) : IFeelScope
{
    public static DictionaryScope Empty { get; } = new(new Dictionary<string, FeelValue>());

    public bool TryGet(string name, [MaybeNullWhen(false)] out FeelValue value) =>
        variables.TryGetValue(name, out value) || (outer is not null && outer.TryGet(name, out value));
}
