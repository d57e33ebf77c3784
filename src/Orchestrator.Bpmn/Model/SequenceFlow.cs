using Orchestrator.Feel;

namespace Orchestrator.Bpmn.Model;

/// <summary>A sequence flow (BPMN 2.0.2, clause 8.4.13). The condition of a default flow is kept here but never evaluated.</summary>
public sealed record SequenceFlow(ElementId Id, string? Name, ElementId Source, ElementId Target, FeelExpression? Condition);
