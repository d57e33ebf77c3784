using System.Text;

namespace Orchestrator.Interpreter;

/// <summary>
/// Texts that can be kept. Half of a surrogate pair has no encoding: it would be read back as another text than the one decided on. A NUL is a character like others in history,
/// but no database takes it in a column; keys, names and messages become columns.
/// </summary>
public static class KeptText
{
    /// <summary>The text, with U+FFFD for every half of a pair: as it will be read back.</summary>
    public static string WellFormed(string text)
    {
        // Almost no text has surrogates at all, and of those that have almost all are whole.
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0) return text;
        var kept = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        return kept == text ? text : kept;
    }

    /// <summary>As <see cref="WellFormed"/>, with U+FFFD for every NUL too.</summary>
    public static string ForColumn(string text) => WellFormed(text).Replace('\0', '\uFFFD');

    /// <summary>It can stand in a column as it is.</summary>
    public static bool FitsColumn(string text) => !text.Contains('\0', StringComparison.Ordinal) && ReferenceEquals(WellFormed(text), text);
}
