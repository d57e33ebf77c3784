using System.Globalization;
using System.Text.RegularExpressions;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Apl.Texts;

/// <summary>
/// An Italian text with <c>{{name}}</c> in place of data: the first line is the subject, the rest after an empty line the body. A value that is a day or an
/// instant is written as people write it (gg/mm/aaaa, 24 hours).
/// </summary>
public sealed partial class TextTemplate
{
    private readonly string _subject;
    private readonly string _body;

    private TextTemplate(string subject, string body) => (_subject, _body) = (subject, body);

    /// <summary>
    /// The text called <paramref name="name"/>, in the version for <paramref name="level"/> (<c>L2</c>…) when there is one.
    /// </summary>
    /// <exception cref="JobInputException">There is no such text.</exception>
    public static TextTemplate Find(string name, string? level = null)
    {
        var text = Resource($"{name}.{level}.txt") ?? Resource($"{name}.txt")
            ?? throw new JobInputException($"Expected 'template' to be one of {string.Join(", ", Names())}, but found '{name}'.");
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return new(text[..end].Trim(), text[end..].Trim() + "\n");
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

    /// <summary>The names of the texts that the assembly carries, without levels.</summary>
    public static IReadOnlyList<string> Names() =>
        [.. typeof(TextTemplate).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".txt", StringComparison.Ordinal)).Select(name => name.Split('.')[0]).Distinct().Order(StringComparer.Ordinal)];

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

    private static string? Resource(string name)
    {
        using var stream = typeof(TextTemplate).Assembly.GetManifestResourceStream(name);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\{\{([A-Za-z0-9.]+)\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")]
    private static partial Regex InstantForm();
}
