namespace Orchestrator.Feel;

/// <summary>Why a calendar counts a day as a holiday.</summary>
/// <param name="Italian">The name of the holiday, or "domenica".</param>
/// <param name="English">The same in English; a calendar that gives no English name repeats its own.</param>
public sealed record DayOff(DayOffKind Kind, string Italian, string English)
{
    public string Text(FeelLanguage language) => language == FeelLanguage.Italian ? Italian : English;
}

/// <summary>The kinds of days that a calendar does not count; a day of several kinds is of the first one here.</summary>
public enum DayOffKind
{
    /// <summary>The same day of each year: national holidays and the patron day.</summary>
    Yearly = 1,

    /// <summary>At a distance from Easter Sunday.</summary>
    Easter = 2,

    /// <summary>A single day on which the office is closed.</summary>
    Closed = 3,

    Sunday = 4,

    /// <summary>Only in calendars where Saturdays count as Sundays do.</summary>
    Saturday = 5,
}
