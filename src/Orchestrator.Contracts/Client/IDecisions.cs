namespace Orchestrator.Contracts.Client;

/// <summary>Trying decisions out before they go into a definition. Nothing of any case is read and nothing is kept.</summary>
public interface IDecisions
{
    /// <summary>What a DMN file holds. A file that cannot be read is no refusal but a file with remarks and without decisions; only one that is too long is <c>Invalid</c>.</summary>
    Outcome<DecisionFile> Read(ActingUser user, string source);

    /// <summary>
    /// Evaluates a decision over the members of a JSON object, at the present instant, and tells how it came to its value. <c>Invalid</c>: a file that is too long, data that are no JSON object,
    /// no decision named where the file has several.
    /// </summary>
    Outcome<DecisionTrial> Evaluate(ActingUser user, DecisionQuestion question);
}

/// <summary>What is asked of a file.</summary>
/// <param name="Source">DMN XML, at most <see cref="DecisionFile.CharsMax"/> characters.</param>
/// <param name="Decision">The id of one of the file's choices; null or an unknown one where the file has only one.</param>
/// <param name="ContextJson">The input data by name; empty for none.</param>
public sealed record DecisionQuestion(string Source, string? Decision, string ContextJson);

/// <summary>What a DMN file holds.</summary>
/// <param name="Name">The name of the model; null when it cannot be read.</param>
/// <param name="Choices">What can be evaluated, in the order of the file.</param>
/// <param name="Inputs">The names of its input data.</param>
/// <param name="Remarks">What is wrong with the file.</param>
public sealed record DecisionFile(string? Name, IReadOnlyList<DecisionChoice> Choices, IReadOnlyList<string> Inputs, IReadOnlyList<DecisionRemark> Remarks)
{
    public const int CharsMax = 250_000;
}

/// <summary>A decision, a service or a function that can be evaluated.</summary>
/// <param name="Id">What a question names it by.</param>
/// <param name="Kind"><c>decision</c>, <c>decisionService</c> or <c>businessKnowledgeModel</c>.</param>
public sealed record DecisionChoice(string Id, string Name, string Kind);

/// <summary>What became of a trial.</summary>
/// <param name="Chosen">The choice that was evaluated; null when the file holds none.</param>
/// <param name="Answer">Its value; null when there is none.</param>
public sealed record DecisionTrial(DecisionFile File, DecisionChoice? Chosen, DecisionAnswer? Answer);

/// <summary>The value of a decision and how it came about.</summary>
/// <param name="Value">As FEEL writes it; the values of the steps are cut off where they are very long.</param>
/// <param name="TypeName">The type of the value.</param>
/// <param name="Warnings">Why parts of the value are null.</param>
/// <param name="Steps">Each decision that was evaluated, the required ones first.</param>
/// <param name="StepsLeftOut">How many more there were than are told.</param>
public sealed record DecisionAnswer(string Value, string TypeName, IReadOnlyList<DecisionRemark> Warnings, IReadOnlyList<DecisionStep> Steps, int StepsLeftOut)
{
    /// <summary>Decisions that are told; of more, the last ones.</summary>
    public const int StepsMax = 50;

    /// <summary>Looks into tables of one decision that are told.</summary>
    public const int LooksMax = 20;

    /// <summary>Rules of all tables together that are told.</summary>
    public const int RulesMax = 1_000;
}

/// <summary>How one decision came to its value.</summary>
/// <param name="TablesLeftOut">How many more looks into tables there were than are told.</param>
public sealed record DecisionStep(string Name, string Value, IReadOnlyList<DecisionInput> Inputs, IReadOnlyList<TableLook> Tables, int TablesLeftOut);

/// <summary>A value by its name, as FEEL writes it.</summary>
public sealed record DecisionInput(string Name, string Value);

/// <summary>One look into a table: the table as it is drawn, with what became of each of its rules.</summary>
/// <param name="Inputs">The input columns with the values that they had.</param>
/// <param name="Outputs">The names of the output columns; a single one may be empty.</param>
/// <param name="HasAnnotations">True when a rule has an annotation.</param>
/// <param name="RulesLeftOut">How many more rules there are than are told.</param>
public sealed record TableLook(
    string Name, string HitPolicy, string Value, IReadOnlyList<DecisionInput> Inputs, IReadOnlyList<string> Outputs, IReadOnlyList<RuleLook> Rules, bool HasAnnotations, int RulesLeftOut)
{
    /// <summary>Input columns whose values the table does not list, with what it lists: no rule was looked at then.</summary>
    public IReadOnlyList<DecisionInput> Refused { get; init; } = [];
}

/// <summary>What became of one rule.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Cells">The texts of its input cells.</param>
/// <param name="OutputTexts">The texts of its output cells.</param>
/// <param name="Outputs">The values that it gave; empty when it did not match.</param>
/// <param name="Annotations">What its author wrote beside it.</param>
/// <param name="FailedColumn">The number from 1 of the first input column whose cell failed; null when none did.</param>
public sealed record RuleLook(
    int Number, RuleFate Fate, IReadOnlyList<string> Cells, IReadOnlyList<string> OutputTexts, IReadOnlyList<string> Outputs, IReadOnlyList<string> Annotations, int? FailedColumn);

/// <summary>What became of a rule.</summary>
public enum RuleFate
{
    Matched = 1,
    Failed = 2,

    /// <summary>A rule before it decided.</summary>
    NotLookedAt = 3,
}

/// <summary>Something to say about a place of a DMN file.</summary>
/// <param name="Code">A stable code.</param>
/// <param name="IsError">True when the file cannot be deployed with it.</param>
/// <param name="Message">What was expected and found.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Place">Where.</param>
public sealed record DecisionRemark(string Code, bool IsError, string Message, string Remedy, DecisionPlace Place);

/// <summary>A place of a DMN file, in terms of the file and of what is drawn.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Element">The id of the innermost element that has one.</param>
/// <param name="Decision">The name of the decision, function or service around it.</param>
/// <param name="Rule">The number from 1 of the rule around it.</param>
/// <param name="Before">The text of the line before the place, shortened.</param>
/// <param name="Marked">The text at the place; empty where something is missing.</param>
/// <param name="After">The text of the line behind it, shortened.</param>
public sealed record DecisionPlace(int Line, int Column, string? Element, string? Decision, int? Rule, string Before, string Marked, string After);
