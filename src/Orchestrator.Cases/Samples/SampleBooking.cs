namespace Orchestrator.Cases.Samples;

/// <summary>A worker's booking of the voucher and what was decided about it.</summary>
/// <param name="Worker">The worker's number.</param>
/// <param name="Number">Of the booking, as the national portal gives it.</param>
/// <param name="BookedOn">Within thirty days from day 0.</param>
/// <param name="Decided">The day of the decision.</param>
/// <param name="RefusedBecause">Italian; null when approved.</param>
public sealed record SampleBooking(int Worker, string Number, DateOnly BookedOn, DateOnly Decided, string? RefusedBecause)
{
    public bool IsApproved => RefusedBecause is null;
}
