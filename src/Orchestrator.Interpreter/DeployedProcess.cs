using Orchestrator.Bpmn.Model;

namespace Orchestrator.Interpreter;

/// <summary>One immutable version of a process. <see cref="Deployment"/> groups what was deployed together; <see cref="ContentHash"/> is the SHA-256 of the file, in hexadecimal.</summary>
public sealed record DeployedProcess(DefinitionKey Key, long Deployment, int Version, string ContentHash, string ResourceName, ProcessGraph Graph);
