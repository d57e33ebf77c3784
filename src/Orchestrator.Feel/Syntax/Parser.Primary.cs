using System.Collections.Immutable;

namespace Orchestrator.Feel.Syntax;

/// <content>Operands, paths, filters, calls and the constructs that start with a word.</content>
internal sealed partial class Parser
{
    private Expr ParsePrimary()
    {
        var token = Current;
        return token.Kind switch
        {
            TokenKind.Number => ParseNumber(),
            TokenKind.String => new Expr.Literal(Take().Span, new FeelString(token.Text)),
            TokenKind.At => ParseAtLiteral(),
            TokenKind.Symbol => ParseSymbol(token),
            TokenKind.Name => ParseWord(token),
            _ => throw Unexpected("an expression"),
        };
    }

    private Expr.Literal ParseNumber()
    {
        var token = Take();
        if (!Decimal34.TryParse(token.Text, out var value))
            throw Stop(FeelDescriptors.BadLiteral, token.Span, "a number of FEEL's range", $"'{token.Text}'");
        return new(token.Span, new FeelNumber(value));
    }

    private Expr ParseAtLiteral()
    {
        var token = Take();
        if (Temporal.TemporalText.TryParseAny(token.Text, out var zoneless)) return new Expr.Literal(token.Span, zoneless);
        if (!Temporal.TemporalText.NamesZone(token.Text))
            throw Stop(FeelDescriptors.BadLiteral, token.Span, "a date, time, date and time or duration", $"@\"{token.Text}\"");
        // Named zones are resolved when the expression is evaluated: the rules of zones come from the environment.
        return new Expr.Call(token.Span, new Expr.Name(token.Span, "@"), [new(null, new Expr.Literal(token.Span, new FeelString(token.Text)))]) { Height = 2 };
    }

    private Expr ParseSymbol(Token token) => token.Text switch
    {
        "(" => Bracketed(ParseParentheses),
        "[" => Bracketed(ParseBracket),
        "{" => Bracketed(ParseContext),
        "]" when OperandFollows() => Bracketed(ParseReversedBracket),
        _ => throw Unexpected("an expression"),
    };

    /// <summary>Behind the <c>]</c> of <c>]1..5]</c> an operand follows; behind that of <c>[1, 2, ]</c> none does, and then the bracket itself is what was not expected.</summary>
    private bool OperandFollows()
    {
        var next = Ahead(1);
        return next.Kind switch
        {
            TokenKind.Number or TokenKind.String or TokenKind.At => true,
            TokenKind.Name => !Names.IsReserved(next.Text) || next.Text is "if" or "for" or "some" or "every" or "true" or "false" or "null"
                || _scope.Longest(_tokens, _position + 1) is { Length: > 1 },
            TokenKind.Symbol => next.Text is "(" or "[" or "{" or "-" or "]",
            _ => false,
        };
    }

    /// <summary>Between brackets of its own an expression is no longer the end of an outer range.</summary>
    private Expr Bracketed(Func<Expr> parse)
    {
        var outer = _rangeEnds;
        _rangeEnds = 0;
        var result = parse();
        _rangeEnds = outer;
        return result;
    }

    private Expr ParseWord(Token token)
    {
        // A name in scope wins over the words of the language: "in stock" may be a variable.
        if (_scope.Longest(_tokens, _position) is { } known && (known.Length > 1 || !Names.IsReserved(token.Text))) return TakeName(known.Length);
        switch (token.Text)
        {
            case "true" or "false": return new Expr.Literal(Take().Span, FeelBoolean.Of(token.Text == "true"));
            case "null": return new Expr.Literal(Take().Span, FeelNull.Instance);
            case "if": return ParseIf();
            case "for": return ParseFor();
            case "some" or "every" when Ahead(1).Kind == TokenKind.Name: return ParseQuantified();
            case "function" when Ahead(1).Is("("): return ParseFunction();
        }
        if (Names.IsReserved(token.Text)) throw Unexpected("an expression");
        return TakeName(UnknownNameLength(_position));
    }

    private Expr.Name TakeName(int length)
    {
        var start = _position;
        _position += length;
        return new(From(_tokens[start].Span.Start), Names.Join(_tokens.AsSpan(start, length)));
    }

    /// <summary>An unknown name takes all words that stand side by side: two operands cannot.</summary>
    private int UnknownNameLength(int start)
    {
        var length = 1;
        while (_tokens[start + length] is { Kind: TokenKind.Name } next && !Names.IsReserved(next.Text)) length++;
        return length;
    }

