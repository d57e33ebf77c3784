using System.Globalization;
using System.Text.RegularExpressions;
using Orchestrator.Feel;

namespace Orchestrator.Interpreter.Timers;

/// <summary>
/// A length of time: months and days of the calendar, counted on the clocks of the zone, then exact time.
/// The text <c>P1D</c> is a day of the calendar, which may have 23 or 25 hours; a FEEL days and time duration is exact, with days of 24 hours.
/// </summary>
internal readonly partial record struct Length(long Months, long Days, TimeSpan Time)
{
    private const string Calendar = "((?<years>[0-9]{1,6})Y)?((?<months>[0-9]{1,6})M)?((?<weeks>[0-9]{1,6})W)?((?<days>[0-9]{1,7})D)?";
    private const string Clock = @"((?<hours>[0-9]{1,8})H)?((?<minutes>[0-9]{1,9})M)?((?<seconds>[0-9]{1,9}(\.[0-9]{1,7})?)S)?";

    [GeneratedRegex(@"^(?<sign>-?)P(?=[0-9T])" + Calendar + "(T(?=[0-9])" + Clock + @")?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();

    public bool IsPositive => this is { Months: >= 0, Days: >= 0 } && Time >= TimeSpan.Zero && this != default;

    /// <summary>The length a value stands for, or null when it stands for none.</summary>
    public static Length? Of(FeelValue value) => value switch
    {
        FeelYearMonthDuration months => new Length(months.Months, 0, TimeSpan.Zero),
        FeelDayTimeDuration exact => exact.TryToTimeSpan(out var span) ? new Length(0, 0, span) : null,
        FeelString text => Parse(text.Value),
        _ => null,
    };

    /// <summary>ISO 8601: <c>P1Y2M3W4DT5H6M7.5S</c>, in which every part may be missing but one.</summary>
    public static Length? Parse(string text)
    {
        var match = Iso().Match(text);
        if (!match.Success) return null;
        long Whole(string part) => match.Groups[part] is { Success: true } group ? long.Parse(group.Value, CultureInfo.InvariantCulture) : 0;
        var seconds = match.Groups["seconds"] is { Success: true } written ? decimal.Parse(written.Value, CultureInfo.InvariantCulture) : 0m;
        var exact = TimeSpan.FromTicks((Whole("hours") * 3600 + Whole("minutes") * 60) * TimeSpan.TicksPerSecond + (long)(seconds * TimeSpan.TicksPerSecond));
        var length = new Length(Whole("years") * 12 + Whole("months"), Whole("weeks") * 7 + Whole("days"), exact);
        return match.Groups["sign"].Length > 0 ? length.Times(-1) : length;
    }

    public Length Times(long factor) => new(Months * factor, Days * factor, TimeSpan.FromTicks(Time.Ticks * factor));

    /// <summary>Roughly how long it is; for estimates only.</summary>
    public double Seconds => Months * 2_629_746d + Days * 86_400d + Time.TotalSeconds;

    /// <summary>The instant this much later; false outside the years 1 to 9999.</summary>
    public bool TryAddTo(DateTimeOffset start, TimeZoneInfo zone, out DateTimeOffset end)
    {
        end = start;
        if (Months != 0 || Days != 0)
        {
            var local = FeelDateTime.At(start, zone);
            if (!local.Date.TryAddMonths(Months, out var month) || !month.TryAddDays(Days, out var day)) return false;
            if (!new FeelDateTime(day, local.Time).TryToInstant(zone, out end)) return false;
        }
        var ticks = (Int128)end.UtcTicks + Time.Ticks;
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks) return false;
        end = new DateTimeOffset((long)ticks, TimeSpan.Zero);
        return true;
    }
}
