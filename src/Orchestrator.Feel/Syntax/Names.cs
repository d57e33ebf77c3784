using System.Text;

namespace Orchestrator.Feel.Syntax;

/// <summary>Which characters names are made of (DMN 1.5, 10.3.1.2, rules 27 to 30), and which words are not names.</summary>
internal static class Names
{
    /// <summary>Words that end a name made of words that stand side by side.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "and", "or", "in", "between", "instance", "then", "else", "return", "satisfies", "if", "for", "some", "every", "true", "false", "null", "external",
    };

    public static bool IsReserved(string word) => Reserved.Contains(word);

    /// <summary>True for a name that can stand unquoted as a key and be read back: one word that is not reserved.</summary>
    public static bool IsPlain(string name)
    {
        if (name.Length == 0 || StartLength(name, 0) == 0 || IsReserved(name) || name == "function" || name == "not") return false;
        for (var i = 0; i < name.Length;)
        {
            var length = PartLength(name, i);
            if (length == 0) return false;
            i += length;
        }
        return true;
    }

    /// <summary>The UTF-16 length of a character that may start a name, or 0.</summary>
    public static int StartLength(string text, int position)
    {
        var c = text[position];
        if (char.IsAsciiLetter(c) || c is '_' or '?') return 1;
        if (c < 0x80) return 0;
        return Rune.TryGetRuneAt(text, position, out var rune) && IsStart(rune.Value) ? rune.Utf16SequenceLength : 0;
    }

    public static int PartLength(string text, int position)
    {
        var c = text[position];
        if (char.IsAsciiLetterOrDigit(c) || c is '_' or '?' or '\u00B7') return 1;
        if (c < 0x80) return 0;
        if (c is >= '\u0300' and <= '\u036F' or '\u203F' or '\u2040') return 1;
        return StartLength(text, position);
    }

    private static bool IsStart(int c) => c is
        >= 0xC0 and <= 0xD6 or >= 0xD8 and <= 0xF6 or >= 0xF8 and <= 0x2FF or >= 0x370 and <= 0x37D or >= 0x37F and <= 0x1FFF
        or >= 0x200C and <= 0x200D or >= 0x2070 and <= 0x218F or >= 0x2C00 and <= 0x2FEF or >= 0x3001 and <= 0xD7FF
        or >= 0xF900 and <= 0xFDCF or >= 0xFDF0 and <= 0xFFFD and not 0xFEFF or >= 0x10000 and <= 0xEFFFF;

    /// <summary>White space as FEEL means it (rule 61): more than ASCII, and the byte order mark.</summary>
    public static bool IsSpace(char c) => c is >= '\u0009' and <= '\u000D' or ' ' or '\u0085' or '\u00A0' or '\u1680' or '\u180E'
        or >= '\u2000' and <= '\u200B' or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000' or '\uFEFF';

    /// <summary>The name of these tokens: words are separated by one space, symbols keep the spaces that they have.</summary>
    public static string Join(ReadOnlySpan<Token> tokens)
    {
        if (tokens.Length == 1) return tokens[0].Text;
        var name = new StringBuilder();
        foreach (var token in tokens)
        {
            if (name.Length > 0 && token.SpaceBefore) name.Append(' ');
            name.Append(token.Text);
        }
        return name.ToString();
    }
}
