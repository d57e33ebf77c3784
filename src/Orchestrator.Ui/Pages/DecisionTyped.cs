using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Pages;

/// <summary>A decision about a list that came back: what was typed and why it was refused.</summary>
public sealed record DecisionTyped(string? Reason, Refusal? Refusal);
