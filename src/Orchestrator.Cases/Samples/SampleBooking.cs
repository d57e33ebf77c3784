namespace Orchestrator.Cases.Samples;

/// <summary>A worker's booking of the voucher and what was decided about it.</summary>
/// <param name="RefusedBecause">Italian; null when approved.</param>
internal sealed record SampleBooking(SampleWorker Worker, string BookingNumber, DateOnly Decided, string? RefusedBecause)
{
    public bool IsApproved => RefusedBecause is null;
}
