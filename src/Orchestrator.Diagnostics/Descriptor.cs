namespace Orchestrator.Diagnostics;

/// <summary>
/// One kind of diagnostic. <see cref="Code"/> is never reused: FEEL… for expressions, BPMN0… structure, BPMN1… references,
/// BPMN2… executability, FORM… forms, DMN… decisions. <see cref="Template"/> says what was expected and found, <see cref="Remedy"/> what to do;
/// both are composite formats over the same arguments.
/// </summary>
public sealed record Descriptor(string Code, Severity Severity, string Template, string Remedy);
