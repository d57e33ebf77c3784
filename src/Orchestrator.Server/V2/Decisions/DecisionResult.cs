using System.Globalization;
using Orchestrator.Dmn;
using Orchestrator.Engine.Deployments;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.V2.Decisions;

/// <summary>
/// What a decision gave. Values are JSON as text. When there is no result for a reason other than null being one, <c>failureMessage</c> says why and <c>output</c> is null.
/// The evaluation is not kept: its keys name it in this answer only.
/// </summary>
internal sealed record DecisionResult(
    string DecisionDefinitionId, string DecisionDefinitionKey, string DecisionDefinitionName, int DecisionDefinitionVersion, string DecisionRequirementsId,
    string DecisionRequirementsKey, string Output, string? FailedDecisionDefinitionId, string? FailureMessage, string DecisionEvaluationKey, string DecisionInstanceKey,
    IReadOnlyList<EvaluatedDecision> EvaluatedDecisions, string TenantId = Tenants.Only)
{
    public static DecisionResult Of(DeployedDecision decision, DmnResult result, DefinitionCatalog definitions)
    {
        var file = definitions.DecisionModelOf(decision.Key)!;
        var failure = DecisionFailures.Of(result);
        var key = DerivedKeys.Of("decision-evaluation", Guid.CreateVersion7().ToString());
        return new(
            decision.DecisionId, Keys.Text(decision.Key), decision.Name, decision.Version, file.ModelId, Keys.Text(file.Key), EvaluatedDecision.Json(result.Value),
            failure is null ? null : decision.DecisionId, failure is null ? null : $"{failure.Code}: {failure.Message}", key, key,
            [.. result.Decisions.Select((one, index) => EvaluatedDecision.Of(one, decision, $"{key}-{(index + 1).ToString(CultureInfo.InvariantCulture)}", definitions))]);
    }
}

/// <summary>One decision of the graph.</summary>
internal sealed record EvaluatedDecision(
    string DecisionDefinitionId, string DecisionDefinitionName, int DecisionDefinitionVersion, string DecisionDefinitionType, string DecisionDefinitionKey, string Output,
    IReadOnlyList<MatchedDecisionRule> MatchedRules, IReadOnlyList<EvaluatedDecisionInput> EvaluatedInputs, string DecisionEvaluationInstanceKey, string TenantId = Tenants.Only)
{
    public static EvaluatedDecision Of(DecisionExplanation explanation, DeployedDecision asked, string instanceKey, DefinitionCatalog definitions)
    {
        // A decision of an imported file stands in the same deployment.
        var deployed = definitions.DecisionOfDeployment(explanation.Id, asked.Deployment) ?? asked;
        return new(
            explanation.Id, explanation.Name, deployed.Version, TypeOf(deployed, explanation.Id), Keys.Text(deployed.Key), Json(explanation.Value),
            [.. explanation.Tables.SelectMany(RulesOf)], [.. explanation.Tables.SelectMany(InputsOf)], instanceKey);
    }

    public static string Json(FeelValue value) => FeelJson.Write(value);

    private static string TypeOf(DeployedDecision deployed, string id) => deployed.Model.Elements.FirstOrDefault(element => element.Id == id)?.Logic switch
    {
        DecisionLogic.DecisionTable => "DECISION_TABLE",
        DecisionLogic.LiteralExpression => "LITERAL_EXPRESSION",
        _ => "UNKNOWN",
    };

    private static IEnumerable<MatchedDecisionRule> RulesOf(TableExplanation look) => look.Matched.Select(rule => new MatchedDecisionRule(
        rule.Id ?? "", rule.Rule,
        [.. rule.Outputs.Select((value, column) => new EvaluatedDecisionOutput(look.Table.OutputIds[column] ?? "", look.Table.Outputs[column], Json(value), rule.Id ?? "", rule.Rule))]));

    private static IEnumerable<EvaluatedDecisionInput> InputsOf(TableExplanation look) =>
        look.Inputs.Select((value, column) => new EvaluatedDecisionInput(look.Table.InputIds[column] ?? "", look.Table.Inputs[column], Json(value)));
}

/// <summary>A rule that matched, by its number from 1.</summary>
internal sealed record MatchedDecisionRule(string RuleId, int RuleIndex, IReadOnlyList<EvaluatedDecisionOutput> EvaluatedOutputs);

/// <summary>The value of an input column.</summary>
internal sealed record EvaluatedDecisionInput(string InputId, string InputName, string InputValue);

/// <summary>The value of an output column.</summary>
internal sealed record EvaluatedDecisionOutput(string OutputId, string OutputName, string OutputValue, string RuleId, int RuleIndex);
