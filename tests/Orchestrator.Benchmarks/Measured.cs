namespace Orchestrator.Benchmarks;

/// <summary>One variant: raw commit rates measured beside it, and what one-task instances cost.</summary>
internal sealed record Measured(string Store, string Raw)
{
    public required double InstancesPerSecond { get; init; }
    public required double RowsPerInstance { get; init; }
    public required double CommandsPerInstance { get; init; }
    public required double CommitsPerInstance { get; init; }
    public required double BytesPerInstance { get; init; }
    public required double AllocatedBytesPerInstance { get; init; }
    public required TimeSpan P50 { get; init; }
    public required TimeSpan P99 { get; init; }
}
