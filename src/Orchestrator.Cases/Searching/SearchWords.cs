using System.Text;

namespace Orchestrator.Cases.Searching;

/// <summary>What somebody typed as patterns of LIKE over capitals.</summary>
internal static class SearchWords
{
    /// <summary>Makes the sign behind it stand for itself.</summary>
    public const string Escape = "\\";

    private const int WordsMax = 8;
    private const int WordCharsMax = 100;

    /// <summary>A pattern for each word that stands anywhere.</summary>
    public static IReadOnlyList<string> Anywhere(string? text) => [.. WordsOf(text).Select(word => "%" + word + "%")];

    /// <summary>Two patterns for each word: a text that begins with it, and one in which a later word does.</summary>
    public static IReadOnlyList<(string First, string Later)> Beginnings(string? text) => [.. WordsOf(text).Select(word => (word + "%", "% " + word + "%"))];

    private static IEnumerable<string> WordsOf(string? text) =>
        (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(WordsMax).Select(word => Pattern(word.Length > WordCharsMax ? word[..WordCharsMax] : word));

    // SQLite makes capitals of ASCII letters alone: any other letter is let match whatever stands in its place.
    private static string Pattern(string word)
    {
        var pattern = new StringBuilder(word.Length);
        foreach (var sign in word.ToUpperInvariant())
        {
            if (sign is '%' or '_' or '\\')
                pattern.Append('\\');
            pattern.Append(char.IsAscii(sign) ? sign : '_');
        }
        return pattern.ToString();
    }
}
