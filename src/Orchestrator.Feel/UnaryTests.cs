using System.Collections.Immutable;
using Orchestrator.Diagnostics;
using Orchestrator.Feel.Evaluation;
using Orchestrator.Feel.Syntax;

namespace Orchestrator.Feel;

/// <summary>The tests of a decision table's cell (DMN 1.5, grammar rule 15): <c>-</c>, <c>&lt; 5</c>, <c>"a", "b"</c>, <c>not([1..3])</c>, or an expression over <c>?</c>.</summary>
public sealed class UnaryTests
{
    private readonly EmbeddedText _embedded;
    private readonly Expr _tree;
    private readonly CompiledTree _compiled;

    private UnaryTests(EmbeddedText text, Expr tree, CompiledTree compiled)
    {
        _embedded = text;
        _tree = tree;
        _compiled = compiled;
    }

    public string Text => _embedded.Text;

    /// <summary>See <see cref="FeelExpression.FreeNames"/>; the input <c>?</c> is not one of them.</summary>
    public ImmutableArray<string> FreeNames => _compiled.FreeNames;

    public static (UnaryTests? Tests, ImmutableArray<Diagnostic> Diagnostics) Parse(string text, FeelNames? known = null) =>
        Parse(EmbeddedText.Whole(new SourceText("tests", text)), known);

    public static (UnaryTests? Tests, ImmutableArray<Diagnostic> Diagnostics) Parse(EmbeddedText text, FeelNames? known = null)
    {
        var problems = new Problems();
        var tree = Parser.UnaryTests(text.Text, known ?? FeelNames.None, problems);
        return tree is null || problems.Count > 0
            ? (null, problems.In(text))
            : (new UnaryTests(text, tree, Compiler.Compile(tree, input: "?")), []);
    }

    /// <summary>true when <paramref name="input"/> passes, false or null when it does not. Never throws.</summary>
    public FeelResult Evaluate(FeelValue input, IFeelScope variables, FeelEnvironment environment) =>
        _compiled.Evaluate(_embedded, variables, environment, input);

    /// <summary>As <see cref="Evaluate"/>, as a part of a larger evaluation.</summary>
    internal FeelValue EvaluateIn(Frame frame, FeelValue input, IFeelScope variables) => _compiled.EvaluateIn(frame, _embedded, variables, input);

    /// <summary>The tests one by one when they are plain alternatives, in their order: what priorities are counted by. Empty for <c>-</c> and for a negation.</summary>
    internal ImmutableArray<FeelExpression> Alternatives() => _tree is Expr.Tests { Negated: false } tests
        ? [.. tests.Alternatives.Select(one => FeelExpression.Part(_embedded, one))]
        : [];

    public string Print() => Printer.Print(_tree);

    public override string ToString() => Text;
}
