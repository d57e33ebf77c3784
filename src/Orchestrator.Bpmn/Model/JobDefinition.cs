namespace Orchestrator.Bpmn.Model;

/// <summary><c>zeebe:taskDefinition</c> and <c>zeebe:taskHeaders</c>: the work offered to a worker. <see cref="Retries"/> counts attempts in all, 3 when null.</summary>
public sealed record JobDefinition(BpmnValue Type, BpmnValue? Retries, IReadOnlyDictionary<string, string> Headers);
