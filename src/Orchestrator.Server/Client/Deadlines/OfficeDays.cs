using System.Globalization;
using Orchestrator.Feel;
using Orchestrator.Hosting.Configuration;

namespace Orchestrator.Server.Client.Deadlines;

/// <summary>Days as people count them, in the zone of terms. What is due at midnight belongs to the day that ends.</summary>
internal static class OfficeDays
{
    // The least that both databases tell apart.
    private static readonly TimeSpan s_microsecond = TimeSpan.FromMicroseconds(1);

    /// <summary>The last day on which something due at this instant may be done.</summary>
    public static DateOnly DueDay(this FeelWorld world, DateTimeOffset due) => world.DayOf(due - s_microsecond);

    /// <summary>The first instant that belongs to the day, for <see cref="DueDay"/>.</summary>
    public static DateTimeOffset FirstDue(this FeelWorld world, DateOnly day) => world.Midnight(day) + s_microsecond;

    /// <summary>The first instant that belongs to a later day, for <see cref="DueDay"/>.</summary>
    public static DateTimeOffset AfterDue(this FeelWorld world, DateOnly day) => world.FirstDue(day.AddDays(1));

    /// <summary>Where the day begins.</summary>
    public static DateTimeOffset Midnight(this FeelWorld world, DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, world.Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>Why nobody of the office works on the day, in the language of the request; null for a working day.</summary>
    public static string? WhyOff(this FeelWorld world, DateOnly day)
    {
        if (!world.Calendars.TryGet("office", out var office) || office.WhyHoliday(FeelDate.Of(day)) is not { } holiday) return null;
        return holiday.Text(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? FeelLanguage.English : FeelLanguage.Italian);
    }
}
