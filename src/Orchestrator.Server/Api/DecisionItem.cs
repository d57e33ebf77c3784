using System.Text.Json;
using Orchestrator.Interpreter;
using Orchestrator.Server.Requests;

namespace Orchestrator.Server.Api;

/// <summary>A decision as history keeps it: the version, the result, and each decision of the graph with its tables, the required ones first.</summary>
internal sealed record DecisionItem(
    string DecisionDefinitionId, string DecisionDefinitionKey, string Name, int Version, string ContentHash, JsonElement Result, IReadOnlyList<DecisionOutcomeItem> Decisions,
    IReadOnlyList<DecisionRemarkItem> Remarks, string? Failure)
{
    public static DecisionItem Of(InstanceEvent.DecisionEvaluated evaluated) => new(
        evaluated.Decision.DecisionId, V2.Keys.Text(evaluated.Decision.Key), evaluated.Decision.Name, evaluated.Decision.Version, evaluated.Decision.ContentHash,
        VariableJson.Write(evaluated.Result), [.. evaluated.Decisions.Select(DecisionOutcomeItem.Of)],
        [.. evaluated.Remarks.Select(remark => new DecisionRemarkItem(remark.Code, remark.Message))], evaluated.Failure);
}

/// <summary>One decision of the graph: what it required, what it gave, and the tables that it looked into.</summary>
internal sealed record DecisionOutcomeItem(string Id, string Name, JsonElement Inputs, JsonElement Value, IReadOnlyList<TableItem> Tables)
{
    public static DecisionOutcomeItem Of(DecisionOutcome outcome) =>
        new(outcome.Id, outcome.Name, VariableJson.Write(outcome.Inputs), VariableJson.Write(outcome.Value), [.. outcome.Tables.Select(TableItem.Of)]);
}

/// <summary>One look into a table. A rule that did not match stands with the first cell that failed; under FIRST the rules behind the first match were not looked at.</summary>
internal sealed record TableItem(
    string Name, string HitPolicy, IReadOnlyList<ColumnItem> Inputs, IReadOnlyList<string> Outputs, IReadOnlyList<MatchedRuleItem> Matched, IReadOnlyList<UnmatchedRuleItem> Unmatched,
    JsonElement Value)
{
    public static TableItem Of(TableOutcome table) => new(
        table.Name, table.HitPolicy.ToString(), [.. table.Inputs.Select(input => new ColumnItem(input.Label, VariableJson.Write(input.Value)))], table.Outputs,
        [.. table.Matched.Select(rule => new MatchedRuleItem(rule.Rule, rule.Id, [.. rule.Outputs.Select(VariableJson.Write)], rule.Annotations))],
        [.. table.Unmatched.Select(rule => new UnmatchedRuleItem(rule.Rule, rule.Column, rule.Cell))], VariableJson.Write(table.Value));
}

/// <summary>An input column and the value that its cells were held against.</summary>
internal sealed record ColumnItem(string Label, JsonElement Value);

/// <summary>A rule that matched, by its number from 1, with its outputs by column and its annotations.</summary>
internal sealed record MatchedRuleItem(int Rule, string? Id, IReadOnlyList<JsonElement> Outputs, IReadOnlyList<string> Annotations);

/// <summary>A rule that did not match: its number and that of the first input column whose cell failed, from 1, and what the cell says.</summary>
internal sealed record UnmatchedRuleItem(int Rule, int Column, string? Cell);

/// <summary>Why something in the evaluation is null.</summary>
internal sealed record DecisionRemarkItem(string Code, string Message);
