using Orchestrator.Dmn;

namespace Orchestrator.Interpreter;

/// <summary>One immutable version of a decision. <see cref="Deployment"/> groups what was deployed together; <see cref="ContentHash"/> is the SHA-256 of its file, in hexadecimal.</summary>
public sealed record DeployedDecision(DefinitionKey Key, long Deployment, string DecisionId, string Name, int Version, string ContentHash, string ResourceName, DmnModel Model);
