using System.Collections.Immutable;
using Orchestrator.Diagnostics;

namespace Orchestrator.Feel.Syntax;

/// <summary>
/// A Pratt parser for the whole grammar of DMN 1.5, 10.3.1.2. It stops at the first error: what follows one would mostly be noise.
/// Names are grouped by <see cref="Scope"/>; a tree higher than the limit is refused, so that walking it needs no care.
/// </summary>
internal sealed partial class Parser
{
    private readonly ImmutableArray<Token> _tokens;
    private readonly Problems _problems;
    private readonly Scope _scope;
    private int _position;
    private int _depth;

    private Parser(string text, FeelNames known, Problems problems)
    {
        _problems = problems;
        _tokens = text.Length <= FeelLimits.ExpressionLengthMax ? Lexer.Read(text, problems) : [];
        _scope = new Scope(known);
        if (text.Length > FeelLimits.ExpressionLengthMax)
            problems.Add(FeelDescriptors.TooLarge, new(0, text.Length), "characters", FeelLimits.ExpressionLengthMax);
    }

    public static Expr? Expression(string text, FeelNames known, Problems problems) =>
        new Parser(text, known, problems).Whole(parser => parser.ParseExpression());

    public static Expr? UnaryTests(string text, FeelNames known, Problems problems) =>
        new Parser(text, known, problems).Whole(parser => parser.ParseUnaryTests());

    private Expr? Whole(Func<Parser, Expr> parse)
    {
        if (_problems.Count > 0) return null;
        try
        {
            var tree = parse(this);
            if (Current.Kind != TokenKind.End) throw Unexpected("an operator or the end of the expression");
            return tree;
        }
        catch (ParseStop)
        {
            return null;
        }
    }

    /// <summary>Leaves the recursion after the first error; never seen outside this class.</summary>
    private sealed class ParseStop : Exception;

    private Token Current => _tokens[_position];

    private Token Ahead(int count) => _tokens[Math.Min(_position + count, _tokens.Length - 1)];

    private Token Take()
    {
        var token = _tokens[_position];
        if (token.Kind != TokenKind.End) _position++;
        return token;
    }

    private bool TakeIf(string symbol)
    {
        if (!Current.Is(symbol)) return false;
        _position++;
        return true;
    }

    private bool TakeWord(string word)
    {
        if (!Current.IsWord(word)) return false;
        _position++;
        return true;
    }

    private void Expect(string symbol)
    {
        if (!TakeIf(symbol)) throw Unexpected($"'{symbol}'");
    }

    private void ExpectWord(string word)
    {
        if (!TakeWord(word)) throw Unexpected($"'{word}'");
    }

    private ParseStop Unexpected(string expected) => Stop(FeelDescriptors.UnexpectedToken, Current.Span, expected, Current.Describe());

    private ParseStop Stop(Descriptor descriptor, TextSpan span, params object[] arguments)
    {
        _problems.Add(descriptor, span, arguments);
        return new ParseStop();
    }

    private TextSpan From(int start) => TextSpan.Between(start, _position == 0 ? start : _tokens[_position - 1].Span.End);

    /// <summary>Gives a new node its height and refuses a tree that is too high.</summary>
    private T Raise<T>(T node, params ReadOnlySpan<Expr?> children)
        where T : Expr
    {
        var height = 1;
        foreach (var child in children)
            if (child is not null) height = Math.Max(height, child.Height + 1);
        return WithHeight(node, height);
    }

    private T Raise<T>(T node, IEnumerable<Expr> children)
        where T : Expr => WithHeight(node, children.Select(child => child.Height + 1).DefaultIfEmpty(1).Max());

    private T WithHeight<T>(T node, int height)
        where T : Expr
    {
        if (height > FeelLimits.TreeHeightMax) throw TooDeep(node.Span);
        return node with { Height = height };
    }

    private ParseStop TooDeep(TextSpan span) => Stop(FeelDescriptors.TooLarge, span, "levels of nesting", FeelLimits.TreeHeightMax);

    public Expr ParseExpression() => ParseOperators(Power.Lowest);

    /// <summary>How strongly operators bind, weakest first (10.3.1.2, rules 2 and 4).</summary>
    private static class Power
    {
        public const int Lowest = 0;
        public const int Or = 1;
        public const int And = 2;
        public const int Comparison = 3;
        public const int Sum = 4;
        public const int Product = 5;
        public const int Exponent = 6;
        public const int Sign = 7;
        public const int InstanceOf = 8;
    }

