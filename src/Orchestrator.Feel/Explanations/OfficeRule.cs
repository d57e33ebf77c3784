namespace Orchestrator.Feel;

/// <summary>The rules by which the office functions reach a result. The numbers are stored with explanations and are never used again for another rule.</summary>
public enum OfficeRule
{
    /// <summary>Which calendar in which version decides about holidays.</summary>
    Calendar = 1,

    /// <summary>The first day does not count (art. 2963 c.c., second paragraph).</summary>
    StartExcluded = 2,

    /// <summary>Every day of the calendar counts, to the last one.</summary>
    DaysCounted = 3,

    /// <summary>A term of months ends on the day with the number of the first one (art. 2963 c.c., fourth paragraph).</summary>
    MonthsCounted = 4,

    /// <summary>Where the month has no such day, it ends on its last one (art. 2963 c.c., fifth paragraph).</summary>
    MonthTooShort = 5,

    /// <summary>A last day that is a holiday moves the term to the next day (art. 2963 c.c., third paragraph).</summary>
    MovedOn = 6,

    /// <summary>A last day that is a Saturday stays where it is, because the calendar counts Saturdays as ordinary days.</summary>
    SaturdayStays = 7,

    /// <summary>The last useful day.</summary>
    TermEnds = 8,

    /// <summary>On the environment's day the term was over already: what is registered late has no time left.</summary>
    AlreadyPassed = 9,

    /// <summary>A day that is no working day is passed over.</summary>
    DaySkipped = 10,

    /// <summary>How many further days were passed over, where they are too many to be listed.</summary>
    FurtherSkipped = 11,

    /// <summary>The working day that was looked for.</summary>
    WorkingDaysReached = 12,

    /// <summary>How many working days lie between two days.</summary>
    WorkingDaysCounted = 13,

    /// <summary>The day is a holiday of the calendar.</summary>
    Holiday = 14,

    /// <summary>The day is no holiday of the calendar.</summary>
    NoHoliday = 15,

    /// <summary>The instant at which a last day is over.</summary>
    DueAt = 16,
}
