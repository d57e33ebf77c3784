namespace Orchestrator.Contracts.Cases;

/// <summary>Asks the index for the identity of the convocations that one job sends. The job key is the idempotency key: asking again gives the same answer.</summary>
/// <param name="JobKey">The engine's job key.</param>
/// <param name="Session">The session.</param>
/// <param name="Method">Invitation (or move) or cancellation.</param>
/// <param name="CaseIds">At most <see cref="CaseLimits.PageRowsMax"/>.</param>
public sealed record ConvocationRequest(string JobKey, string Session, ConvocationMethod Method, IReadOnlyList<string> CaseIds);
