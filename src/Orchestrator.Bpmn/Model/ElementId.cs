namespace Orchestrator.Bpmn.Model;

/// <summary>The <c>id</c> of a BPMN element; unique in its file.</summary>
public readonly record struct ElementId(string Value)
{
    public override string ToString() => Value;
}
