using System.Collections.Immutable;
using Orchestrator.Diagnostics;
using Orchestrator.Feel.Evaluation;
using Orchestrator.Feel.Syntax;

namespace Orchestrator.Feel;

/// <summary>A FEEL expression, read and compiled once, evaluated any number of times from any thread.</summary>
public sealed class FeelExpression
{
    private readonly EmbeddedText _embedded;
    private readonly Expr _tree;
    private readonly CompiledTree _compiled;

    private FeelExpression(EmbeddedText text, Expr tree, CompiledTree compiled)
    {
        _embedded = text;
        _tree = tree;
        _compiled = compiled;
    }

    /// <summary>The text as it was written.</summary>
    public string Text => _embedded.Text;

    /// <summary>The variables from outside that the expression may read, in the order of their first appearance; of a path <c>a.b</c> the name is <c>a</c>. Inside a filter a name may turn out to be a property of the item, and is listed all the same.</summary>
    public ImmutableArray<string> FreeNames => _compiled.FreeNames;

    /// <summary>True when the value depends on nothing: no variable, no clock, no calendar, no zone.</summary>
    public bool IsConstant => _compiled.IsConstant;

    public static FeelParse Parse(string text, FeelNames? known = null) => Parse(EmbeddedText.Whole(new SourceText("expression", text)), known);

    /// <summary>Reads an expression. An error gives no expression and its place in the outer file.</summary>
    public static FeelParse Parse(EmbeddedText text, FeelNames? known = null)
    {
        var problems = new Problems();
        var tree = Parser.Expression(text.Text, known ?? FeelNames.None, problems);
        return tree is null || problems.Count > 0
            ? new(null, problems.In(text))
            : new(new FeelExpression(text, tree, Compiler.Compile(tree, input: null)), []);
    }

    /// <summary>The value over <paramref name="variables"/>. Never throws: what cannot be computed is null with a warning.</summary>
    public FeelResult Evaluate(IFeelScope variables, FeelEnvironment environment) =>
        _compiled.Evaluate(_embedded, variables, environment, input: null);

    /// <summary>As <see cref="Evaluate"/>, and for each call of an office function the rules that led to its result. The value and the warnings are the same.</summary>
    public FeelExplained Explain(IFeelScope variables, FeelEnvironment environment) => _compiled.Explain(_embedded, variables, environment);

    /// <summary>A part of a text that was read, as an expression of its own.</summary>
    internal static FeelExpression Part(EmbeddedText text, Expr tree) => new(text, tree, Compiler.Compile(tree, input: null));

    /// <summary>As <see cref="Evaluate"/>, as a part of a larger evaluation.</summary>
    internal FeelValue EvaluateIn(Frame frame, IFeelScope variables) => _compiled.EvaluateIn(frame, _embedded, variables, input: null);

    /// <summary>True for a range whose ends are literals or calls of functions that make dates, times and durations from literals: what a text may hold that <c>range()</c> reads.</summary>
    internal bool IsRangeOfLiterals => _tree is Expr.Range range ? IsLiteralEnd(range.Start) && IsLiteralEnd(range.End) : _tree is Expr.HalfRange half && IsLiteralEnd(half.End);

    // Grammar rule 62: a date time literal is an at-literal or a call of one of these.
    private static bool IsLiteralEnd(Expr end) => end switch
    {
        Expr.Literal => true,
        Expr.Negate negate => negate.Operand is Expr.Literal { Value: FeelNumber },
        Expr.Call { Callee: Expr.Name { Value: "@" or "date" or "time" or "date and time" or "duration" } } call => call.Arguments.All(argument => IsLiteralEnd(argument.Value)),
        _ => false,
    };

    /// <summary>The expression written anew: with the same meaning, one space between words, and only the parentheses that it needs.</summary>
    public string Print() => Printer.Print(_tree);

    public override string ToString() => Text;
}
