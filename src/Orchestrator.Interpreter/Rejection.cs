namespace Orchestrator.Interpreter;

/// <summary>Why a command was refused: nothing was written. The text says what was expected and what was found, and holds no values of variables.</summary>
public sealed record Rejection(RejectionReason Reason, string Message);
