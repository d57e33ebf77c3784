namespace Orchestrator.Contracts.Cases;

/// <summary>What became of a prepared convocation.</summary>
/// <param name="CaseId">Who.</param>
/// <param name="State"><see cref="ConvocationState.Sent"/> or <see cref="ConvocationState.NeedsPhoneContact"/>.</param>
public sealed record ConvocationResult(string CaseId, ConvocationState State);