    private Expr ParseOperators(int above)
    {
        if (++_depth > FeelLimits.TreeHeightMax) throw TooDeep(Current.Span);
        var left = Current.Is("-") ? ParseSign() : ParsePostfix(ParsePrimary());
        left = ParseFurtherOperators(left, above);
        _depth--;
        return left;
    }

    private Expr ParseFurtherOperators(Expr left, int above)
    {
        while (OperatorPower() is var power && power > above) left = ParseOperator(left, power);
        return left;
    }

    private Expr ParseSign()
    {
        var start = Take().Span.Start;
        var operand = ParseOperators(Power.Sign);
        // "-5" is the number minus five wherever it stands.
        if (operand is Expr.Literal { Value: FeelNumber number } && number.Value.Sign >= 0)
            return new Expr.Literal(From(start), new FeelNumber(-number.Value));
        return Raise(new Expr.Negate(From(start), operand), operand);
    }

    private int OperatorPower()
    {
        var token = Current;
        if (token.Kind == TokenKind.Symbol)
        {
            return token.Text switch
            {
                "=" or "!=" or "<" or "<=" or ">" or ">=" => Power.Comparison,
                "+" or "-" => Power.Sum,
                "*" or "/" => Power.Product,
                "**" => Power.Exponent,
                _ => -1,
            };
        }
        if (token.Kind != TokenKind.Name) return -1;
        return token.Text switch
        {
            "or" => Power.Or,
            "and" => Power.And,
            "between" or "in" => Power.Comparison,
            "instance" => Power.InstanceOf,
            _ => -1,
        };
    }

    private Expr ParseOperator(Expr left, int power)
    {
        var token = Take();
        if (token.Kind == TokenKind.Symbol && power == Power.Comparison) return ParseComparison(left, token);
        if (token.Kind == TokenKind.Symbol) return ParseArithmetic(left, token, power);
        return token.Text switch
        {
            "or" => Binary(left, power, (span, right) => new Expr.Or(span, left, right)),
            "and" => Binary(left, power, (span, right) => new Expr.And(span, left, right)),
            "between" => ParseBetween(left),
            "in" => ParseIn(left),
            _ => ParseInstanceOf(left),
        };
    }

    private Expr Binary(Expr left, int power, Func<TextSpan, Expr, Expr> make)
    {
        var right = ParseOperators(power);
        return Raise(make(From(left.Span.Start), right), left, right);
    }

    private Expr ParseArithmetic(Expr left, Token token, int power)
    {
        var op = token.Text switch
        {
            "+" => ArithmeticOperator.Add,
            "-" => ArithmeticOperator.Subtract,
            "*" => ArithmeticOperator.Multiply,
            "/" => ArithmeticOperator.Divide,
            _ => ArithmeticOperator.Power,
        };
        return Binary(left, power, (span, right) => new Expr.Arithmetic(span, op, left, right));
    }

    private Expr ParseComparison(Expr left, Token token)
    {
        var comparison = ComparisonOf(token);
        return Binary(left, Power.Comparison, (span, right) => new Expr.Compare(span, comparison, left, right));
    }

    private static bool IsComparison(Token token) => token.Kind == TokenKind.Symbol && token.Text is "=" or "!=" or "<" or "<=" or ">" or ">=";

    private static Comparison ComparisonOf(Token token) => token.Text switch
    {
        "=" => Comparison.Equal,
        "!=" => Comparison.NotEqual,
        "<" => Comparison.Less,
        "<=" => Comparison.LessOrEqual,
        ">" => Comparison.Greater,
        _ => Comparison.GreaterOrEqual,
    };

    private Expr.Between ParseBetween(Expr value)
    {
        var low = ParseOperators(Power.Comparison);
        ExpectWord("and");
        var high = ParseOperators(Power.Comparison);
        return Raise(new Expr.Between(From(value.Span.Start), value, low, high), value, low, high);
    }

    private Expr.In ParseIn(Expr value)
    {
        var tests = Current.Is("(") ? ParseTestsInParentheses() : [ParsePositiveTest(Power.Comparison)];
        return Raise(new Expr.In(From(value.Span.Start), value, tests), [value, .. tests]);
    }

    private Expr.InstanceOf ParseInstanceOf(Expr value)
    {
        ExpectWord("of");
        var type = ParseType();
        return Raise(new Expr.InstanceOf(From(value.Span.Start), value, type), value);
    }
}
