using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Orchestrator.Diagnostics;
using Orchestrator.Dmn.Evaluation;
using Orchestrator.Dmn.Expressions;
using Orchestrator.Feel;

namespace Orchestrator.Dmn.Tables;

/// <summary>A decision table (DMN 1.5, clause 8 and 10.3.2.10).</summary>
internal sealed class DecisionTable(EmbeddedText place, TableHead head, ImmutableArray<InputColumn> inputs, ImmutableArray<OutputColumn> outputs, ImmutableArray<Rule> rules) : Boxed(place)
{
    public override FeelValue Evaluate(Run run, IFeelScope scope)
    {
        var values = new FeelValue[inputs.Length];
        ImmutableArray<RefusedInput> refused = [];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = run.Conform(inputs[i].Type, inputs[i].Expression.Evaluate(run, scope), inputs[i].Expression.Place, inputs[i].Label);
            if (!IsAllowed(run, inputs[i], values[i], scope)) refused = refused.Add(new(i + 1, inputs[i].Allowed!.Text));
        }
        var unmatched = new UnmatchedRule[rules.Length];
        var failed = 0;
        var matched = ImmutableArray.CreateBuilder<MatchedRule>();
        if (refused.IsEmpty)
        {
            foreach (var rule in rules)
            {
                var column = FirstFailed(run, rule, values, scope);
                if (column > 0) unmatched[failed++] = new(rule.Number, column);
                else matched.Add(new(rule.Number, rule.Id, OutputsOf(run, rule, scope)));
                if (column == 0 && head.HitPolicy == HitPolicy.First) break;
            }
        }
        var hits = matched.ToImmutable();
        var value = hits.IsEmpty ? Default(run, scope) : Hits.Value(run, this, hits);
        if (run.ExplainsTables) run.Explain(new(head, ImmutableCollectionsMarshal.AsImmutableArray(values), hits, [.. unmatched.AsSpan(0, failed)], value) { Refused = refused });
        return value;
    }

    public HitPolicy HitPolicy => head.HitPolicy;

    public ImmutableArray<OutputColumn> Outputs => outputs;

    /// <summary>The value of one rule's outputs: itself, or a context of several.</summary>
    public FeelValue ValueOf(ImmutableArray<FeelValue> row)
    {
        if (row.Length == 1) return row[0];
        var context = new FeelContext.Builder();
        for (var i = 0; i < row.Length; i++) context.Set(outputs[i].Name, row[i]);
        return context.ToContext();
    }

    private static bool IsAllowed(Run run, InputColumn column, FeelValue value, IFeelScope scope)
    {
        if (column.Allowed is null || value.IsNull || column.Allowed.EvaluateIn(run.Frame, value, scope) is FeelBoolean { Value: true }) return true;
        run.Warn(column.Expression.Place, DmnDescriptors.NotAllowed, column.Label, column.Allowed.Text, Run.Short(value));
        return false;
    }

    /// <summary>The number of the first column whose cell fails; 0 when the rule matches.</summary>
    private int FirstFailed(Run run, Rule rule, FeelValue[] values, IFeelScope scope)
    {
        run.Frame.Step(Run.Whole(Place), 1 + rule.Cells.Length / 8);
        for (var i = 0; i < rule.Cells.Length; i++)
            if (!rule.Cells[i].Passes(run, Place, values[i], scope)) return i + 1;
        return 0;
    }

    private ImmutableArray<FeelValue> OutputsOf(Run run, Rule rule, IFeelScope scope)
    {
        var row = new FeelValue[outputs.Length];
        for (var i = 0; i < row.Length; i++) row[i] = run.Conform(outputs[i].Type, rule.Outputs[i].Evaluate(run, scope), rule.Outputs[i].Place, outputs[i].Name);
        return ImmutableCollectionsMarshal.AsImmutableArray(row);
    }

    private FeelValue Default(Run run, IFeelScope scope)
    {
        if (outputs.All(output => output.Default is null)) return FeelNull.Instance;
        return ValueOf([.. outputs.Select(output => output.Default?.Evaluate(run, scope) ?? FeelNull.Instance)]);
    }
}
