using Orchestrator.Feel;

namespace Orchestrator.Bpmn.Model;

/// <summary>
/// An ad-hoc sub-process (BPMN 2.0.2, clauses 10.3.5 and 13.3.5; <c>zeebe:adHoc</c>): its elements without incoming flows (<see cref="ProcessGraph.ActivatableIn"/>) begin when somebody chooses them,
/// any number of times and in any order; the flows behind them are followed as elsewhere.
/// </summary>
public sealed record AdHocSubProcessNode(ElementId Id) : ActivityNode(Id)
{
    /// <summary>A list of ids of elements that begin on entry; null when none does and the sub-process waits.</summary>
    public FeelExpression? ActiveElements { get; init; }

    /// <summary>Asked whenever a path inside has ended; null when it is done as soon as nothing is active any more.</summary>
    public FeelExpression? CompletionCondition { get; init; }

    /// <summary>What is still active ends when the condition holds; otherwise it is waited for.</summary>
    public bool CancelRemaining { get; init; } = true;

    /// <summary>The variable that collects <see cref="OutputElement"/> of each path that was begun, in the order in which they end; both or none.</summary>
    public string? OutputCollection { get; init; }

    public FeelExpression? OutputElement { get; init; }

    /// <summary>Groups whose members may choose (<c>orch:starters groups</c>, else the group of the lane); fixed text: names separated by commas. Null: only supervisors may.</summary>
    public BpmnValue? StarterGroups { get; init; }
}
