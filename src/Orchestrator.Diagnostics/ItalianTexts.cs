using System.Globalization;

namespace Orchestrator.Diagnostics;

/// <summary>
/// What a diagnostic says in Italian, for the pages. Messages and remedies stand in <see cref="ItalianFilesText"/> and <see cref="ItalianProcessText"/> by code, over the same arguments as the English ones;
/// arguments that are words of our own in <see cref="ItalianWords"/>. An argument without an Italian word is said as it is.
/// </summary>
public static class ItalianTexts
{
    private static readonly Dictionary<string, Text> _texts =
        $"{ItalianFilesText.Text}\n{ItalianProcessText.Text}".Split('\n').Chunk(3).ToDictionary(lines => lines[0], lines => new Text(lines[1], lines[2]), StringComparer.Ordinal);

    private static readonly Dictionary<string, string> _words =
        ItalianWords.Text.Split('\n').Select(line => line.Split(" = ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>All codes that have an Italian text.</summary>
    public static IReadOnlyCollection<string> Codes => _texts.Keys;

    /// <summary>The composite formats of a code that is one of <see cref="Codes"/>.</summary>
    public static (string Template, string Remedy) Of(string code) => (_texts[code].Template, _texts[code].Remedy);

    public static string Message(Diagnostic diagnostic) => Said(diagnostic, _texts[diagnostic.Descriptor.Code].Template);

    public static string Remedy(Diagnostic diagnostic) => Said(diagnostic, _texts[diagnostic.Descriptor.Code].Remedy);

    private static string Said(Diagnostic diagnostic, string format)
    {
        // What stands between quotes was written by the author of the file: a variable named 'input' keeps its name.
        var arguments = diagnostic.Arguments.Select((argument, i) =>
            argument is string word && !format.Contains($"'{{{i}}}'", StringComparison.Ordinal) ? _words.GetValueOrDefault(word, word) : argument);
        return string.Format(CultureInfo.InvariantCulture, format, [.. arguments]);
    }

    private sealed record Text(string Template, string Remedy);
}
