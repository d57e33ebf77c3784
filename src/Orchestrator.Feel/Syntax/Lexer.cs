using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Orchestrator.Diagnostics;

namespace Orchestrator.Feel.Syntax;

/// <summary>Cuts a text into tokens (DMN 1.5, 10.3.1.2, rules 26 to 44). It knows no names: which words belong together is decided by the parser, who knows the scope.</summary>
internal sealed class Lexer
{
    private static readonly string[] Symbols = ["**", "..", "<=", ">=", "!=", "->", "+", "-", "*", "/", "=", "<", ">", "(", ")", "[", "]", "{", "}", ",", ":", ".", "'"];

    private readonly string _text;
    private readonly Problems _problems;
    private readonly ImmutableArray<Token>.Builder _tokens = ImmutableArray.CreateBuilder<Token>();
    private int _position;
    private bool _space;

    private Lexer(string text, Problems problems)
    {
        _text = text;
        _problems = problems;
    }

    public static ImmutableArray<Token> Read(string text, Problems problems)
    {
        var lexer = new Lexer(text, problems);
        lexer.ReadAll();
        return lexer._tokens.ToImmutable();
    }

    private void ReadAll()
    {
        while (true)
        {
            SkipSpace();
            if (_position >= _text.Length) break;
            ReadToken();
        }
        _tokens.Add(new(TokenKind.End, "", new(_text.Length, 0), _space));
    }

    private void ReadToken()
    {
        var c = _text[_position];
        var next = _position + 1 < _text.Length ? _text[_position + 1] : '\0';
        if (c == '"') ReadString(TokenKind.String, _position);
        else if (c == '@' && next == '"') ReadString(TokenKind.At, _position++);
        else if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(next) && !AfterOperand())) ReadNumber();
        else if (Names.StartLength(_text, _position) > 0) ReadName();
        else ReadSymbol();
    }

    // "a.5" is not a path and "[1.5]" is a number: a point starts a number only where an operand may start.
    private bool AfterOperand()
    {
        if (_tokens.Count == 0 || _space) return false;
        var last = _tokens[^1];
        return last.Kind is TokenKind.Name or TokenKind.Number || last.Is(")") || last.Is("]") || last.Is(".");
    }

    private void SkipSpace()
    {
        _space = false;
        while (_position < _text.Length)
        {
            if (Names.IsSpace(_text[_position])) _position++;
            else if (Starts("//")) SkipTo("\n", required: false);
            else if (Starts("/*")) SkipTo("*/", required: true);
            else return;
            _space = true;
        }
    }

    private bool Starts(string symbol) => string.CompareOrdinal(_text, _position, symbol, 0, symbol.Length) == 0;

    private void SkipTo(string end, bool required)
    {
        var found = _text.IndexOf(end, _position + 2, StringComparison.Ordinal);
        if (found < 0 && required) _problems.Add(FeelDescriptors.Unterminated, TextSpan.Between(_position, _text.Length), "comment", end);
        _position = found < 0 ? _text.Length : found + end.Length;
    }

    private void ReadNumber()
    {
        var start = _position;
        SkipDigits();
        if (Peek(0) == '.' && char.IsAsciiDigit(Peek(1)))
        {
            _position++;
            SkipDigits();
        }
        if (Peek(0) is 'e' or 'E' && (char.IsAsciiDigit(Peek(1)) || (Peek(1) is '+' or '-' && char.IsAsciiDigit(Peek(2)))))
        {
            _position += 2;
            SkipDigits();
        }
        Add(TokenKind.Number, _text[start.._position], start);
    }

    private char Peek(int ahead) => _position + ahead < _text.Length ? _text[_position + ahead] : '\0';

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Peek(0))) _position++;
    }

    private void ReadName()
    {
        var start = _position;
        _position += Names.StartLength(_text, _position);
        while (_position < _text.Length && Names.PartLength(_text, _position) is > 0 and var length) _position += length;
        Add(TokenKind.Name, _text[start.._position], start);
    }

    private void ReadSymbol()
    {
        var start = _position;
        var symbol = Array.Find(Symbols, Starts);
        if (symbol is null)
        {
            var length = char.IsHighSurrogate(_text[_position]) && char.IsLowSurrogate(Peek(1)) ? 2 : 1;
            _problems.Add(FeelDescriptors.UnexpectedCharacter, new(start, length), _text.Substring(start, length));
            _position += length;
            return;
        }
        _position += symbol.Length;
        Add(TokenKind.Symbol, symbol, start);
    }

    private void ReadString(TokenKind kind, int start)
    {
        if (kind == TokenKind.At) start = _position - 1;
        var value = new StringBuilder();
        _position++;
        while (_position < _text.Length && _text[_position] != '"')
        {
            if (_text[_position] == '\\') ReadEscape(value);
            else value.Append(_text[_position++]);
        }
        if (_position >= _text.Length) _problems.Add(FeelDescriptors.Unterminated, TextSpan.Between(start, _text.Length), "string", "\"");
        else _position++;
        Add(kind, value.ToString(), start);
    }

    private void ReadEscape(StringBuilder value)
    {
        var c = Peek(1);
        switch (c)
        {
            case '"' or '\\' or '\'': value.Append(c); break;
            case 'n': value.Append('\n'); break;
            case 'r': value.Append('\r'); break;
            case 't': value.Append('\t'); break;
            case 'u' when TryReadHex(4, out var unit): value.Append((char)unit); _position += 4; break;
            case 'U' when TryReadHex(6, out var point) && Rune.IsValid(point): value.Append(new Rune(point).ToString()); _position += 6; break;
            // Any other backslash stands for itself: patterns such as "\d+" need no doubling.
            default: value.Append('\\'); _position--; break;
        }
        _position += 2;
    }

    private bool TryReadHex(int digits, out int value)
    {
        value = 0;
        var start = _position + 2;
        return start + digits <= _text.Length
            && int.TryParse(_text.AsSpan(start, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    private void Add(TokenKind kind, string text, int start) => _tokens.Add(new(kind, text, TextSpan.Between(start, _position), _space));
}
