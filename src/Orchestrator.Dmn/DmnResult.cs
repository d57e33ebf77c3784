using System.Collections.Immutable;
using Orchestrator.Feel;

namespace Orchestrator.Dmn;

/// <summary>A value by its name.</summary>
public sealed record DmnVariable(string Name, FeelValue Value);

/// <summary>The result of a decision, why parts of it are null, and how each decision on the way came to its value, the required ones first.</summary>
public sealed record DmnResult(FeelValue Value, ImmutableArray<FeelWarning> Warnings, ImmutableArray<DecisionExplanation> Decisions);

/// <summary>How one decision came to its value.</summary>
/// <param name="Id">The id of the decision in its model.</param>
/// <param name="Name">Its name.</param>
/// <param name="Inputs">What it required, input data and decisions, with their values; behind them what it read under names that stand nowhere in the model.</param>
/// <param name="Value">Its value, after conversion to its type.</param>
/// <param name="Tables">The tables that were looked into, its own and those of the functions that it called.</param>
public sealed record DecisionExplanation(string Id, string Name, ImmutableArray<DmnVariable> Inputs, FeelValue Value, ImmutableArray<TableExplanation> Tables);

/// <summary>One look into a table.</summary>
/// <param name="Table">What does not change from look to look.</param>
/// <param name="Inputs">The value of each input column.</param>
/// <param name="Matched">The rules that matched, in the order of the table.</param>
/// <param name="Unmatched">The rules that did not match, in the order of the table. Under the hit policy FIRST the rules behind the first match are not looked at and stand in neither list.</param>
/// <param name="Value">What the table gave.</param>
public sealed record TableExplanation(TableHead Table, ImmutableArray<FeelValue> Inputs, ImmutableArray<MatchedRule> Matched, ImmutableArray<UnmatchedRule> Unmatched, FeelValue Value)
{
    /// <summary>Inputs whose values the table does not list. Where there is one no rule is looked at: none matched, and none failed.</summary>
    public ImmutableArray<RefusedInput> Refused { get; init; } = [];
}

/// <summary>An input that the table does not list: the number from 1 of its column, and the values that are allowed, as they are written.</summary>
public sealed record RefusedInput(int Column, string Allowed);

/// <summary>A rule that matched: its number from 1, its id if it has one, and its outputs by column.</summary>
public sealed record MatchedRule(int Rule, string? Id, ImmutableArray<FeelValue> Outputs);

/// <summary>A rule that did not match: its number from 1, and the number from 1 of the first input column whose cell failed.</summary>
public readonly record struct UnmatchedRule(int Rule, int Column);

/// <summary>A table as it is drawn: what is needed to show an explanation of it. Ids of columns stand beside their labels, null where a column has none.</summary>
public sealed record TableHead(
    string? Id, string Name, HitPolicy HitPolicy, ImmutableArray<string> Inputs, ImmutableArray<string> Outputs, ImmutableArray<RuleText> Rules,
    ImmutableArray<string?> InputIds, ImmutableArray<string?> OutputIds);

/// <summary>A rule as it is written. Its description stands behind its annotations.</summary>
public sealed record RuleText(string? Id, ImmutableArray<string> Inputs, ImmutableArray<string> Outputs, ImmutableArray<string> Annotations);
