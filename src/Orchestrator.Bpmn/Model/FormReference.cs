namespace Orchestrator.Bpmn.Model;

/// <summary>The form of a task or start event: <c>zeebe:formDefinition</c>. <see cref="Binding"/> is <see cref="Model.Binding.Deployment"/> or <see cref="Model.Binding.Latest"/>.</summary>
public sealed record FormReference(string Id, Binding Binding);
