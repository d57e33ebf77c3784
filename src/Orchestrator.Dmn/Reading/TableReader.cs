using System.Collections.Immutable;
using Orchestrator.Dmn.Expressions;
using Orchestrator.Dmn.Tables;
using Orchestrator.Dmn.Types;
using Orchestrator.Feel;

namespace Orchestrator.Dmn.Reading;

/// <summary>Reads decision tables (DMN 1.5, 8.3).</summary>
internal sealed class TableReader(ExpressionReader expressions)
{
    private Report Report => expressions.Report;

    public Boxed Read(SourceElement table, NamesInScope names)
    {
        var rules = table.DmnChildren("rule").ToList();
        var cells = rules.Sum(rule => rule.Children.Count);
        if (cells > DmnLimits.TableCellsMax) return ExpressionReader.Broken(table, Report.Add(DmnDescriptors.TableTooLarge, table, cells, DmnLimits.TableCellsMax));
        var inputs = table.DmnChildren("input").Select(input => Input(input, names)).ToImmutableArray();
        var clauses = table.DmnChildren("output").ToList();
        var outputs = clauses.Select(output => Output(table, output, clauses.Count, names)).ToImmutableArray();
        if (outputs.IsEmpty) return ExpressionReader.Broken(table, Report.Add(DmnDescriptors.ExpressionMissing, table, "an output", table.Name));
        var policy = PolicyOf(table, outputs);
        var texts = rules.Select(TextOf).ToImmutableArray();
        var head = new TableHead(table.IdOrNull, NameOf(table), policy, [.. inputs.Select(input => input.Label)], [.. outputs.Select(output => output.Name)], texts,
            [.. table.DmnChildren("input").Select(input => input.IdOrNull)], [.. clauses.Select(output => output.IdOrNull)]);
        return new DecisionTable(table.Place(), head, inputs, outputs, [.. rules.Select((rule, i) => ReadRule(rule, i + 1, inputs.Length, outputs.Length, names)).OfType<Rule>()]);
    }

    private static string NameOf(SourceElement table)
    {
        for (var at = table; at is not null; at = at.Parent)
            if (at.NameText is { Length: > 0 } name && at.Name != "definitions") return name;
        return table.Attribute("outputLabel")?.Value ?? "";
    }

    private InputColumn Input(SourceElement input, NamesInScope names)
    {
        var holder = input.DmnChild("inputExpression");
        var expression = holder is null
            ? ExpressionReader.Broken(input, Report.Add(DmnDescriptors.ExpressionMissing, input, "an input expression", input.Name))
            : expressions.Literal(holder, names);
        var type = holder is null ? null : names.Types.Of(holder);
        var label = input.Attribute("label")?.Value is { Length: > 0 } given ? given : holder?.TextOf("text")?.Text.Trim() ?? "";
        return new(label, expression, type, TestsOf(input, "inputValues", names));
    }

    private OutputColumn Output(SourceElement table, SourceElement output, int count, NamesInScope names)
    {
        var name = output.NameText ?? "";
        if (count > 1 && name.Length == 0) Report.Add(DmnDescriptors.MissingName, output, output.Name);
        var type = names.Types.Of(output);
        // A single output has the type of the table.
        var listed = TestsOf(output, "outputValues", names) ?? (type ?? (count == 1 ? names.Types.Of(table) : null))?.Listed ?? (count == 1 ? VariableType(table, names)?.Listed : null);
        var fallback = output.DmnChild("defaultOutputEntry") is { } entry && entry.TextOf("text") is not null ? expressions.Literal(entry, names) : null;
        return new(name, type, listed?.Alternatives() ?? [], fallback);
    }

    private static DmnType? VariableType(SourceElement table, NamesInScope names) =>
        table.Parent is { Name: "decision" } decision && decision.DmnChild("variable") is { } variable ? names.Types.Of(variable) : null;

    private UnaryTests? TestsOf(SourceElement clause, string child, NamesInScope names)
    {
        if (clause.DmnChild(child)?.TextOf("text") is not { } text) return null;
        var (tests, diagnostics) = UnaryTests.Parse(text, names.Feel);
        Report.AddAll(diagnostics, clause);
        return tests;
    }

    private HitPolicy PolicyOf(SourceElement table, ImmutableArray<OutputColumn> outputs)
    {
        var written = table.Attribute("hitPolicy")?.Value.Trim() ?? "UNIQUE";
        HitPolicy? policy = written switch
        {
            "UNIQUE" => HitPolicy.Unique,
            "ANY" => HitPolicy.Any,
            "PRIORITY" => HitPolicy.Priority,
            "FIRST" => HitPolicy.First,
            "RULE ORDER" => HitPolicy.RuleOrder,
            "OUTPUT ORDER" => HitPolicy.OutputOrder,
            "COLLECT" => Aggregation(table, outputs.Length),
            _ => null,
        };
        if (policy is null) Report.Add(DmnDescriptors.UnknownHitPolicy, table, written);
        if (policy is HitPolicy.Priority or HitPolicy.OutputOrder && outputs.All(output => output.Priorities.IsEmpty)) Report.Add(DmnDescriptors.PrioritiesMissing, table, written);
        return policy ?? HitPolicy.Unique;
    }

    private HitPolicy Aggregation(SourceElement table, int outputs)
    {
        if (table.Attribute("aggregation")?.Value.Trim() is not { Length: > 0 } written) return HitPolicy.Collect;
        if (outputs > 1 && written != "COUNT") Report.Add(DmnDescriptors.AggregatedOutputs, table, written, outputs);
        switch (written)
        {
            case "SUM": return HitPolicy.CollectSum;
            case "MIN": return HitPolicy.CollectMin;
            case "MAX": return HitPolicy.CollectMax;
            case "COUNT": return HitPolicy.CollectCount;
            default:
                Report.Add(DmnDescriptors.UnknownAggregation, table, written);
                return HitPolicy.Collect;
        }
    }

    private Rule? ReadRule(SourceElement rule, int number, int inputs, int outputs, NamesInScope names)
    {
        var cells = rule.DmnChildren("inputEntry").ToList();
        var values = rule.DmnChildren("outputEntry").ToList();
        if (cells.Count != inputs) Report.Add(DmnDescriptors.RuleShape, rule, inputs, "input", number, cells.Count);
        if (values.Count != outputs) Report.Add(DmnDescriptors.RuleShape, rule, outputs, "output", number, values.Count);
        if (cells.Count != inputs || values.Count != outputs) return null;
        return new(number, rule.IdOrNull, [.. cells.Select(cell => ReadCell(cell, names))], [.. values.Select(value => expressions.Literal(value, names))]);
    }

    private Cell ReadCell(SourceElement cell, NamesInScope names)
    {
        if (cell.TextOf("text") is not { } text || text.Text.Trim() == "-") return default;
        var (tests, diagnostics) = UnaryTests.Parse(text, names.Feel);
        if (tests is not null) return new(tests, null);
        Report.AddAll(diagnostics, cell);
        return new(null, diagnostics[0]);
    }

    private static RuleText TextOf(SourceElement rule) => new(
        rule.IdOrNull,
        [.. rule.DmnChildren("inputEntry").Select(cell => cell.TextOf("text")?.Text.Trim() ?? "-")],
        [.. rule.DmnChildren("outputEntry").Select(cell => cell.TextOf("text")?.Text.Trim() ?? "")],
        // Editors built on dmn-js write the note on a rule as its description.
        [.. rule.DmnChildren("annotationEntry").Select(cell => cell.TextOf("text")?.Text.Trim() ?? ""), .. rule.DmnChildren("description").Select(note => note.Text().Text.Trim())]);
}
