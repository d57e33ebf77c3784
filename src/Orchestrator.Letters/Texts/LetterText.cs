using System.Globalization;
using System.Text.RegularExpressions;
using Orchestrator.Worker;

namespace Orchestrator.Letters.Texts;

/// <summary>
/// An Italian text with <c>{{name}}</c> in place of data: the first line is the subject, the rest after an empty line the body. A value that is a day or an
/// instant is written as people write it (gg/mm/aaaa, 24 hours).
/// </summary>
public sealed partial class LetterText
{
    private readonly string _subject;
    private readonly string _body;

    /// <summary>Reads a text as it stands in its file.</summary>
    public LetterText(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        (_subject, _body) = (text[..end].Trim(), text[end..].Trim() + "\n");
    }

    /// <summary>Subject and body with <paramref name="data"/> in them.</summary>
    /// <exception cref="JobInputException">A name that the text uses is not in the data.</exception>
    public (string Subject, string Body) Fill(IReadOnlyDictionary<string, string> data)
    {
        return (Fill(_subject), Fill(_body));

        string Fill(string text) => Placeholder().Replace(text, match =>
            data.TryGetValue(match.Groups[1].Value, out var value)
                ? Readable(value)
                : throw new JobInputException($"Expected a value for '{match.Groups[1].Value}', which the text needs, but found nothing."));
    }

    /// <summary>A day or an instant as people write it; any other text as it is.</summary>
    public static string Readable(string value)
    {
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Day(day);
        return InstantForm().IsMatch(value) ? Instant(RomeTime.Read("value", value)) : value;
    }

    /// <summary>gg/mm/aaaa.</summary>
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset instant) => RomeTime.LocalOf(instant).ToString("dd/MM/yyyy, 'ore' HH:mm", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{\{([A-Za-z0-9.]+)\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")]
    private static partial Regex InstantForm();
}
