using System.Globalization;
using System.Text;
using Orchestrator.Cases.Samples;

namespace Orchestrator.Hosting.Demo;

/// <summary>A file that comes in parts: each part has the rows whose day has come since the part before, as an office sends them.</summary>
internal static class Instalments
{
    /// <summary>The header and the rows whose day in <paramref name="column"/> is after <paramref name="after"/> and not after <paramref name="upTo"/>; null when there are none.</summary>
    public static byte[]? Of(SampleFile file, string column, DateOnly after, DateOnly upTo)
    {
        var lines = Lines(file);
        var at = lines[0].Split(';').IndexOf(column);
        var rows = lines.Skip(1).Where(line => Day(line, at) is var day && day > after && day <= upTo).ToList();
        return rows.Count == 0 ? null : Encoding.UTF8.GetBytes(string.Join('\n', [lines[0], .. rows]) + "\n");
    }

    /// <summary>The latest day in <paramref name="column"/>, or null when the file has no rows.</summary>
    public static DateOnly? LastDay(SampleFile file, string column)
    {
        var lines = Lines(file);
        var at = lines[0].Split(';').IndexOf(column);
        return lines.Skip(1).Select(line => (DateOnly?)Day(line, at)).Max();
    }

    private static string[] Lines(SampleFile file) => file.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    // The columns before a day hold numbers and codes: nothing in them is quoted.
    private static DateOnly Day(string line, int at) => DateOnly.ParseExact(line.Split(';')[at], "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
