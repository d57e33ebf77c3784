using System.Collections.Immutable;

namespace Orchestrator.Feel.Syntax;

/// <content>Unary tests, what stands behind <c>in</c>, and ranges (rules 7 to 18).</content>
internal sealed partial class Parser
{
    private Expr.Tests ParseUnaryTests()
    {
        var start = Current.Span.Start;
        using var input = _scope.Open("?");
        if (Current.Is("-") && Ahead(1).Kind == TokenKind.End)
        {
            Take();
            return new Expr.Tests(From(start), Negated: false, []);
        }
        if (Current.IsWord("not") && Ahead(1).Is("(") && ClosesAtEnd(_position + 1))
        {
            Take();
            Take();
            var refused = ParseTestList();
            Expect(")");
            return Raise(new Expr.Tests(From(start), Negated: true, refused), refused);
        }
        var tests = ParseTestList();
        return Raise(new Expr.Tests(From(start), Negated: false, tests), tests);
    }

    // not(a) and b is an expression, not a negated list of tests.
    private bool ClosesAtEnd(int open)
    {
        var depth = 0;
        for (var i = open; i < _tokens.Length; i++)
        {
            if (_tokens[i].Is("(")) depth++;
            if (_tokens[i].Is(")") && --depth == 0) return _tokens[i + 1].Kind == TokenKind.End;
        }
        return false;
    }

    private ImmutableArray<Expr> ParseTestList()
    {
        var tests = ImmutableArray.CreateBuilder<Expr>();
        do tests.Add(ParsePositiveTest(Power.Lowest));
        while (TakeIf(","));
        return tests.ToImmutable();
    }

    private Expr ParsePositiveTest(int above) => IsComparison(Current) ? ParseHalfRange() : ParseOperators(above);

    private Expr.HalfRange ParseHalfRange()
    {
        var token = Take();
        var end = ParseOperators(Power.Comparison);
        return Raise(new Expr.HalfRange(From(token.Span.Start), ComparisonOf(token), end), end);
    }

    /// <summary>Behind <c>in</c>: a list of tests in parentheses, a range with an open start, or an expression that happens to start with a parenthesis.</summary>
    private ImmutableArray<Expr> ParseTestsInParentheses()
    {
        var outer = _rangeEnds;
        _rangeEnds = 0;
        var start = Take().Span.Start;
        var tests = ParseTestList();
        _rangeEnds = outer;
        if (tests.Length == 1 && tests[0] is not Expr.HalfRange && TakeIf(".."))
            return [ParseFurtherOperators(ParsePostfix(ParseRangeEnd(start, startIncluded: false, tests[0])), Power.Comparison)];
        Expect(")");
        if (tests.Length > 1) return tests;
        return [ParseFurtherOperators(ParsePostfix(tests[0]), Power.Comparison)];
    }

    /// <summary>At <c>[</c>: a list or a range with its start included.</summary>
    private Expr ParseBracket()
    {
        var start = Take().Span.Start;
        if (TakeIf("]")) return new Expr.List(From(start), []);
        var first = ParseListItem();
        if (TakeIf("..")) return ParseRangeEnd(start, startIncluded: true, first);
        var items = ImmutableArray.CreateBuilder<Expr>();
        items.Add(first);
        while (TakeIf(",")) items.Add(ParseListItem());
        Expect("]");
        return Raise(new Expr.List(From(start), items.ToImmutable()), items);
    }

    // Lists of tests such as [< 5, > 10] hold ranges.
    private Expr ParseListItem() => ParsePositiveTest(Power.Lowest);

    /// <summary>At <c>]</c> where an operand is expected: a range whose start is excluded.</summary>
    private Expr ParseReversedBracket()
    {
        var start = Take().Span.Start;
        var first = ParseExpression();
        Expect("..");
        return ParseRangeEnd(start, startIncluded: false, first);
    }

    /// <summary>At <c>(</c>: an expression in parentheses, a range, or half a range.</summary>
    private Expr ParseParentheses()
    {
        var start = Take().Span.Start;
        if (IsComparison(Current))
        {
            var half = ParseHalfRange();
            Expect(")");
            return half with { Span = From(start) };
        }
        var inner = ParseExpression();
        if (TakeIf("..")) return ParseRangeEnd(start, startIncluded: false, inner);
        Expect(")");
        return inner;
    }

    private Expr.Range ParseRangeEnd(int start, bool startIncluded, Expr first)
    {
        _rangeEnds++;
        var end = ParseExpression();
        _rangeEnds--;
        var included = Current.Is("]");
        if (!included && !Current.Is(")") && !Current.Is("[")) throw Unexpected("']', ')' or '[' at the end of the range");
        Take();
        return Raise(new Expr.Range(From(start), startIncluded, first, end, included), first, end);
    }

    private int _rangeEnds;

    /// <summary>Inside the end of a range <c>[</c> may close it: it does unless an operand follows, which would be a filter.</summary>
    private bool BracketClosesRange()
    {
        if (_rangeEnds == 0) return false;
        var next = Ahead(1);
        return next.Kind switch
        {
            TokenKind.Name => Names.IsReserved(next.Text) && next.Text is not ("if" or "for" or "some" or "every" or "true" or "false" or "null"),
            TokenKind.Number or TokenKind.String or TokenKind.At => false,
            TokenKind.Symbol => next.Text is not ("(" or "[" or "{" or "-"),
            _ => true,
        };
    }
}
