namespace Orchestrator.Contracts.Client;

/// <summary>The drawing of a process with its present state.</summary>
/// <param name="DiagramXml">The definition's BPMN.</param>
/// <param name="Moment">The last moment of the case, with the elements of this drawing.</param>
public sealed record CaseDrawing(string DiagramXml, CaseMoment Moment);
