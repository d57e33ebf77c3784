using System.Collections.Immutable;
using Orchestrator.Diagnostics;

namespace Orchestrator.Feel.Syntax;

/// <summary>The tree of an expression, as it was written. <see cref="Height"/> is kept by the parser so that no walk over a tree can exhaust the stack.</summary>
internal abstract record Expr(TextSpan Span)
{
    public int Height { get; init; } = 1;

    public sealed record Literal(TextSpan Span, FeelValue Value) : Expr(Span);

    public sealed record Name(TextSpan Span, string Value) : Expr(Span);

    public sealed record List(TextSpan Span, ImmutableArray<Expr> Items) : Expr(Span);

    public sealed record Context(TextSpan Span, ImmutableArray<Entry> Entries) : Expr(Span);

    public sealed record Range(TextSpan Span, bool StartIncluded, Expr Start, Expr End, bool EndIncluded) : Expr(Span);

    /// <summary>A comparison without its left side: <c>&lt; 5</c>. As a value it is a range, behind <c>in</c> a test.</summary>
    public sealed record HalfRange(TextSpan Span, Comparison Comparison, Expr End) : Expr(Span);

    public sealed record Negate(TextSpan Span, Expr Operand) : Expr(Span);

    public sealed record Arithmetic(TextSpan Span, ArithmeticOperator Operator, Expr Left, Expr Right) : Expr(Span);

    public sealed record Compare(TextSpan Span, Comparison Comparison, Expr Left, Expr Right) : Expr(Span);

    public sealed record And(TextSpan Span, Expr Left, Expr Right) : Expr(Span);

    public sealed record Or(TextSpan Span, Expr Left, Expr Right) : Expr(Span);

    public sealed record Between(TextSpan Span, Expr Value, Expr Low, Expr High) : Expr(Span);

    public sealed record In(TextSpan Span, Expr Value, ImmutableArray<Expr> Candidates) : Expr(Span);

    public sealed record InstanceOf(TextSpan Span, Expr Value, FeelType Type) : Expr(Span);

    public sealed record If(TextSpan Span, Expr Condition, Expr Then, Expr Else) : Expr(Span);

    public sealed record For(TextSpan Span, ImmutableArray<Iterator> Iterators, Expr Body) : Expr(Span);

    public sealed record Some(TextSpan Span, ImmutableArray<Iterator> Iterators, Expr Condition) : Expr(Span);

    public sealed record Every(TextSpan Span, ImmutableArray<Iterator> Iterators, Expr Condition) : Expr(Span);

    public sealed record Path(TextSpan Span, Expr Source, string Property) : Expr(Span);

    public sealed record Filter(TextSpan Span, Expr Source, Expr Condition) : Expr(Span);

    public sealed record Call(TextSpan Span, Expr Callee, ImmutableArray<Argument> Arguments) : Expr(Span);

    public sealed record Function(TextSpan Span, ImmutableArray<Parameter> Parameters, Expr Body) : Expr(Span);

    /// <summary>The tests of a decision table's cell: alternatives, or their negation. No tests at all (<c>-</c>) accept everything.</summary>
    public sealed record Tests(TextSpan Span, bool Negated, ImmutableArray<Expr> Alternatives) : Expr(Span);

    public sealed record Entry(string Key, TextSpan KeySpan, Expr Value);

    /// <param name="To">The other end of <c>for i in from .. to</c>; null when <paramref name="From"/> is the list.</param>
    public sealed record Iterator(string Name, Expr From, Expr? To);

    public sealed record Argument(string? Name, Expr Value);

    public sealed record Parameter(string Name, FeelType? Type);
}

internal enum Comparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

internal enum ArithmeticOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
}
