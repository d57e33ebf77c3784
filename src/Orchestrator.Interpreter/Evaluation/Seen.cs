using System.Globalization;
using Orchestrator.Feel;

namespace Orchestrator.Interpreter.Evaluation;

/// <summary>What a condition saw, for explain-why: the variables it may have read. Of a large list or context only the size is kept.</summary>
internal static class Seen
{
    public static FeelContext By(FeelExpression expression, VariableScope variables)
    {
        var seen = new FeelContext.Builder();
        foreach (var name in expression.FreeNames)
            if (variables.TryGet(name, out var value)) seen.Set(name, Brief(value));
        return seen.ToContext();
    }

    /// <summary>The value, or of a large one its size.</summary>
    public static FeelValue Brief(FeelValue value) => value switch
    {
        FeelList list when Entries(list) > Limits.SeenEntriesMax => new FeelString(string.Create(CultureInfo.InvariantCulture, $"list of {list.Count}")),
        FeelContext context when Entries(context) > Limits.SeenEntriesMax => new FeelString(string.Create(CultureInfo.InvariantCulture, $"context of {context.Count}")),
        _ => value,
    };

    // Stops counting soon after the limit, so that a large value costs no more than a small one.
    private static int Entries(FeelValue value)
    {
        var count = 0;
        var children = value switch
        {
            FeelList list => list.Items,
            FeelContext context => context.Entries.Select(entry => entry.Value),
            _ => [],
        };
        foreach (var child in children)
        {
            count += 1 + Entries(child);
            if (count > Limits.SeenEntriesMax) break;
        }
        return count;
    }
}
