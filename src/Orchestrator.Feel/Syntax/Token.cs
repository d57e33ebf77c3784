using Orchestrator.Diagnostics;

namespace Orchestrator.Feel.Syntax;

/// <param name="Text">For a name its characters, for a string its value, for a number its digits, for a symbol the symbol.</param>
/// <param name="SpaceBefore">True when white space or a comment stands before it: names such as <c>a-b</c> depend on it.</param>
internal readonly record struct Token(TokenKind Kind, string Text, TextSpan Span, bool SpaceBefore)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    public bool IsWord(string word) => Kind == TokenKind.Name && Text == word;

    public string Describe() => Kind switch
    {
        TokenKind.End => "the end of the expression",
        TokenKind.String => "a string",
        TokenKind.At => "an at-literal",
        _ => $"'{Text}'",
    };
}

internal enum TokenKind
{
    End,
    Name,
    Number,
    String,
    At,
    Symbol,
}
