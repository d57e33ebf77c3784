namespace Orchestrator.Contracts.Cases;

/// <summary>A process wants a place in a session of some kind for a case.</summary>
/// <param name="EventKey">The same each time the event is delivered, at most 100 characters of letters, digits, <c>-</c>, <c>_</c>, <c>.</c>, <c>:</c>.</param>
/// <param name="Case">Who.</param>
/// <param name="Centre">Code 01–30 of the centre that will receive the case.</param>
/// <param name="Kind">See <see cref="SessionKinds"/>.</param>
/// <param name="At">Since when the case waits.</param>
public sealed record SessionWish(string EventKey, string Case, string Centre, string Kind, DateTimeOffset At);
