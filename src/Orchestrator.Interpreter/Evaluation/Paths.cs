using Orchestrator.Feel;

namespace Orchestrator.Interpreter.Evaluation;

/// <summary>Targets of mappings: a name, or a path <c>a.b</c> into contexts.</summary>
internal static class Paths
{
    /// <summary>The variable that a target writes.</summary>
    public static string RootOf(string target)
    {
        var dot = target.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? target : target[..dot];
    }

    /// <summary>The context with the value at this path. What is on the way and is no context is replaced by one.</summary>
    public static FeelContext Set(FeelContext into, string target, FeelValue value)
    {
        var dot = target.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) return into.With(target, value);
        var name = target[..dot];
        var inner = into[name] as FeelContext ?? FeelContext.Empty;
        return into.With(name, Set(inner, target[(dot + 1)..], value));
    }
}
