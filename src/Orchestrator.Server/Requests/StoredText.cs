namespace Orchestrator.Server.Requests;

/// <summary>The one character that a server database cannot hold in a text is refused at the door, so that every database takes what another took.</summary>
internal static class StoredText
{
    private const string Escaped = "\\u0000";

    /// <exception cref="InvalidRequestException">The text holds U+0000.</exception>
    public static string? Check(string? text, string field) =>
        text?.Contains('\0', StringComparison.Ordinal) == true ? throw Refused(field) : text;

    /// <summary>The same for the texts inside JSON.</summary>
    /// <exception cref="InvalidRequestException">A text in it holds U+0000.</exception>
    public static void CheckJson(string json, string field)
    {
        for (var at = json.IndexOf(Escaped, StringComparison.Ordinal); at >= 0; at = json.IndexOf(Escaped, at + 1, StringComparison.Ordinal))
        {
            var before = at;
            while (before > 0 && json[before - 1] == '\\') before--;
            // An even number of backslashes before it are backslashes themselves.
            if ((at - before) % 2 == 0) throw Refused(field);
        }
    }

    private static InvalidRequestException Refused(string field) => new(field, $"Expected a text without the character U+0000 in {field}.");
}