    private Expr ParsePostfix(Expr source)
    {
        while (true)
        {
            if (Current.Is(".")) source = ParsePath(source);
            else if (Current.Is("[") && !BracketClosesRange()) source = ParseFilter(source);
            else if (Current.Is("(") && source is Expr.Name or Expr.Path or Expr.Call or Expr.Function or Expr.Filter or Expr.If) source = ParseCall(source);
            else return source;
        }
    }

    private Expr.Path ParsePath(Expr source)
    {
        Expect(".");
        if (Current.Kind != TokenKind.Name) throw Unexpected("the name of a property");
        var length = _scope.LongestProperty(_tokens, _position) ?? UnknownNameLength(_position);
        var name = TakeName(length);
        return Raise(new Expr.Path(From(source.Span.Start), source, name.Value), source);
    }

    private Expr.Filter ParseFilter(Expr source)
    {
        Expect("[");
        var outer = _rangeEnds;
        _rangeEnds = 0;
        using var item = _scope.Open("item");
        var condition = ParseExpression();
        _rangeEnds = outer;
        Expect("]");
        return Raise(new Expr.Filter(From(source.Span.Start), source, condition), source, condition);
    }

    private Expr.Call ParseCall(Expr function)
    {
        Expect("(");
        var outer = _rangeEnds;
        _rangeEnds = 0;
        var arguments = ImmutableArray.CreateBuilder<Expr.Argument>();
        if (!Current.Is(")"))
        {
            do arguments.Add(ParseArgument());
            while (TakeIf(","));
        }
        _rangeEnds = outer;
        Expect(")");
        var named = arguments.Count(argument => argument.Name is not null);
        if (named > 0 && named < arguments.Count)
            throw Stop(FeelDescriptors.UnexpectedToken, From(function.Span.Start), "arguments that all have names or none", "some of each");
        Expr[] children = [function, .. arguments.Select(argument => argument.Value)];
        return Raise(new Expr.Call(From(function.Span.Start), function, arguments.ToImmutable()), children);
    }

    private Expr.Argument ParseArgument()
    {
        var length = NameBeforeColon();
        if (length == 0) return new(null, ParsePositiveTest(Power.Lowest));
        var name = TakeName(length).Value;
        Expect(":");
        return new(name, ParsePositiveTest(Power.Lowest));
    }

    /// <summary>The number of words before a colon, 0 when no colon follows a row of words.</summary>
    private int NameBeforeColon()
    {
        var length = 0;
        while (Ahead(length).Kind == TokenKind.Name) length++;
        return Ahead(length).Is(":") ? length : 0;
    }

    private Expr ParseContext()
    {
        var start = Take().Span.Start;
        var entries = ImmutableArray.CreateBuilder<Expr.Entry>();
        using var names = _scope.Open();
        if (!Current.Is("}"))
        {
            do
            {
                var entry = ParseEntry();
                if (entries.Any(other => other.Key == entry.Key)) throw Stop(FeelDescriptors.DuplicateKey, entry.KeySpan, entry.Key);
                entries.Add(entry);
                _scope.Add(entry.Key);
            }
            while (TakeIf(","));
        }
        Expect("}");
        return Raise(new Expr.Context(From(start), entries.ToImmutable()), entries.Select(entry => entry.Value));
    }

    private Expr.Entry ParseEntry()
    {
        var key = Current;
        string name;
        if (key.Kind == TokenKind.String) name = Take().Text;
        else name = TakeDeclaredName(":");
        _scope.AddProperty(name);
        var span = From(key.Span.Start);
        Expect(":");
        // A function may call itself by the name of its entry.
        using var itself = _scope.Open(Current.IsWord("function") ? name : null);
        return new(name, span, ParsePositiveTest(Power.Lowest));
    }

    /// <summary>A name where it is declared: words, digits and the symbols that names may hold, up to <paramref name="end"/>.</summary>
    private string TakeDeclaredName(params ReadOnlySpan<string> end)
    {
        if (Current.Kind != TokenKind.Name) throw Unexpected("a name");
        var start = _position;
        while (!IsEnd(Current, end))
        {
            if (Current.Kind is not (TokenKind.Name or TokenKind.Number) && Current is not { Kind: TokenKind.Symbol, Text: "." or "/" or "-" or "'" or "+" or "*" or "**" or ".." })
                throw Unexpected($"'{end[0]}'");
            Take();
        }
        return Names.Join(_tokens.AsSpan(start, _position - start));
    }

    private static bool IsEnd(Token token, ReadOnlySpan<string> end)
    {
        if (token.Kind == TokenKind.End) return true;
        foreach (var one in end)
            if (token.Is(one) || token.IsWord(one)) return true;
        return false;
    }
}
