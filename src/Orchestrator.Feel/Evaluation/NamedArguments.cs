using System.Collections.Immutable;

namespace Orchestrator.Feel.Evaluation;

/// <summary>Arguments that were given by name, in the order of the parameters (the named parameters of DMN 1.5, 10.3).</summary>
internal static class NamedArguments
{
    /// <summary>Null when a name is unknown or given twice, or when there are more or fewer than parameters.</summary>
    public static FeelValue[]? Order(FeelValue[] arguments, ImmutableArray<string> names, ImmutableArray<string> parameters)
    {
        if (names.Length != parameters.Length) return null;
        var ordered = new FeelValue[arguments.Length];
        for (var i = 0; i < names.Length; i++)
        {
            var place = parameters.IndexOf(names[i]);
            if (place < 0 || ordered[place] is not null) return null;
            ordered[place] = arguments[i];
        }
        return ordered;
    }
}
