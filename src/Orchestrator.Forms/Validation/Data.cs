using Orchestrator.Feel;
using Orchestrator.Forms.Components;

namespace Orchestrator.Forms.Validation;

/// <summary>Reads and writes at a path inside contexts.</summary>
internal static class Data
{
    /// <summary>The value at the path, or null when there is none (which is not the same as a null value).</summary>
    public static FeelValue? Find(FeelValue? value, FieldPath path)
    {
        foreach (var name in path.Names)
        {
            if (value is not FeelContext context || !context.TryGet(name, out value)) return null;
        }
        return value;
    }

    public static FeelContext With(FeelContext context, FieldPath path, FeelValue value) => With(context, path.Names, 0, value);

    public static FeelContext Without(FeelContext context, FieldPath path) => Without(context, path.Names, 0);

    private static FeelContext With(FeelContext context, IReadOnlyList<string> names, int at, FeelValue value)
    {
        if (at == names.Count - 1) return context.With(names[at], value);
        var inner = context.TryGet(names[at], out var found) && found is FeelContext below ? below : FeelContext.Empty;
        return context.With(names[at], With(inner, names, at + 1, value));
    }

    private static FeelContext Without(FeelContext context, IReadOnlyList<string> names, int at)
    {
        if (at == names.Count - 1) return context.Without(names[at]);
        return context.TryGet(names[at], out var found) && found is FeelContext below ? context.With(names[at], Without(below, names, at + 1)) : context;
    }
}
