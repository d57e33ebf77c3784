namespace Orchestrator.Cases.Reference;

/// <summary>
/// The days on which no public office of Italy is open. For planning appointments only: legal terms are counted by the processes, with a calendar that has a
/// version.
/// </summary>
internal static class NationalHolidays
{
    private static readonly HashSet<(int Month, int Day)> s_fixed = [(1, 1), (1, 6), (4, 25), (5, 1), (6, 2), (8, 15), (11, 1), (12, 8), (12, 25), (12, 26)];

    // San Francesco is a holiday again since 2026.
    private const int SaintFrancisSince = 2026;

    /// <summary>Whether <paramref name="day"/> is one; Sundays are not told here.</summary>
    public static bool Contains(DateOnly day) =>
        s_fixed.Contains((day.Month, day.Day)) || (day is { Month: 10, Day: 4 } && day.Year >= SaintFrancisSince) || day == EasterMonday(day.Year);

    // The Gregorian computus in the form of Meeus, Jones and Butcher.
    private static DateOnly EasterMonday(int year)
    {
        var (golden, century, rest) = (year % 19, year / 100, year % 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        var shift = (golden + (11 * epact) + (22 * weekday)) / 451;
        var sum = epact + weekday - (7 * shift) + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1).AddDays(1);
    }
}
