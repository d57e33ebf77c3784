using System.Text;
using System.Text.RegularExpressions;

namespace Orchestrator.Forms.Reading;

/// <summary>
/// Patterns as a browser reads them, compiled so that no text takes more than linear time: look-around and back references are refused.
/// <c>\d</c> is a digit 0 to 9, as in a browser, not any digit of Unicode.
/// </summary>
internal static class Patterns
{
    /// <exception cref="ArgumentException">Not a regular expression.</exception>
    /// <exception cref="NotSupportedException">One that cannot be matched in linear time.</exception>
    public static Regex Compile(string pattern) =>
        new(WithPlainDigits(pattern), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static string WithPlainDigits(string pattern)
    {
        var text = new StringBuilder(pattern.Length);
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length)
            {
                i++;
                text.Append(pattern[i] == 'd' ? inClass ? "0-9" : "[0-9]" : pattern[(i - 1)..(i + 1)]);
                continue;
            }
            if (pattern[i] == '[') inClass = true;
            else if (pattern[i] == ']') inClass = false;
            text.Append(pattern[i]);
        }
        return text.ToString();
    }
}
