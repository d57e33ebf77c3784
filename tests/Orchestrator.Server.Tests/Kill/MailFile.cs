using System.Text;
using System.Text.RegularExpressions;

namespace Orchestrator.Server.Tests.Kill;

/// <summary>Reads address and subject of an .eml file: folded lines joined, RFC 2047 words decoded.</summary>
internal static partial class MailFile
{
    public static string AddressAndSubjectOf(string file)
    {
        var headers = File.ReadAllText(file).Split("\r\n\r\n", 2)[0].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n");
        return $"{Header(headers, "To")}: {Header(headers, "Subject")}";
    }

    private static string Header(string[] headers, string name)
    {
        var value = headers.FirstOrDefault(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..] ?? "";
        return Encoded().Replace(value.Replace("?= =?", "?==?", StringComparison.Ordinal), word => Encoding.UTF8.GetString(
            word.Groups["kind"].Value is "B" or "b" ? Convert.FromBase64String(word.Groups["text"].Value) : Quoted(word.Groups["text"].Value)));
    }

    private static byte[] Quoted(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length)
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else bytes.Add(text[i] == '_' ? (byte)' ' : (byte)text[i]);
        }
        return [.. bytes];
    }

    [GeneratedRegex(@"=\?utf-8\?(?<kind>[BbQq])\?(?<text>[^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex Encoded();
}
