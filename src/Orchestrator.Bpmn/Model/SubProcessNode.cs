namespace Orchestrator.Bpmn.Model;

/// <summary>An embedded sub-process, or an event sub-process when <see cref="TriggeredByEvent"/> (BPMN 2.0.2, clauses 10.3.5 and 13.5.4).</summary>
public sealed record SubProcessNode(ElementId Id, bool TriggeredByEvent) : ActivityNode(Id);
