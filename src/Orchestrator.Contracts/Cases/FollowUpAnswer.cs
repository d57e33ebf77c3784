namespace Orchestrator.Contracts.Cases;

/// <summary>What the employment notices say about a case some months after its pathway ended.</summary>
/// <param name="Outcome"><c>SUCCESS_PERMANENT</c>, <c>SUCCESS_FIXED</c>, <c>SUSPENSION</c>, <c>SELF_EMPLOYED</c>, <c>TRAINEESHIP</c>, <c>REINSTATED</c>, or <c>NOT_EMPLOYED</c>.</param>
/// <param name="VerifiedByCo">A notice says so; false when there is none about the person.</param>
public sealed record FollowUpAnswer(string Outcome, bool VerifiedByCo);
