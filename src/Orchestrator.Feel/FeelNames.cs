using System.Collections.Immutable;
using Orchestrator.Feel.Syntax;

namespace Orchestrator.Feel;

/// <summary>
/// The names that an expression may read from outside, when they are known. They decide how words are grouped: with <c>gross-net</c> known,
/// <c>gross-net</c> is one name and not a subtraction. Names of one word, and of words with spaces, need not be known.
/// </summary>
public sealed class FeelNames
{
    private readonly NameTable _table = new();

    public FeelNames(params IEnumerable<string> names)
    {
        All = [.. names.Distinct(StringComparer.Ordinal)];
        foreach (var name in All) _table.Add(name);
    }

    public static FeelNames None { get; } = new([]);

    public ImmutableArray<string> All { get; }

    internal NameTable Table => _table;

    /// <summary>Types by name that stand beside FEEL's own: the item definitions of a decision model.</summary>
    internal IReadOnlyDictionary<string, FeelType> Types { get; init; } = ImmutableDictionary<string, FeelType>.Empty;
}
