using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Orchestrator.Feel.Builtins;

/// <summary>
/// Regular expressions of XPath 3.1 (XML Schema part 2, appendix F, and XPath functions 5.6.1) as .NET's. Constructs that only .NET knows are refused,
/// so that a definition means the same in every engine. Patterns run without backtracking where they can, else with a time limit.
/// </summary>
internal static class XPathPattern
{
    private const string NameStart = @":A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD";
    private const string NamePart = NameStart + @"\-.0-9\u00B7\u0300-\u036F\u203F-\u2040";

    public static Regex? Compile(string pattern, string flags, out string problem)
    {
        problem = "";
        if (pattern.Length > FeelLimits.PatternLengthMax)
        {
            problem = string.Create(CultureInfo.InvariantCulture, $"it is longer than {FeelLimits.PatternLengthMax} characters");
            return null;
        }
        if (OptionsOf(flags) is not { } options)
        {
            problem = $"the flags '{flags}' are not of s, m, i, x and q";
            return null;
        }
        var quoted = flags.Contains('q', StringComparison.Ordinal);
        var translated = quoted ? Regex.Escape(pattern) : Translate(pattern, flags, out problem);
        if (translated is null) return null;
        return Build(translated, options, out problem);
    }

    private static Regex? Build(string translated, RegexOptions options, out string problem)
    {
        problem = "";
        try
        {
            return new Regex(translated, options | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            // Back references need backtracking.
            return new Regex(translated, options, TimeSpan.FromMilliseconds(FeelLimits.MatchMillisecondsMax));
        }
        catch (RegexParseException broken)
        {
            problem = broken.Error.ToString();
            return null;
        }
    }

    private static RegexOptions? OptionsOf(string flags)
    {
        var options = RegexOptions.CultureInvariant;
        foreach (var flag in flags)
        {
            switch (flag)
            {
                case 's': options |= RegexOptions.Singleline; break;
                case 'm': options |= RegexOptions.Multiline; break;
                case 'i': options |= RegexOptions.IgnoreCase; break;
                case 'x' or 'q': break;
                default: return null;
            }
        }
        return options;
    }

    private static string? Translate(string pattern, string flags, out string problem)
    {
        problem = "";
        if (flags.Contains('x', StringComparison.Ordinal)) pattern = WithoutSpace(pattern);
        var multiline = flags.Contains('m', StringComparison.Ordinal);
        var dotAll = flags.Contains('s', StringComparison.Ordinal);
        var result = new StringBuilder();
        var classDepth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            var next = i + 1 < pattern.Length ? pattern[i + 1] : '\0';
            if (c == '\\')
            {
                if (!Escape(result, pattern, ref i, classDepth > 0, out problem)) return null;
                continue;
            }
            if (c == '[') classDepth++;
            else if (c == ']' && classDepth > 0) classDepth--;
            if (classDepth > 0)
            {
                result.Append(c);
                continue;
            }
            if (c == '(' && next == '?' && !(i + 2 < pattern.Length && pattern[i + 2] == ':'))
            {
                problem = "'(?' is allowed before ':' only";
                return null;
            }
            result.Append(c switch
            {
                '$' when !multiline => @"\z",
                // One code point is two UTF-16 units beyond the first plane.
                '.' => dotAll ? @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[\s\S])" : @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\n\r])",
                _ => c.ToString(),
            });
        }
        return result.ToString();
    }

    /// <summary>The flag x takes white space away before anything else is read, except inside character classes.</summary>
    private static string WithoutSpace(string pattern)
    {
        var result = new StringBuilder();
        var classDepth = 0;
        foreach (var c in pattern)
        {
            if (c == '[') classDepth++;
            else if (c == ']' && classDepth > 0) classDepth--;
            if (classDepth > 0 || c is not (' ' or '\t' or '\n' or '\r')) result.Append(c);
        }
        return result.ToString();
    }

    private static bool Escape(StringBuilder result, string pattern, ref int i, bool inClass, out string problem)
    {
        problem = "";
        if (++i >= pattern.Length)
        {
            problem = "it ends with a backslash";
            return false;
        }
        var c = pattern[i];
        switch (c)
        {
            case 'i' or 'c' when inClass: result.Append(c == 'i' ? NameStart : NamePart); break;
            case 'i': result.Append('[').Append(NameStart).Append(']'); break;
            case 'I': result.Append("[^").Append(NameStart).Append(']'); break;
            case 'c': result.Append('[').Append(NamePart).Append(']'); break;
            case 'C': result.Append("[^").Append(NamePart).Append(']'); break;
            case 's' or 'S' or 'w' or 'W': result.Append(ClassOf(c, inClass)); break;
            case 'd' or 'D' or 'n' or 'r' or 't' or 'p' or 'P': result.Append('\\').Append(c); break;
            case >= '1' and <= '9' when !inClass: result.Append('\\').Append(c); break;
            case '\\' or '|' or '.' or '?' or '*' or '+' or '(' or ')' or '{' or '}' or '-' or '[' or ']' or '^' or '$': result.Append('\\').Append(c); break;
            default:
                problem = $"'\\{c}' is no escape";
                return false;
        }
        return true;
    }

    /// <summary>
    /// Appendix F's classes, which are not .NET's: white space is four characters, and a word holds letters, marks, digits and symbols but no punctuation, so no underscore.
    /// </summary>
    private static string ClassOf(char letter, bool inClass)
    {
        const string Space = @" \t\n\r";
        const string NoSpace = @"\u0000-\u0008\u000B\u000C\u000E-\u001F\u0021-\uFFFF";
        const string Word = @"\p{L}\p{M}\p{N}\p{S}";
        const string NoWord = @"\p{P}\p{Z}\p{C}";
        var members = letter switch { 's' => Space, 'S' => NoSpace, 'w' => Word, _ => NoWord };
        if (inClass) return members;
        // One code point beyond the first plane is two units; all of them count as words, none as space.
        return letter is 'S' or 'w' ? @$"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[{members}])" : $"[{members}]";
    }

    /// <summary>The replacement in .NET's form, or null when it is not one: <c>$1</c> is a group, <c>\$</c> and <c>\\</c> stand for themselves. A group that the pattern has not is empty.</summary>
    public static string? Replacement(string text, Regex regex)
    {
        var groups = regex.GetGroupNumbers().Length - 1;
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (text[i] == '\\')
            {
                if (next is not ('$' or '\\')) return null;
                result.Append(next == '$' ? "$$" : "\\");
                i++;
            }
            else if (text[i] == '$')
            {
                if (!char.IsAsciiDigit(next)) return null;
                i += AppendGroup(result, text, i + 1, groups);
            }
            else
            {
                result.Append(text[i]);
            }
        }
        return result.ToString();
    }

    // The longest number that names a group of the pattern; at least one digit.
    private static int AppendGroup(StringBuilder result, string text, int start, int groups)
    {
        var number = text[start] - '0';
        var length = 1;
        while (start + length < text.Length && length < 4 && char.IsAsciiDigit(text[start + length]) && number * 10 + (text[start + length] - '0') <= groups)
            number = number * 10 + (text[start + length++] - '0');
        if (number <= groups) result.Append(CultureInfo.InvariantCulture, $"${{{number}}}");
        return length;
    }
}
