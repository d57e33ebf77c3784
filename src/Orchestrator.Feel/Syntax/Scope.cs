using System.Collections.Immutable;

namespace Orchestrator.Feel.Syntax;

/// <summary>The names that are known at the place of the parser: declared around it, known from outside, or built in.</summary>
internal sealed class Scope(FeelNames known)
{
    private static readonly NameTable PropertiesOfValues = TableOf(Temporal.Properties.MultiWordNames);

    private readonly Stack<NameTable> _frames = new();
    private readonly NameTable _properties = new();

    public Frame Open(params ReadOnlySpan<string?> names)
    {
        _frames.Push(new NameTable());
        foreach (var name in names)
            if (name is not null) Add(name);
        return new Frame(this);
    }

    public void Add(string name) => _frames.Peek().Add(name);

    /// <summary>A key of a context written in this expression: it may stand behind a point anywhere.</summary>
    public void AddProperty(string name) => _properties.Add(name);

    public (string Name, int Length)? Longest(ImmutableArray<Token> tokens, int position)
    {
        (string Name, int Length)? best = known.Table.Longest(tokens, position);
        foreach (var frame in _frames)
            if (frame.Longest(tokens, position) is { } local && local.Length > (best?.Length ?? 0)) best = local;
        if (Builtins.BuiltinTable.Names.Longest(tokens, position) is not { } builtin || builtin.Length <= (best?.Length ?? 0)) return best;
        // "count" is a built-in function, "count of items" is not; "date and time" is, but two variables 'date' and 'time' may stand there too.
        var after = tokens[position + builtin.Length];
        if (after.Is("(")) return builtin;
        if (best is not null || (after.Kind == TokenKind.Name && !Names.IsReserved(after.Text))) return best;
        return builtin;
    }

    public int? LongestProperty(ImmutableArray<Token> tokens, int position)
    {
        var own = _properties.Longest(tokens, position)?.Length ?? 0;
        var outside = known.Table.Longest(tokens, position)?.Length ?? 0;
        var built = PropertiesOfValues.Longest(tokens, position)?.Length ?? 0;
        var best = Math.Max(own, Math.Max(outside, built));
        if (best == 0) return null;
        var next = tokens[position + best];
        return next.Kind == TokenKind.Name && !Names.IsReserved(next.Text) ? null : best;
    }

    public FeelType? TypeOf(string name) => known.Types.GetValueOrDefault(name);

    private static NameTable TableOf(IEnumerable<string> names)
    {
        var table = new NameTable();
        foreach (var name in names) table.Add(name);
        return table;
    }

    /// <summary>Closes the names that were opened with it.</summary>
    public readonly struct Frame(Scope scope) : IDisposable
    {
        public void Dispose() => scope._frames.Pop();
    }
}
