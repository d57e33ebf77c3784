namespace Orchestrator.Contracts.Cases;

/// <summary>Asks the index for the identity of the convocations that one job sends. Job key, session and case are the idempotency key: asking again gives the same answer.</summary>
/// <param name="JobKey">The engine's job key.</param>
/// <param name="Session">The session.</param>
/// <param name="Method">Invitation (or move), cancellation or reminder.</param>
/// <param name="CaseIds">At most <see cref="CaseLimits.PageRowsMax"/>, each with a place in the session; may be empty for a cancellation.</param>
public sealed record ConvocationRequest(string JobKey, string Session, ConvocationMethod Method, IReadOnlyList<string> CaseIds);
