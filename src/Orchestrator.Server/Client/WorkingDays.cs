using System.Globalization;
using Orchestrator.Feel;

namespace Orchestrator.Server.Client;

/// <summary>Counts working days and names the days that moved a term; both by the calendars that terms use.</summary>
internal static class WorkingDays
{
    // A due day further away than this shows no count: nobody plans by it.
    private const int DaysMax = 400;

    /// <summary>Working days from today to the day, today not counted: 0 for today, 1 for the next working day; null when it is past or far away.</summary>
    public static int? Until(DateOnly day, DateOnly today, FeelCalendars calendars)
    {
        var days = day.DayNumber - today.DayNumber;
        if (days is < 0 or > DaysMax || !calendars.TryGet("office", out var office)) return null;
        var count = 0;
        for (var i = 1; i <= days; i++)
            if (!office.IsHoliday(Of(today.AddDays(i)))) count++;
        return count;
    }

    /// <summary>The holidays from the strict day on because of which the last useful day is a later one, in the language of the request; null when it is the same.</summary>
    public static string? WhyMoved(DateOnly strict, DateOnly last, FeelCalendars calendars)
    {
        if (last <= strict || !calendars.TryGet("legal", out var legal)) return null;
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? FeelLanguage.English : FeelLanguage.Italian;
        var names = new List<string>();
        for (var day = strict; day < last; day = day.AddDays(1))
            if (legal.WhyHoliday(Of(day)) is { } holiday) names.Add(holiday.Text(language));
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    private static FeelDate Of(DateOnly day) => FeelDate.Of(day.Year, day.Month, day.Day);
}
