using System.Collections.Immutable;
using Orchestrator.Diagnostics;
using Orchestrator.Dmn.Evaluation;
using Orchestrator.Dmn.Expressions;
using Orchestrator.Dmn.Types;
using Orchestrator.Feel;
using Orchestrator.Feel.Evaluation;

namespace Orchestrator.Dmn.Tables;

/// <summary>An input column (DMN 1.5, 8.3.2) and the values that it may have.</summary>
internal sealed record InputColumn(string Label, Boxed Expression, DmnType? Type, UnaryTests? Allowed);

/// <summary>An output column (8.3.3).</summary>
/// <param name="Name">Its name in the context of a table with several outputs.</param>
/// <param name="Priorities">Its values, the most important first; empty when none are listed.</param>
/// <param name="Default">The output when no rule matches.</param>
internal sealed record OutputColumn(string Name, DmnType? Type, ImmutableArray<FeelExpression> Priorities, Boxed? Default)
{
    /// <summary>The place of a value among the listed ones; behind all of them when it is not listed.</summary>
    public int PriorityOf(Run run, FeelValue value)
    {
        for (var i = 0; i < Priorities.Length; i++)
            if (Comparing.IsIn(value, Priorities[i].EvaluateIn(run.Frame, DictionaryScope.Empty)) == true) return i;
        return Priorities.Length;
    }
}

/// <summary>A cell of an input column: tests, nothing at all (<c>-</c>), or what could not be read.</summary>
internal readonly record struct Cell(UnaryTests? Tests, Diagnostic? Broken)
{
    public bool Passes(Run run, EmbeddedText place, FeelValue input, IFeelScope scope)
    {
        if (Tests is not null) return Tests.EvaluateIn(run.Frame, input, scope) is FeelBoolean { Value: true };
        if (Broken is null) return true;
        run.Warn(place, DmnDescriptors.NotReadable, Broken.Message, Broken.Remedy);
        return false;
    }
}

/// <summary>A rule: one cell for each input, one expression for each output.</summary>
internal sealed record Rule(int Number, string? Id, ImmutableArray<Cell> Cells, ImmutableArray<Boxed> Outputs);
