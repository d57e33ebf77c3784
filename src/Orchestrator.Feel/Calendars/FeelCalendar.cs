using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Orchestrator.Feel;

/// <summary>
/// Holidays as data with a version. Sundays are never working days. Which day a calendar calls a holiday decides where terms end;
/// so a changed calendar is a new version, and what was computed before stays as it was recorded.
/// </summary>
public sealed class FeelCalendar
{
    private readonly FrozenSet<long> _closed;

    /// <param name="name">The name that expressions use: <c>legal</c>, <c>office</c>.</param>
    /// <param name="version">Changes whenever the data do.</param>
    /// <param name="yearly">Holidays on the same day of each year.</param>
    /// <param name="easterOffsets">Holidays by their distance from Easter Sunday in days: 1 is Easter Monday.</param>
    /// <param name="closed">Single days on which the office is closed.</param>
    /// <param name="saturdayIsHoliday">True when a Saturday counts as Sundays do.</param>
    public FeelCalendar(string name, string version, IEnumerable<YearlyHoliday> yearly, IEnumerable<int> easterOffsets, IEnumerable<FeelDate> closed, bool saturdayIsHoliday)
    {
        Name = name;
        Version = version;
        Yearly = [.. yearly];
        EasterOffsets = [.. easterOffsets];
        Closed = [.. closed];
        SaturdayIsHoliday = saturdayIsHoliday;
        _closed = Closed.Select(date => date.DayNumber).ToFrozenSet();
    }

    public string Name { get; }

    public string Version { get; }

    public ImmutableArray<YearlyHoliday> Yearly { get; }

    public ImmutableArray<int> EasterOffsets { get; }

    public ImmutableArray<FeelDate> Closed { get; }

    public bool SaturdayIsHoliday { get; }

    /// <summary>True on Sundays, on holidays and closing days, and on Saturdays where the calendar says so.</summary>
    public bool IsHoliday(FeelDate date) =>
        date.Weekday == 7 || (SaturdayIsHoliday && date.Weekday == 6) || _closed.Contains(date.DayNumber)
        || Yearly.Any(holiday => holiday.Falls(date)) || FallsByEaster(date);

    /// <summary>Why <see cref="IsHoliday"/> is true for the day: the name of the holiday before the day of the week; null when it is false.</summary>
    public DayOff? WhyHoliday(FeelDate date)
    {
        if (Yearly.FirstOrDefault(holiday => holiday.Falls(date)) is { } yearly) return new(DayOffKind.Yearly, yearly.Name, yearly.EnglishName ?? yearly.Name);
        if (FallsByEaster(date))
        {
            var (italian, english) = OfficeWords.OfEaster((int)(date.DayNumber - Easter(date.Year).DayNumber));
            return new(DayOffKind.Easter, italian, english);
        }
        if (_closed.Contains(date.DayNumber)) return new(DayOffKind.Closed, "giorno di chiusura dell'ufficio", "closing day of the office");
        if (date.Weekday == 7) return new(DayOffKind.Sunday, "domenica", "Sunday");
        return SaturdayIsHoliday && date.Weekday == 6 ? new(DayOffKind.Saturday, "sabato", "Saturday") : null;
    }

    private bool FallsByEaster(FeelDate date)
    {
        if (EasterOffsets.IsEmpty) return false;
        var distance = date.DayNumber - Easter(date.Year).DayNumber;
        return EasterOffsets.Any(offset => offset == distance);
    }

    /// <summary>Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher).</summary>
    public static FeelDate Easter(int year)
    {
        // The rule repeats after 5 700 000 years, which brings any year into its range.
        var y = year % 5_700_000;
        if (y <= 0) y += 5_700_000;
        var a = y % 19;
        var (b, c) = (y / 100, y % 100);
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var sum = h + l - 7 * m + 114;
        return FeelDate.Of(year, sum / 31, sum % 31 + 1);
    }
}
