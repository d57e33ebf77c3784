using System.Collections.Immutable;

namespace Orchestrator.Feel.Syntax;

/// <summary>Known names by their first token, to find the longest one that stands at a place of the text.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, List<Entry>> _byFirst = new(StringComparer.Ordinal);

    private sealed record Entry(string Name, ImmutableArray<Token> Tokens);

    public void Add(string name)
    {
        var tokens = Lexer.Read(name, new Problems());
        tokens = tokens.RemoveAt(tokens.Length - 1);
        if (tokens.IsEmpty) return;
        if (!_byFirst.TryGetValue(tokens[0].Text, out var entries)) _byFirst[tokens[0].Text] = entries = [];
        if (entries.TrueForAll(entry => entry.Name != name)) entries.Add(new(name, tokens));
    }

    /// <summary>The longest known name at <paramref name="position"/>, or null.</summary>
    public (string Name, int Length)? Longest(ImmutableArray<Token> tokens, int position)
    {
        if (!_byFirst.TryGetValue(tokens[position].Text, out var entries)) return null;
        (string Name, int Length)? best = null;
        foreach (var entry in entries)
            if (entry.Tokens.Length > (best?.Length ?? 0) && StandsAt(entry.Tokens, tokens, position)) best = (entry.Name, entry.Tokens.Length);
        return best;
    }

    private static bool StandsAt(ImmutableArray<Token> name, ImmutableArray<Token> tokens, int position)
    {
        if (position + name.Length > tokens.Length) return false;
        for (var i = 0; i < name.Length; i++)
        {
            var token = tokens[position + i];
            if (token.Kind is TokenKind.String or TokenKind.At || token.Text != name[i].Text) return false;
            // "a - b" is a subtraction even where "a-b" is a name.
            if (i > 0 && token.SpaceBefore != name[i].SpaceBefore) return false;
        }
        return true;
    }
}
