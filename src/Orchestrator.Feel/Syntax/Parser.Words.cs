using System.Collections.Immutable;

namespace Orchestrator.Feel.Syntax;

/// <content>if, for, some, every, function definitions and types.</content>
internal sealed partial class Parser
{
    private Expr.If ParseIf()
    {
        var start = Take().Span.Start;
        var condition = ParseExpression();
        ExpectWord("then");
        var then = ParseExpression();
        ExpectWord("else");
        var otherwise = ParseExpression();
        return Raise(new Expr.If(From(start), condition, then, otherwise), condition, then, otherwise);
    }

    private Expr.For ParseFor()
    {
        var start = Take().Span.Start;
        using var names = _scope.Open();
        var iterators = ParseIterators();
        ExpectWord("return");
        _scope.Add("partial");
        var body = ParseExpression();
        return Raise(new Expr.For(From(start), iterators, body), [.. Sources(iterators), body]);
    }

    private Expr ParseQuantified()
    {
        var word = Take();
        using var names = _scope.Open();
        var iterators = ParseIterators();
        ExpectWord("satisfies");
        var condition = ParseExpression();
        Expr[] children = [.. Sources(iterators), condition];
        return word.Text == "some"
            ? Raise(new Expr.Some(From(word.Span.Start), iterators, condition), children)
            : Raise(new Expr.Every(From(word.Span.Start), iterators, condition), children);
    }

    private static IEnumerable<Expr> Sources(ImmutableArray<Expr.Iterator> iterators) =>
        iterators.SelectMany(one => one.To is null ? [one.From] : new[] { one.From, one.To });

    /// <summary>Each iterator sees the ones before it.</summary>
    private ImmutableArray<Expr.Iterator> ParseIterators()
    {
        var iterators = ImmutableArray.CreateBuilder<Expr.Iterator>();
        do
        {
            var name = TakeDeclaredName("in");
            ExpectWord("in");
            var from = ParseExpression();
            var to = TakeIf("..") ? ParseExpression() : null;
            iterators.Add(new(name, from, to));
            _scope.Add(name);
        }
        while (TakeIf(","));
        return iterators.ToImmutable();
    }

    private Expr.Function ParseFunction()
    {
        var start = Take().Span.Start;
        Expect("(");
        var parameters = ImmutableArray.CreateBuilder<Expr.Parameter>();
        using var names = _scope.Open();
        if (!Current.Is(")"))
        {
            do
            {
                var name = TakeDeclaredName(":", ",", ")");
                var type = TakeIf(":") ? ParseType() : null;
                parameters.Add(new(name, type));
                _scope.Add(name);
            }
            while (TakeIf(","));
        }
        Expect(")");
        if (Current.IsWord("external")) throw Stop(FeelDescriptors.ExternalFunction, Current.Span, NameOfExternal());
        var outer = _rangeEnds;
        _rangeEnds = 0;
        var body = ParseExpression();
        _rangeEnds = outer;
        return Raise(new Expr.Function(From(start), parameters.ToImmutable(), body), body);
    }

    /// <summary>What stands in the braces behind <c>external</c>, as far as it names something: the language, the class or document, the method or model.</summary>
    private string NameOfExternal()
    {
        const int partsMax = 4;
        var parts = new List<string>();
        for (var i = _position + 1; i < _tokens.Length && parts.Count < partsMax && !_tokens[i].Is("}"); i++)
            if (_tokens[i].Kind == TokenKind.String || (parts.Count == 0 && _tokens[i].Kind == TokenKind.Name)) parts.Add(_tokens[i].Text);
        return parts.Count == 0 ? "without a name" : $"'{string.Join(' ', parts)}'";
    }

    private FeelType ParseType()
    {
        if (++_depth > FeelLimits.TreeHeightMax) throw TooDeep(Current.Span);
        var type = ParseTypeInside();
        _depth--;
        return type;
    }

    private FeelType ParseTypeInside()
    {
        var token = Current;
        if (token.IsWord("function") && Ahead(1).Is("<")) return ParseFunctionType();
        if (token.IsWord("context") && Ahead(1).Is("<")) return ParseContextType();
        if (token.IsWord("list") && Ahead(1).Is("<")) return new FeelType.List(ParseTypeArgument());
        if (token.IsWord("range") && Ahead(1).Is("<")) return new FeelType.Range(ParseTypeArgument());
        if (token.Kind != TokenKind.Name) throw Unexpected("a type");
        return ParseNamedType();
    }

    private const int TypeNameTokensMax = 12;

    private FeelType ParseNamedType()
    {
        var start = _position;
        // The longest first: "date and time" before "date".
        for (var length = TypeNameTokensMax; length > 0; length--)
        {
            if (start + length >= _tokens.Length) continue;
            var name = Names.Join(_tokens.AsSpan(start, length));
            if ((FeelType.OfName(name) ?? _scope.TypeOf(name)) is not { } type) continue;
            _position += length;
            return type;
        }
        throw Stop(FeelDescriptors.UnknownType, Current.Span, Current.Text);
    }

    private FeelType ParseTypeArgument()
    {
        Take();
        Expect("<");
        var type = ParseType();
        Expect(">");
        return type;
    }

    private FeelType.Context ParseContextType()
    {
        Take();
        Expect("<");
        var entries = ImmutableArray.CreateBuilder<(string, FeelType)>();
        do
        {
            var name = TakeDeclaredName(":");
            Expect(":");
            entries.Add((name, ParseType()));
        }
        while (TakeIf(","));
        Expect(">");
        return new(entries.ToImmutable());
    }

    private FeelType.Function ParseFunctionType()
    {
        Take();
        Expect("<");
        var parameters = ImmutableArray.CreateBuilder<FeelType>();
        if (!Current.Is(">"))
        {
            do parameters.Add(ParseType());
            while (TakeIf(","));
        }
        Expect(">");
        Expect("->");
        return new(parameters.ToImmutable(), ParseType());
    }
}
