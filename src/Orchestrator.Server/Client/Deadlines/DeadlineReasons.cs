using System.Globalization;
using Orchestrator.Bpmn.Model;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.History;
using Orchestrator.Feel;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Interpreter;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Server.Client.Deadlines;

/// <summary>
/// How the date of a term was reached: the rule that history keeps, and the counting rules behind it. They stand in the timer's own expression, or in the script whose result it
/// reads; a counting that gave another day is not told, since it was not this one.
/// </summary>
internal sealed class DeadlineReasons(FeelWorld world)
{
    public DeadlineReason Of(ProcessGraph graph, InstanceState state, ElementInstance process, TimerState timer, DateOnly day)
    {
        var wanted = FeelDate.Of(day);
        var countings = new List<OfficeExplanation>();
        IReadOnlyList<string> facts = timer.Reads;
        if (RuleOf(graph.Find(timer.Element)) is { } rule) countings.AddRange(Countings(rule, VisibleVariables.Of(state, timer.Host), wanted));
        if (countings.Count == 0)
            foreach (var script in graph.Nodes.OfType<ScriptTaskNode>().Where(node => node is { Script: not null, ResultVariable: { } result } && timer.Reads.Contains(result)))
                if (Countings(script.Script!, process.Variables, wanted).ToList() is { Count: > 0 } found)
                {
                    countings.AddRange(found);
                    // What the timer read is a result; the facts are what it was counted from.
                    facts = script.Script!.FreeNames;
                }
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? FeelLanguage.English : FeelLanguage.Italian;
        var told = countings.Select(one => new ExpressionReason(one.Function, one.Result.ToString(), [.. one.Steps.Select(step => step.Text(language))]));
        // Two terms that count the same days from the same fact are one counting.
        return new(timer.Expression, facts, [.. told.DistinctBy(one => string.Join('\n', one.Sentences))]);
    }

    private IEnumerable<OfficeExplanation> Countings(FeelExpression expression, FeelContext variables, FeelDate wanted) =>
        expression.Explain(variables, world.Now()).Explanations.Where(one => one.Result is FeelDate day && day.Equals(wanted));

    private static FeelExpression? RuleOf(FlowNode? node) => node switch
    {
        BoundaryEventNode { Definition: EventDefinition.Timer timer } => RuleOf(timer),
        IntermediateCatchEventNode { Definition: EventDefinition.Timer timer } => RuleOf(timer),
        StartEventNode { Definition: EventDefinition.Timer timer } => RuleOf(timer),
        _ => null,
    };

    private static FeelExpression? RuleOf(EventDefinition.Timer timer) => timer.Value is BpmnValue.Computed computed ? computed.Expression : null;
}
