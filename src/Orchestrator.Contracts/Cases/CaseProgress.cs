namespace Orchestrator.Contracts.Cases;

/// <summary>A process told that a case reached a state.</summary>
/// <param name="EventKey">The same each time the event is delivered; see <see cref="SessionWish"/>.</param>
/// <param name="Pathway"><c>p1</c>, <c>p2</c> or <c>p3</c>.</param>
/// <param name="State">One of the states of <c>docs/programme.md</c>.</param>
/// <param name="At">Since when it holds; an older one that comes later does not replace a newer one.</param>
public sealed record CaseProgress(string EventKey, string Case, string Pathway, string State, DateTimeOffset At);
