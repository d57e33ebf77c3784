namespace Orchestrator.Contracts.Cases;

/// <summary>A process told that a case left a pathway.</summary>
/// <param name="EventKey">The same each time the event is delivered; see <see cref="SessionWish"/>.</param>
/// <param name="Outcome">One of the outcomes of <c>docs/programme.md</c>.</param>
/// <param name="MoveTo">The pathway that the case goes on with (<c>p1</c>, <c>p2</c>); null when it ends.</param>
/// <param name="BookingState">How far the booking came; null when there was none.</param>
public sealed record PathwayEnd(string EventKey, string Case, string Pathway, string Outcome, string? MoveTo, string? BookingState, DateTimeOffset At);
