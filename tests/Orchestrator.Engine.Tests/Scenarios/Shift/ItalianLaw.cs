namespace Orchestrator.Engine.Tests.Scenarios.Shift;

/// <summary>
/// Days and clocks as the law has them, written a second time and on purpose without a line of the product's calendars, FEEL functions or time zones:
/// law 260/1949, law 151/2025 (4 October from 2026), article 2963 of the civil code (the first day does not count, a last day that is a holiday moves on),
/// and directive 2000/84/EC (summer time from the last Sunday of March to the last Sunday of October, at 01:00 UTC).
/// </summary>
internal static class ItalianLaw
{
    private static readonly (int Month, int Day)[] EveryYear = [(1, 1), (1, 6), (4, 25), (5, 1), (6, 2), (8, 15), (11, 1), (12, 8), (12, 25), (12, 26)];

    /// <summary>A Sunday or a national holiday. The patron's day is none, nor is a Saturday.</summary>
    public static bool IsHoliday(DateOnly day) =>
        day.DayOfWeek == DayOfWeek.Sunday || EveryYear.Contains((day.Month, day.Day)) || day == EasterOf(day.Year).AddDays(1) || day is { Year: >= 2026, Month: 10, Day: 4 };

    /// <summary>The offices of Turin are also closed on Saturdays and on 24 June, Saint John's day.</summary>
    public static bool IsOfficeClosed(DateOnly day) => IsHoliday(day) || day.DayOfWeek == DayOfWeek.Saturday || day is { Month: 6, Day: 24 };

    /// <summary>The last useful day of a term of so many days from that day.</summary>
    public static DateOnly LastUsefulDay(DateOnly from, int days)
    {
        var last = from.AddDays(days);
        while (IsHoliday(last)) last = last.AddDays(1);
        return last;
    }

    /// <summary>The n-th working day after that day.</summary>
    public static DateOnly WorkingDaysAfter(DateOnly day, int n)
    {
        while (n > 0)
        {
            day = day.AddDays(1);
            if (!IsOfficeClosed(day)) n--;
        }
        return day;
    }

    /// <summary>That hour on the clocks in Italy. The changes are in the small hours, so that the day and whether it is past three are enough.</summary>
    public static DateTimeOffset At(DateOnly day, int hour)
    {
        var from = LastSunday(day.Year, 3);
        var to = LastSunday(day.Year, 10);
        var summer = day > from && day < to || day == from && hour >= 3 || day == to && hour < 2;
        return new DateTimeOffset(day.Year, day.Month, day.Day, hour, 0, 0, TimeSpan.FromHours(summer ? 2 : 1));
    }

    /// <summary>When a term whose last day this is has run out.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => At(day.AddDays(1), 0);

    private static DateOnly LastSunday(int year, int month)
    {
        var day = new DateOnly(year, month, 31);
        while (day.DayOfWeek != DayOfWeek.Sunday) day = day.AddDays(-1);
        return day;
    }

    /// <summary>Easter Sunday, by the rule that Oudin gave.</summary>
    private static DateOnly EasterOf(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var epact = (century - (century / 4) - (((8 * century) + 13) / 25) + (19 * golden) + 15) % 30;
        var moon = epact - (epact / 28 * (1 - (epact / 28 * (29 / (epact + 1)) * ((21 - golden) / 11))));
        var weekday = (year + (year / 4) + moon + 2 - century + (century / 4)) % 7;
        var offset = moon - weekday;
        var month = 3 + ((offset + 40) / 44);
        return new DateOnly(year, month, offset + 28 - (31 * (month / 4)));
    }
}
