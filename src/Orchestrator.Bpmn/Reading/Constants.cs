using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using Orchestrator.Diagnostics;
using Orchestrator.Feel;

namespace Orchestrator.Bpmn.Reading;

/// <summary>Constant values that are checked when the file is read, so that they cannot fail when they are reached (docs/timers.md says what they mean).</summary>
internal static partial class Constants
{
    public const string Duration = "a positive duration such as P30D or PT1H30M";
    public const string Instant = "a date, or a date and time such as 2026-03-31T23:59:59+02:00";
    public const string Cycle = "a repeating interval such as R/PT1H or R3/P1D";
    public const string Window = "a duration of days, hours, minutes and seconds such as PT1H";
    public const string Attempts = "a whole number from 1 to 1000";
    public const string Priority = "a whole number from 0 to 100";

    [GeneratedRegex(@"^P(?=[0-9T])(?:[0-9]{1,6}Y)?(?:[0-9]{1,6}M)?(?:[0-9]{1,6}W)?(?:[0-9]{1,7}D)?(?:T(?=[0-9])(?:[0-9]{1,8}H)?(?:[0-9]{1,9}M)?(?:[0-9]{1,9}(?:\.[0-9]{1,7})?S)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    public static bool IsDuration(string text) => Iso().IsMatch(text) && text.AsSpan().ContainsAnyInRange('1', '9');

    /// <summary>With an offset, a named zone, or neither.</summary>
    public static bool IsInstant(string text) =>
        text.Length > 0 && char.IsAsciiDigit(text[0]) && text.IndexOf('-', StringComparison.Ordinal) > 0
        && !text.Contains('"', StringComparison.Ordinal) && !text.Contains('\\', StringComparison.Ordinal)
        // FEEL's own literal: there is one reader of dates.
        && FeelExpression.Parse(EmbeddedText.Whole(new SourceText("", $"@\"{text}\""))).Diagnostics.IsEmpty;

    /// <summary><c>R[n]/[start/]interval</c>; the name of a zone in the start may hold slashes too.</summary>
    public static bool IsCycle(string text)
    {
        var first = text.IndexOf('/', StringComparison.Ordinal);
        var last = text.LastIndexOf('/');
        if (first < 1 || text[0] != 'R' || !IsCount(text[1..first]) || !IsDuration(text[(last + 1)..])) return false;
        return first == last || IsInstant(text[(first + 1)..last]);
    }

    /// <summary>A duration of days, hours, minutes and seconds.</summary>
    public static bool TryReadWindow(string text, out TimeSpan window)
    {
        window = default;
        // Years and months have no fixed length; an M before the T is a month. Weeks are not in XML Schema, whose reader this is.
        var time = text.IndexOf('T', StringComparison.Ordinal);
        var days = time < 0 ? text : text[..time];
        if (!Iso().IsMatch(text) || days.AsSpan().ContainsAny('Y', 'M', 'W')) return false;
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

    private static bool IsCount(string text) => text is "" or "-1" || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static bool IsWithin(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;
}
