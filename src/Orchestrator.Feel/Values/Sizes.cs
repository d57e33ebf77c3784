namespace Orchestrator.Feel;

/// <summary>Weight and depth of what holds other values, added up once when it is made.</summary>
internal static class Sizes
{
    public static (long Weight, int Depth) Of(ReadOnlySpan<FeelValue> items)
    {
        long weight = 1;
        var depth = 0;
        foreach (var item in items) Add(item, ref weight, ref depth);
        return (weight, depth + 1);
    }

    public static (long Weight, int Depth) Of(ReadOnlySpan<KeyValuePair<string, FeelValue>> entries)
    {
        long weight = 1;
        var depth = 0;
        foreach (var (name, value) in entries)
        {
            Add(value, ref weight, ref depth);
            weight += name.Length;
        }
        return (weight, depth + 1);
    }

    private static void Add(FeelValue item, ref long weight, ref int depth)
    {
        // Values that share their parts can weigh more than any number holds; beyond this size the exact one does not matter.
        weight = Math.Min(weight + item.Weight, long.MaxValue / 4);
        depth = Math.Max(depth, item.Depth);
    }
}
