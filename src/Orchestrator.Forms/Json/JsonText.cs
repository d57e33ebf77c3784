using System.Globalization;
using System.Text;
using Orchestrator.Diagnostics;

namespace Orchestrator.Forms.Json;

/// <summary>
/// Reads JSON (RFC 8259) and keeps the place of every value and of every character of its strings,
/// which the reader of the platform does not, so that an expression inside a string can be pointed at.
/// </summary>
internal sealed class JsonText
{
    private readonly SourceText _source;
    private readonly string _text;
    private int _at;
    private JsonProblem? _problem;

    private JsonText(SourceText source)
    {
        _source = source;
        _text = source.Text;
    }

    /// <summary>The value, or null with a problem.</summary>
    public static JsonNode? Read(SourceText source, out JsonProblem? problem)
    {
        var reader = new JsonText(source);
        if (source.Text.StartsWith('\uFEFF')) reader._at = 1;
        var value = reader.Value(0);
        reader.White();
        if (value is not null && reader._at < reader._text.Length) reader.Fail("the end of the file");
        problem = reader._problem;
        return problem is null ? value : null;
    }

    private JsonNode? Value(int depth)
    {
        White();
        if (depth > FormLimits.DepthMax) return Fail($"at most {FormLimits.DepthMax} values inside each other");
        return Peek() switch
        {
            '{' => Object(depth),
            '[' => Array(depth),
            '"' => String(),
            '-' or (>= '0' and <= '9') => Number(),
            _ => Word(),
        };
    }

    private JsonObject? Object(int depth)
    {
        var start = _at++;
        var members = new List<JsonMember>();
        White();
        if (Take('}')) return new JsonObject(TextSpan.Between(start, _at), members);
        while (true)
        {
            White();
            if (Peek() != '"') return Fail<JsonObject>("a property name in quotes");
            if (String() is not { } name) return null;
            White();
            if (!Take(':')) return Fail<JsonObject>("':'");
            if (Value(depth + 1) is not { } value) return null;
            members.Add(new JsonMember(name.Value, name.Span, value));
            White();
            if (Take('}')) return new JsonObject(TextSpan.Between(start, _at), members);
            if (!Take(',')) return Fail<JsonObject>("',' or '}'");
        }
    }

    private JsonArray? Array(int depth)
    {
        var start = _at++;
        var items = new List<JsonNode>();
        White();
        if (Take(']')) return new JsonArray(TextSpan.Between(start, _at), items);
        while (true)
        {
            if (Value(depth + 1) is not { } item) return null;
            items.Add(item);
            White();
            if (Take(']')) return new JsonArray(TextSpan.Between(start, _at), items);
            if (!Take(',')) return Fail<JsonArray>("',' or ']'");
        }
    }

    private JsonString? String()
    {
        var start = _at++;
        var value = new StringBuilder();
        var offsets = new List<int>();
        while (_at < _text.Length && _text[_at] is not '"' and >= ' ')
        {
            var place = _at;
            if (_text[_at] == '\\')
            {
                if (Escape() is not { } unit) return Fail<JsonString>("an escape such as \\n, \\\" or \\u00E8");
                value.Append(unit);
            }
            else
            {
                value.Append(_text[_at++]);
            }
            offsets.Add(place);
        }
        offsets.Add(_at);
        return Take('"') ? new JsonString(TextSpan.Between(start, _at), new EmbeddedText(_source, value.ToString(), offsets)) : Fail<JsonString>("the closing quote of the string");
    }

    private char? Escape()
    {
        if (_at + 1 >= _text.Length) return null;
        var letter = _text[_at + 1];
        if (letter == 'u')
        {
            if (_at + 6 > _text.Length || !ushort.TryParse(_text.AsSpan(_at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)) return null;
            _at += 6;
            return (char)unit;
        }
        char? plain = letter switch { '"' => '"', '\\' => '\\', '/' => '/', 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => null };
        if (plain is not null) _at += 2;
        return plain;
    }

    private JsonNumber? Number()
    {
        var start = _at;
        Take('-');
        if (!Take('0') && !Digits()) return Fail<JsonNumber>("a digit");
        if (Take('.') && !Digits()) return Fail<JsonNumber>("a digit after the point");
        if (Peek() is 'e' or 'E')
        {
            _at++;
            if (!Take('+')) Take('-');
            if (!Digits()) return Fail<JsonNumber>("a digit of the exponent");
        }
        return new JsonNumber(TextSpan.Between(start, _at), _text[start.._at]);
    }

    private JsonNode? Word()
    {
        var start = _at;
        while (_at < _text.Length && char.IsAsciiLetter(_text[_at])) _at++;
        var span = TextSpan.Between(start, _at);
        switch (_text[start.._at])
        {
            case "true": return new JsonBoolean(span, true);
            case "false": return new JsonBoolean(span, false);
            case "null": return new JsonNull(span);
            default:
                _at = start;
                return Fail("a JSON value");
        }
    }

    private bool Digits()
    {
        var start = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at])) _at++;
        return _at > start;
    }

    private void White()
    {
        while (_at < _text.Length && _text[_at] is (' ' or '\t' or '\r' or '\n')) _at++;
    }

    private char Peek() => _at < _text.Length ? _text[_at] : '\0';

    private bool Take(char expected)
    {
        if (_at >= _text.Length || _text[_at] != expected) return false;
        _at++;
        return true;
    }

    private JsonNode? Fail(string expected) => Fail<JsonNode>(expected);

    private T? Fail<T>(string expected) where T : JsonNode
    {
        _problem ??= new JsonProblem(_at, expected, _at < _text.Length ? $"'{_text[_at]}'" : "the end of the file");
        return null;
    }
}
