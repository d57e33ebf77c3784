using System.Text;

namespace Orchestrator.Letters.Calendar;

/// <summary>Content lines of iCalendar (RFC 5545, section 3.1): CRLF, folded at 75 octets without cutting a character.</summary>
internal sealed class CalendarText
{
    private const int LineOctetsMax = 75;
    private readonly StringBuilder _text = new();

    /// <summary>A property whose value is written as it is.</summary>
    public CalendarText Raw(string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctetsMax)
            {
                _text.Append("\r\n ");
                octets = 1; // the space that marks a continuation counts
            }
            _text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        _text.Append("\r\n");
        return this;
    }

    /// <summary>A property of type TEXT (section 3.3.11): backslash, semicolon, comma and line break are escaped, other controls left out.</summary>
    public CalendarText Text(string name, string value)
    {
        var escaped = new StringBuilder();
        foreach (var character in value.ReplaceLineEndings("\n"))
        {
            if (character == '\n')
                escaped.Append("\\n");
            else if (character is '\\' or ';' or ',')
                escaped.Append('\\').Append(character);
            else if (!char.IsControl(character))
                escaped.Append(character);
        }
        return Raw(name, escaped.ToString());
    }

    /// <summary>The value of a parameter in quotes (section 3.2): it may hold neither a quote nor a control.</summary>
    public static string Quoted(string value) => "\"" + string.Concat(value.Where(c => c != '"' && !char.IsControl(c))) + "\"";

    public override string ToString() => _text.ToString();
}
