namespace Orchestrator.Bpmn.Model;

/// <summary>One <c>zeebe:input</c> or <c>zeebe:output</c>: the value goes to the variable <see cref="Target"/>, which may be a path (<c>a.b</c>) into a context.</summary>
public sealed record VariableMapping(BpmnValue Source, string Target);
