using System.Globalization;
using System.Xml;
using Orchestrator.Bpmn.Model;
using Orchestrator.Diagnostics;
using Orchestrator.Feel;

namespace Orchestrator.Bpmn.Reading;

/// <summary>Constant values that are checked when the file is read, so that they cannot fail when they are reached.</summary>
internal static class Constants
{
    public const string Duration = "a positive duration such as P30D or PT1H30M";
    public const string DateTime = "a date and time with an offset such as 2026-03-31T23:59:59+02:00";
    public const string Cycle = "a repeating interval such as R/PT1H or R3/P1D";
    public const string Window = "a duration without years and months such as PT1H";
    public const string Attempts = "a whole number from 1 to 1000";
    public const string Priority = "a whole number from 0 to 100";

    public static bool IsDuration(string text) => text is ['P', ..] && IsTemporal(text);

    public static bool IsDateTime(string text) =>
        text.Length > 0 && char.IsAsciiDigit(text[0]) && text.IndexOf('T', StringComparison.Ordinal) is > 0 and var time
        && text.AsSpan(time).ContainsAny('Z', '+', '-') && !text.Contains('@', StringComparison.Ordinal) && IsTemporal(text);

    public static bool IsCycle(string text) =>
        TimerCycle.TryParse(text, out var cycle) && IsDuration(cycle.Interval) && (cycle.Start is null || IsDateTime(cycle.Start));

    /// <summary>A duration of weeks, days, hours, minutes and seconds, without months.</summary>
    public static bool TryReadWindow(string text, out TimeSpan window)
    {
        window = default;
        // Years and months have no fixed length; an M before the T is a month.
        var time = text.IndexOf('T', StringComparison.Ordinal);
        var days = time < 0 ? text : text[..time];
        if (!IsDuration(text) || days.Contains('Y', StringComparison.Ordinal) || days.Contains('M', StringComparison.Ordinal)) return false;
        try
        {
            window = XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (Exception broken) when (broken is FormatException or OverflowException)
        {
            return false;
        }
    }

    public static bool IsAttempts(string text) => IsWithin(text, 1, 1000);

    public static bool IsPriority(string text) => IsWithin(text, 0, 100);

    private static bool IsWithin(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;

    // FEEL's own literal: there is one reader of dates and durations.
    private static bool IsTemporal(string text) =>
        !text.Contains('"', StringComparison.Ordinal) && !text.Contains('\\', StringComparison.Ordinal)
        && FeelExpression.Parse(EmbeddedText.Whole(new SourceText("", $"@\"{text}\""))).Diagnostics.IsEmpty;
}
