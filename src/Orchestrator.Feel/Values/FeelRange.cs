namespace Orchestrator.Feel;

/// <summary>
/// A range (DMN 1.5, 10.3.2.7). A null end is open without bound: <c>(&lt; 5)</c> has no start. <c>(!= 5)</c> is a range too: everything except its ends.
/// </summary>
public sealed record FeelRange(FeelValue Start, bool StartIncluded, FeelValue End, bool EndIncluded) : FeelValue
{
    public override string TypeName => "range";

    /// <summary>True for <c>(!= x)</c>, where both ends are x and every other value lies inside.</summary>
    public bool Negated { get; init; }
}
