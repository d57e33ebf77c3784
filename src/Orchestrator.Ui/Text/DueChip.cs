namespace Orchestrator.Ui.Text;

/// <summary>How near a due date is.</summary>
public enum Nearness
{
    Overdue,
    Today,
    Soon,
    Later,
}

/// <summary>A due date as a chip: nearness decides shape and colour, the words say the same.</summary>
/// <param name="Nearness">How near.</param>
/// <param name="Day">The last day on which it may be done.</param>
/// <param name="Days">Calendar days from today to that day: negative when past.</param>
public sealed record DueChip(Nearness Nearness, DateOnly Day, int Days)
{
    /// <summary>Up to two working days count as near.</summary>
    public const int SoonWorkingDaysMax = 2;

    /// <summary>
    /// Overdue once the instant has passed; today when the due day is today in Rome; soon up to two working days ahead (or two
    /// calendar days when working days are not known).
    /// </summary>
    public static DueChip Of(DateTimeOffset due, int? workingDays, DateTimeOffset now)
    {
        var day = Dates.DueDay(due);
        var days = day.DayNumber - Dates.DayOf(now).DayNumber;
        var nearness = due <= now ? Nearness.Overdue
            : days <= 0 ? Nearness.Today
            : (workingDays ?? days) <= SoonWorkingDaysMax ? Nearness.Soon
            : Nearness.Later;
        return new(nearness, day, days);
    }

    /// <summary>The catalogue key of its words; the argument is the number of days without sign.</summary>
    public string WordsKey => (Nearness, Math.Abs(Days)) switch
    {
        (Nearness.Overdue, 0) => "due.overdueToday",
        (Nearness.Overdue, 1) => "due.overdueOne",
        (Nearness.Overdue, _) => "due.overdueMany",
        (Nearness.Today, _) => "due.today",
        (_, 1) => "due.tomorrow",
        _ => "due.inDays",
    };

    /// <summary>The icon's name in the sprite; each nearness has its own shape.</summary>
    public string Shape => Nearness switch
    {
        Nearness.Overdue => "triangle",
        Nearness.Today => "diamond",
        Nearness.Soon => "half",
        _ => "circle",
    };
}
