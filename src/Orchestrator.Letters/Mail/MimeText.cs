using System.Globalization;
using System.Text;

namespace Orchestrator.Letters.Mail;

/// <summary>Writes a mail as a message (RFC 5322, MIME) in pure ASCII. The same mail gives the same text.</summary>
public static class MimeText
{
    private const int Base64LineChars = 76;
    private const int EncodedWordBytesMax = 42; // 56 base64 characters and the frame of RFC 2047 stay under 75

    /// <summary>The whole message with CRLF line ends.</summary>
    public static string Write(OutgoingMail mail, string from, string fromName)
    {
        var text = new StringBuilder();
        Header(text, "Date", mail.Date.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Header(text, "From", Address(fromName, from));
        Header(text, "To", Address(mail.ToName, mail.To));
        Header(text, "Subject", Words(mail.Subject));
        Header(text, "Message-ID", MessageId(mail.Key, from));
        Header(text, "Auto-Submitted", "auto-generated");
        Header(text, "MIME-Version", "1.0");
        if (mail.Calendar is { } calendar)
            Multipart(text, mail, calendar);
        else
            Part(text, "text/plain; charset=utf-8", mail.Body, null);
        return text.ToString();
    }

    /// <summary>The identity of the mail for servers and mailboxes: the same for every attempt.</summary>
    public static string MessageId(string key, string from) => $"<{SpoolFolder.Safe(key)}@{from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}>";

    // Mail programs take the invitation from the alternative part; an attached file serves the others.
    private static void Multipart(StringBuilder text, OutgoingMail mail, CalendarPart calendar)
    {
        var outer = "=_mixed_" + SpoolFolder.Safe(mail.Key);
        var inner = "=_alternative_" + SpoolFolder.Safe(mail.Key);
        Header(text, "Content-Type", $"multipart/mixed; boundary=\"{outer}\"");
        text.Append("\r\n--").Append(outer).Append("\r\n");
        Header(text, "Content-Type", $"multipart/alternative; boundary=\"{inner}\"");
        text.Append("\r\n--").Append(inner).Append("\r\n");
        Part(text, "text/plain; charset=utf-8", mail.Body, null);
        text.Append("--").Append(inner).Append("\r\n");
        Part(text, $"text/calendar; charset=utf-8; method={calendar.Method}", calendar.Text, null);
        text.Append("--").Append(inner).Append("--\r\n\r\n--").Append(outer).Append("\r\n");
        Part(text, "application/ics; name=\"invito.ics\"", calendar.Text, "attachment; filename=\"invito.ics\"");
        text.Append("--").Append(outer).Append("--\r\n");
    }

    private static void Part(StringBuilder text, string type, string content, string? disposition)
    {
        Header(text, "Content-Type", type);
        Header(text, "Content-Transfer-Encoding", "base64");
        if (disposition is not null)
            Header(text, "Content-Disposition", disposition);
        text.Append("\r\n");
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(content.ReplaceLineEndings("\r\n")));
        for (var at = 0; at < encoded.Length; at += Base64LineChars)
            text.Append(encoded, at, Math.Min(Base64LineChars, encoded.Length - at)).Append("\r\n");
    }

    private static void Header(StringBuilder text, string name, string value) => text.Append(name).Append(": ").Append(value).Append("\r\n");

    private static string Address(string? name, string address)
    {
        if (address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>'))
            throw new ArgumentException("Expected an e-mail address, but it holds a space, a bracket or a control character.", nameof(address));
        return string.IsNullOrWhiteSpace(name) ? $"<{address}>" : $"{Words(name)}\r\n <{address}>";
    }

    // Every text of ours that is not plain becomes encoded words (RFC 2047), each on a line of its own and cut between characters.
    private static string Words(string text)
    {
        if (text.Length <= 60 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == ' '))
            return text;
        var words = new List<string>();
        var word = new List<byte>();
        foreach (var rune in text.EnumerateRunes().Where(rune => !Rune.IsControl(rune)))
        {
            if (word.Count + rune.Utf8SequenceLength > EncodedWordBytesMax)
                Flush();
            var bytes = new byte[rune.Utf8SequenceLength];
            rune.EncodeToUtf8(bytes);
            word.AddRange(bytes);
        }
        Flush();
        return string.Join("\r\n ", words);

        void Flush()
        {
            words.Add($"=?utf-8?B?{Convert.ToBase64String([.. word])}?=");
            word.Clear();
        }
    }
}
