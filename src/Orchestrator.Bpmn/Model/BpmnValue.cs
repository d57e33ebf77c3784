using Orchestrator.Feel;

namespace Orchestrator.Bpmn.Model;

/// <summary>A value in a definition: fixed text, or a FEEL expression when it was written with a leading <c>=</c> (the convention of the <c>zeebe:</c> dialect).</summary>
public abstract record BpmnValue
{
    private BpmnValue() { }

    public sealed record Fixed(string Text) : BpmnValue;

    public sealed record Computed(FeelExpression Expression) : BpmnValue;
}
