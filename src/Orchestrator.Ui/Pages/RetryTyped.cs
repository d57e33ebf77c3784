using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Pages;

/// <summary>A retry that came back: what was typed and why it was refused.</summary>
public sealed record RetryTyped(string? VariablesJson, string? Reason, Refusal? Refusal);
