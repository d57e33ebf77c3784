namespace Orchestrator.Feel;

/// <summary>A range (DMN 1.5, 10.3.2.7). A null end is open without bound: <c>(&lt; 5)</c> has no start.</summary>
public sealed record FeelRange(FeelValue Start, bool StartIncluded, FeelValue End, bool EndIncluded) : FeelValue
{
    public override string TypeName => "range";

    public RangeForm Form { get; init; } = RangeForm.Interval;
}
