namespace Orchestrator.Feel;

/// <summary>A range (DMN 1.5, 10.3.2.7). A null end is open without bound: <c>(&lt; 5)</c> has no start.</summary>
public sealed record FeelRange(FeelValue Start, bool StartIncluded, FeelValue End, bool EndIncluded) : FeelValue
{
    public override string TypeName => "range";

    internal override long Weight => 1 + Start.Weight + End.Weight;

    internal override int Depth => 1 + Math.Max(Start.Depth, End.Depth);

    public RangeForm Form { get; init; } = RangeForm.Interval;
}
