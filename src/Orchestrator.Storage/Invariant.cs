using Orchestrator.Interpreter;

namespace Orchestrator.Storage;

/// <summary>Assertions on both sides of the disk, always on (style S15).</summary>
internal static class Invariant
{
    /// <param name="rule">What must hold, as a sentence.</param>
    public static void Holds(bool condition, string rule)
    {
        if (!condition) throw new InvariantBrokenException($"Broken: {rule}.");
    }
}
