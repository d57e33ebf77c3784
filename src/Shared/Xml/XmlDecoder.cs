using System.Globalization;
using System.Text;
using Orchestrator.Diagnostics;

namespace Orchestrator.Xml;

/// <summary>
/// Resolves entities and white space of raw XML text that a conforming reader has accepted already, and keeps for each character its place in the file.
/// </summary>
internal static class XmlDecoder
{
    /// <summary>An attribute's value: line ends and tabs become spaces, character references stay what they name (XML 1.0, section 3.3.3).</summary>
    public static EmbeddedText Attribute(SourceText source, TextSpan raw) =>
        Decode(source, raw, entities: true, lineBreak: ' ', tab: ' ');

    /// <summary>Character data: line ends become a line feed (XML 1.0, section 2.11).</summary>
    public static EmbeddedText Text(SourceText source, TextSpan raw) =>
        Decode(source, raw, entities: true, lineBreak: '\n', tab: '\t');

    /// <summary>The inside of a CDATA section, where an ampersand is an ampersand.</summary>
    public static EmbeddedText CData(SourceText source, TextSpan raw) =>
        Decode(source, raw, entities: false, lineBreak: '\n', tab: '\t');

    private static EmbeddedText Decode(SourceText source, TextSpan raw, bool entities, char lineBreak, char tab)
    {
        var file = source.Text;
        var text = new StringBuilder(raw.Length);
        var offsets = new List<int>(raw.Length + 1);
        for (var i = raw.Start; i < raw.End;)
        {
            var start = i;
            var decoded = file[i] switch
            {
                '&' when entities => Entity(file, ref i, raw.End),
                '\r' => LineEnd(file, ref i, raw.End, lineBreak),
                '\n' => One(ref i, lineBreak),
                '\t' => One(ref i, tab),
                var other => One(ref i, other),
            };
            foreach (var unit in decoded)
            {
                text.Append(unit);
                offsets.Add(start);
            }
        }
        offsets.Add(raw.End);
        return new EmbeddedText(source, text.ToString(), offsets);
    }

    private static string One(ref int at, char value)
    {
        at++;
        return value.ToString();
    }

    private static string LineEnd(string file, ref int at, int end, char value)
    {
        at += at + 1 < end && file[at + 1] == '\n' ? 2 : 1;
        return value.ToString();
    }

    private static string Entity(string file, ref int at, int end)
    {
        var close = file.IndexOf(';', at, end - at);
        if (close < 0) return One(ref at, '&');
        var name = file[(at + 1)..close];
        at = close + 1;
        return name switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            "apos" => "'",
            ['#', 'x', .. var hex] => Character(int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)),
            ['#', .. var digits] => Character(int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)),
            _ => "",
        };
    }

    private static string Character(int codePoint) => char.ConvertFromUtf32(codePoint);
}
