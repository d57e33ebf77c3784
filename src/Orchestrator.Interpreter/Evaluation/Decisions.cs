using Orchestrator.Dmn;
using Orchestrator.Feel;

namespace Orchestrator.Interpreter.Evaluation;

/// <summary>Evaluates a decision and keeps how it came to its result.</summary>
internal static class Decisions
{
    /// <summary>What happened. Null for any reason but something missing is a failure, explained in history like a result.</summary>
    public static Result<InstanceEvent.DecisionEvaluated> Evaluate(Step step, DeployedDecision decision)
    {
        var result = decision.Model.Evaluate(decision.DecisionId, step.Variables().All(), step.Environment)
            ?? throw new InvariantBrokenException($"Expected decision '{decision.DecisionId}' in {decision.ResourceName}, where it was when it was deployed.");
        var reason = DecisionFailures.Of(result);
        var failure = reason is null ? null : $"Expected decision '{decision.DecisionId}' to have a result, but it has none ({reason.Code}). The history of the case shows the values.";
        var evaluated = new InstanceEvent.DecisionEvaluated(
            step.Key,
            new DecisionReference(decision.Key, decision.DecisionId, decision.Name, decision.Version, decision.ContentHash),
            Storable.Of(result.Value),
            [.. result.Decisions.Select(OutcomeOf)],
            [.. result.Warnings.Take(Limits.DecisionRemarksMax).Select(warning => new DecisionRemark(warning.Code, KeptText.WellFormed(warning.Message)))],
            failure);
        return failure is null ? evaluated : new Failure(IncidentKind.DecisionEvaluationError, failure) { Explanation = evaluated };
    }

    private static DecisionOutcome OutcomeOf(DecisionExplanation decision)
    {
        var inputs = new FeelContext.Builder();
        foreach (var input in decision.Inputs) inputs.Set(KeptText.WellFormed(input.Name), Kept(input.Value));
        return new(decision.Id, decision.Name, inputs.ToContext(), Kept(decision.Value), [.. decision.Tables.Select(OutcomeOf)]);
    }

    private static TableOutcome OutcomeOf(TableExplanation look)
    {
        var head = look.Table;
        return new(
            head.Name,
            head.HitPolicy,
            [.. look.Inputs.Select((value, i) => new ColumnValue(Short(head.Inputs[i]), Kept(value)))],
            head.Outputs,
            [.. look.Matched.Select(rule => new RuleMatched(rule.Rule, rule.Id, [.. rule.Outputs.Select(Kept)], [.. head.Rules[rule.Rule - 1].Annotations.Where(text => text.Length > 0).Select(Short)]))],
            [.. look.Unmatched.Select((rule, i) => new RuleFailed(rule.Rule, rule.Column, i < Limits.FailedCellsMax ? Short(head.Rules[rule.Rule - 1].Inputs[rule.Column - 1]) : null))],
            Kept(look.Value));
    }

    private static FeelValue Kept(FeelValue value) => Seen.Brief(Storable.Of(value));

    private static string Short(string text) => KeptText.WellFormed(text.Length <= Limits.CellLengthMax ? text : $"{text[..Limits.CellLengthMax]}…");
}
