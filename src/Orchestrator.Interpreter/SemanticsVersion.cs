namespace Orchestrator.Interpreter;

/// <summary>
/// Numbers of the rules by which an instance runs (style S21). A change of behaviour that a running instance could notice gets the next number here, with what changed;
/// an instance keeps the number it was started with, and numbers are never reused.
/// </summary>
public static class SemanticsVersion
{
    /// <summary>The first rules.</summary>
    public const int First = 1;

    /// <summary>What new instances get.</summary>
    public const int Current = First;
}
