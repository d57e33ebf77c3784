using System.Diagnostics.CodeAnalysis;

namespace Orchestrator.Interpreter;

/// <summary>Assertions that stay on in production (style S15).</summary>
public static class Invariant
{
    /// <param name="holds">What must be true.</param>
    /// <param name="rule">The rule as a sentence, for whoever reads the report.</param>
    /// <exception cref="InvariantBrokenException">It is not.</exception>
    public static void Holds([DoesNotReturnIf(false)] bool holds, string rule)
    {
        if (!holds) throw new InvariantBrokenException($"Broken rule: {rule}.");
    }
}
