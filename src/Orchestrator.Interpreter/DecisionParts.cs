using System.Collections.Immutable;
using Orchestrator.Dmn;
using Orchestrator.Feel;

namespace Orchestrator.Interpreter;

// What history keeps of a decision, so that it can be explained for years without the file: labels and cells are copied. Values are those of JSON; of a large one only the size is kept.

/// <summary>The version of the decision that was evaluated; <see cref="ContentHash"/> is the SHA-256 of its file, in hexadecimal.</summary>
public sealed record DecisionReference(DefinitionKey Key, string DecisionId, string Name, int Version, string ContentHash);

/// <summary>How one decision of the graph came to its value: what it required, its value, and the tables that were looked into.</summary>
public sealed record DecisionOutcome(string Id, string Name, FeelContext Inputs, FeelValue Value, ImmutableArray<TableOutcome> Tables);

/// <summary>One look into a table. Under the hit policy FIRST the rules behind the first match were not looked at and stand in neither list.</summary>
public sealed record TableOutcome(
    string Name, HitPolicy HitPolicy, ImmutableArray<ColumnValue> Inputs, ImmutableArray<string> Outputs, ImmutableArray<RuleMatched> Matched, ImmutableArray<RuleFailed> Unmatched, FeelValue Value);

/// <summary>An input column and the value that its cells were held against.</summary>
public sealed record ColumnValue(string Label, FeelValue Value);

/// <summary>A rule that matched: its number from 1, its id if it has one, its outputs by column, and what its author noted on it.</summary>
public sealed record RuleMatched(int Rule, string? Id, ImmutableArray<FeelValue> Outputs, ImmutableArray<string> Annotations);

/// <summary>A rule that did not match: its number, the number of the first input column whose cell failed, and what that cell says (null in very large tables), both from 1.</summary>
public sealed record RuleFailed(int Rule, int Column, string? Cell);

/// <summary>A warning of the evaluation: why something in it is null.</summary>
public sealed record DecisionRemark(string Code, string Message);
