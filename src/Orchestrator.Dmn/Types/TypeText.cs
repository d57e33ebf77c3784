using System.Collections.Immutable;

namespace Orchestrator.Dmn.Types;

/// <summary>
/// Reads a type as FEEL writes it (DMN 1.5, 10.3.1.2, grammar rule 52): <c>list&lt;T&gt;</c>, <c>range&lt;T&gt;</c>, <c>context&lt;a: T&gt;</c>, <c>function&lt;T&gt; -> T</c>,
/// or a name. Inside stand item definitions as well, with all that they demand of a value.
/// </summary>
internal sealed class TypeText(string text, Func<string, DmnType?> named)
{
    private const int DepthMax = 50;
    private const string Marks = "<>,:";

    private int _at;
    private int _depth;

    /// <summary>The type; null when the text is none, or names one that is unknown.</summary>
    public DmnType? Read() => Type() is { } type && Rest.IsEmpty ? type : null;

    private ReadOnlySpan<char> Rest => text.AsSpan(_at).TrimStart();

    private DmnType? Type()
    {
        if (_depth == DepthMax) return null;
        _depth++;
        var start = _at;
        var type = (Word(), Take("<")) switch
        {
            ("list", true) => Inside() is { } item ? new(Written(start)) { Base = item, IsCollection = true } : null,
            ("range", true) => Inside() is { } end ? new(Written(start)) { RangeOf = end } : null,
            ("context", true) => Context(start),
            ("function", true) => Function(start),
            (var name, false) => named(name),
            _ => null,
        };
        _depth--;
        return type;
    }

    private DmnType? Inside() => Type() is { } inner && Take(">") ? inner : null;

    private DmnType? Context(int start)
    {
        var entries = ImmutableArray.CreateBuilder<(string, DmnType)>();
        do
        {
            var name = Word();
            if (name.Length == 0 || !Take(":") || Type() is not { } type) return null;
            entries.Add((name, type));
        }
        while (Take(","));
        return Take(">") ? new(Written(start)) { Components = entries.ToImmutable() } : null;
    }

    private DmnType? Function(int start)
    {
        var parameters = ImmutableArray.CreateBuilder<DmnType?>();
        if (!Take(">"))
        {
            do
            {
                if (Type() is not { } type) return null;
                parameters.Add(type);
            }
            while (Take(","));
            if (!Take(">")) return null;
        }
        return Take("->") && Type() is { } result ? new(Written(start)) { Parameters = parameters.ToImmutable(), Result = result } : null;
    }

    /// <summary>A name, with the spaces inside it made single.</summary>
    private string Word()
    {
        var start = _at;
        while (_at < text.Length && !Marks.Contains(text[_at], StringComparison.Ordinal) && !text.AsSpan(_at).StartsWith("->", StringComparison.Ordinal)) _at++;
        return string.Join(' ', text[start.._at].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private bool Take(string mark)
    {
        var rest = Rest;
        if (!rest.StartsWith(mark, StringComparison.Ordinal)) return false;
        _at = text.Length - rest.Length + mark.Length;
        return true;
    }

    private string Written(int start) => text[start.._at].Trim();
}
