using System.Text.RegularExpressions;

namespace Orchestrator.Architecture.Tests;

/// <summary>What can be seen in a source file without compiling it (style S18): length of the file, of its lines and of its methods, and words that do not belong in a finished tree.</summary>
internal static partial class Tidy
{
    public const int SourceLinesMax = 500;
    public const int TestLinesMax = 600;
    public const int MethodLinesMax = 70;
    public const int ColumnsMax = 260;

    /// <summary>One sentence for each thing that is wrong: <c>path(line): what</c>.</summary>
    public static IEnumerable<string> Violations(string path, string text)
    {
        var lines = text.Split('\n');
        var max = path.StartsWith("tests/", StringComparison.Ordinal) ? TestLinesMax : SourceLinesMax;
        if (lines.Length > max + 1) yield return $"{path}({lines.Length}): the file is {lines.Length - 1} lines (max {max})";
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length > ColumnsMax) yield return $"{path}({i + 1}): the line is {lines[i].Length} columns (max {ColumnsMax})";
            if (Unfinished().IsMatch(lines[i])) yield return $"{path}({i + 1}): unfinished work is marked in the source";
        }
        foreach (var (line, name, length) in Methods(lines))
            if (length > MethodLinesMax) yield return $"{path}({line}): method {name} is {length} lines (max {MethodLinesMax})";
    }

    /// <summary>Methods by their indentation: a member head four or eight columns in (no nested type with parameters), and the brace that closes it there.</summary>
    private static IEnumerable<(int Line, string Name, int Length)> Methods(string[] lines)
    {
        for (var i = 0; i + 1 < lines.Length; i++)
        {
            var head = MethodHead().Match(lines[i]);
            if (!head.Success) continue;
            var indent = head.Groups["indent"].Value;
            var open = i + 1;
            while (open < lines.Length && open < i + 8 && lines[open].TrimEnd() != indent + "{") open++;
            if (open >= lines.Length || open >= i + 8) continue;
            var close = Array.FindIndex(lines, open, line => line.TrimEnd() == indent + "}");
            if (close > open) yield return (i + 1, head.Groups["name"].Value, close - i + 1);
        }
    }

    [GeneratedRegex(@"^(?<indent> {4}| {8})(public|internal|private|protected)(?!.*\b(class|record|struct)\b)[\w<>\[\],.?() ]* (?<name>\w+)(<[\w, ]+>)?\([^;=]*$")]
    private static partial Regex MethodHead();

    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK)\b|throw new NotImplemented" + "Exception")]
    private static partial Regex Unfinished();
}
