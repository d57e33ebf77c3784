namespace Orchestrator.Interpreter;

/// <summary>A published message: the key the engine gave it, its name and the correlation key it carried.</summary>
public sealed record MessageRef(long Key, string Name, string CorrelationKey);
