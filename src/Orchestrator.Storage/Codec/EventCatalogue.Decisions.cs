using System.Collections.Immutable;
using Orchestrator.Dmn;
using Orchestrator.Interpreter;
using static Orchestrator.Interpreter.InstanceEvent;

namespace Orchestrator.Storage.Codec;

/// <content>Decisions and how they came to their results.</content>
internal static partial class EventCatalogue
{
    private static ImmutableArray<EventShape> Decisions =>
    [
        EventShape.Of<DecisionEvaluated>("decision-evaluated", 1,
            (w, e) =>
            {
                w.Scope("scope", e.Scope);
                w.Definition("definition", e.Decision.Key);
                w.Text("decisionId", e.Decision.DecisionId);
                w.Text("name", e.Decision.Name);
                w.Number("version", e.Decision.Version);
                w.Text("contentHash", e.Decision.ContentHash);
                w.Value("result", e.Result);
                w.Objects("decisions", e.Decisions, WriteDecision);
                w.Objects("remarks", e.Remarks, (o, remark) => { o.Text("code", remark.Code); o.Text("message", remark.Message); });
                w.Text("failure", e.Failure);
            },
            r => new(r.Scope("scope"),
                new(r.Definition("definition"), r.Text("decisionId"), r.Text("name"), r.Integer("version"), r.Text("contentHash")),
                r.Value("result"),
                [.. r.Objects("decisions").Select(ReadDecision)],
                [.. r.Objects("remarks").Select(o => new DecisionRemark(o.Text("code"), o.Text("message")))],
                r.OptionalText("failure"))),
    ];

    private static void WriteDecision(EventWriter w, DecisionOutcome decision)
    {
        w.Text("id", decision.Id);
        w.Text("name", decision.Name);
        w.Value("inputs", decision.Inputs);
        w.Value("value", decision.Value);
        w.Objects("tables", decision.Tables, WriteTable);
    }

    private static DecisionOutcome ReadDecision(EventReader r) =>
        new(r.Text("id"), r.Text("name"), r.Context("inputs"), r.Value("value"), [.. r.Objects("tables").Select(ReadTable)]);

    private static void WriteTable(EventWriter w, TableOutcome table)
    {
        w.Text("name", table.Name);
        w.Enum("hitPolicy", table.HitPolicy);
        w.Objects("inputs", table.Inputs, (o, input) => { o.Text("label", input.Label); o.Value("value", input.Value); });
        w.Texts("outputs", table.Outputs);
        w.Objects("matched", table.Matched, (o, rule) =>
        {
            o.Number("rule", rule.Rule);
            o.Text("id", rule.Id);
            o.Values("outputs", rule.Outputs);
            o.Texts("annotations", rule.Annotations);
        });
        w.Objects("unmatched", table.Unmatched, (o, rule) => { o.Number("rule", rule.Rule); o.Number("column", rule.Column); o.Text("cell", rule.Cell); });
        w.Value("value", table.Value);
    }

    private static TableOutcome ReadTable(EventReader r) => new(
        r.Text("name"),
        r.Enum<HitPolicy>("hitPolicy"),
        [.. r.Objects("inputs").Select(o => new ColumnValue(o.Text("label"), o.Value("value")))],
        r.Texts("outputs"),
        [.. r.Objects("matched").Select(o => new RuleMatched(o.Integer("rule"), o.OptionalText("id"), o.Values("outputs"), o.Texts("annotations")))],
        [.. r.Objects("unmatched").Select(o => new RuleFailed(o.Integer("rule"), o.Integer("column"), o.OptionalText("cell")))],
        r.Value("value"));
}
