using Orchestrator.Feel;

namespace Orchestrator.Bpmn.Model;

/// <summary>
/// Multi-instance characteristics (BPMN 2.0.2, clause 10.3.8) in the <c>zeebe:loopCharacteristics</c> dialect.
/// Bodies of a parallel one are activated in batches when the collection is large (design: more than 1 000).
/// </summary>
public sealed record MultiInstance(
    bool Sequential, FeelExpression InputCollection, string? InputElement, string? OutputCollection, FeelExpression? OutputElement, FeelExpression? CompletionCondition);
