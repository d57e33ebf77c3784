using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;
using Orchestrator.Interpreter.Evaluation;

namespace Orchestrator.Interpreter;

/// <summary>Tokens: over which flows they go, and what they meet at the other end (BPMN 2.0.2, clauses 8.4.13 and 13.2).</summary>
internal static class Flows
{
    public static void Take(Run run, ScopeKey scope, DefinitionKey definition, SequenceFlow flow)
    {
        var target = run.World.Definitions.Get(definition).Graph[flow.Target];
        var waits = target is ParallelGatewayNode && target.Incoming.Length > 1;
        run.Emit(new InstanceEvent.FlowTaken(scope, flow.Id, flow.Target, waits));
        if (!waits) Scopes.Enter(run, scope, definition, target);
        else JoinWhenComplete(run, scope, definition, target);
    }

    // A join needs a token on every incoming flow; a second token on one flow waits for the next round.
    private static void JoinWhenComplete(Run run, ScopeKey scope, DefinitionKey definition, FlowNode join)
    {
        foreach (var flow in join.Incoming)
            if (!run.State.WaitingTokens.ContainsKey(new(scope, join.Id, flow.Id))) return;
        run.Emit(new InstanceEvent.TokensJoined(scope, join.Id, [.. join.Incoming.Select(flow => flow.Id)]));
        Scopes.Enter(run, scope, definition, join);
    }

    /// <summary>
    /// The flows out of anything but a gateway: every one without a condition and every one whose condition is true; the default flow when there is no other.
    /// No way on at all is an incident.
    /// </summary>
    public static bool ChooseAll(Step step, FlowNode node, ElementId? defaultFlow, out ImmutableArray<SequenceFlow> chosen)
    {
        chosen = node.Outgoing;
        if (!chosen.Any(flow => flow.Condition is not null || flow.Id == defaultFlow)) return true;

        var outcomes = ImmutableArray.CreateBuilder<ConditionOutcome>();
        var taken = ImmutableArray.CreateBuilder<SequenceFlow>();
        foreach (var flow in node.Outgoing)
        {
            if (flow.Id == defaultFlow) continue;
            if (!Test(step, flow, outcomes, out var holds)) return false;
            if (holds) taken.Add(flow);
        }
        return Conclude(step, node, defaultFlow, outcomes, taken, out chosen);
    }

    /// <summary>The flow out of an exclusive gateway: the first in document order whose condition is true, else the default.</summary>
    public static bool ChooseOne(Step step, ExclusiveGatewayNode node, out ImmutableArray<SequenceFlow> chosen)
    {
        chosen = node.Outgoing;
        if (chosen.IsEmpty || (chosen.Length == 1 && chosen[0].Condition is null)) return true;

        var outcomes = ImmutableArray.CreateBuilder<ConditionOutcome>();
        var taken = ImmutableArray.CreateBuilder<SequenceFlow>();
        foreach (var flow in node.Outgoing)
        {
            if (flow.Id == node.DefaultFlow) continue;
            if (!Test(step, flow, outcomes, out var holds)) return false;
            if (!holds) continue;
            taken.Add(flow);
            break;
        }
        return Conclude(step, node, node.DefaultFlow, outcomes, taken, out chosen);
    }

    private static bool Conclude(
        Step step, FlowNode node, ElementId? defaultFlow, ImmutableArray<ConditionOutcome>.Builder outcomes, ImmutableArray<SequenceFlow>.Builder taken,
        out ImmutableArray<SequenceFlow> chosen)
    {
        if (taken.Count == 0 && defaultFlow is { } fallback) taken.Add(node.Outgoing.Single(flow => flow.Id == fallback));
        chosen = taken.ToImmutable();
        var explanation = new InstanceEvent.ConditionsEvaluated(step.Key, outcomes.ToImmutable(), [.. chosen.Select(flow => flow.Id)]);
        if (chosen.IsEmpty)
        {
            step.Fail(new Failure(IncidentKind.ConditionError, $"Expected a true condition or a default flow out of '{node.Id}', but found neither.") { Explanation = explanation });
            return false;
        }
        step.Emit(explanation);
        return true;
    }

    private static bool Test(Step step, SequenceFlow flow, ImmutableArray<ConditionOutcome>.Builder outcomes, out bool holds)
    {
        holds = true;
        if (flow.Condition is not { } condition) return true;
        var variables = step.Variables();
        var value = condition.Evaluate(variables, step.Environment).Value;
        holds = value is FeelBoolean { Value: true };
        outcomes.Add(new(flow.Id, condition.Text, Seen.By(condition, variables), (value as FeelBoolean)?.Value));
        if (value is FeelBoolean) return true;

        var explanation = new InstanceEvent.ConditionsEvaluated(step.Key, outcomes.ToImmutable(), []);
        step.Fail(new Failure(IncidentKind.ExtractValueError, $"Expected the condition of flow '{flow.Id}' to give true or false, but it gave {value.TypeName}.") { Explanation = explanation });
        return false;
    }
}
