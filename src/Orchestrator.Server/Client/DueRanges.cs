using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Configuration;

namespace Orchestrator.Server.Client;

/// <summary>What «overdue», «today» and «within seven days» mean for a list now. What is due at midnight belongs to the day that ends.</summary>
internal sealed class DueRanges(FeelWorld world, DateTimeOffset now)
{
    private const int WeekDays = 7;

    // Instants are whole microseconds in the store, and midnight itself is still in the day.
    private static readonly TimeSpan s_justAfter = TimeSpan.FromMicroseconds(1);

    private DateTimeOffset EndOfDay(int daysAhead)
    {
        var midnight = world.DayOf(now).AddDays(daysAhead + 1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, world.Zone.GetUtcOffset(midnight)) + s_justAfter;
    }

    // The instant itself is past: a task is overdue once its due instant has come.
    private DateTimeOffset AfterNow => now + s_justAfter;

    public TaskQuery Of(TaskQuery query, InboxDue? due) => due switch
    {
        null => query,
        InboxDue.Overdue => query with { DueBefore = Earlier(query.DueBefore, AfterNow) },
        InboxDue.Today => query with { DueFrom = AfterNow, DueBefore = Earlier(query.DueBefore, EndOfDay(0)) },
        InboxDue.Week => query with { DueFrom = AfterNow, DueBefore = Earlier(query.DueBefore, EndOfDay(WeekDays)) },
        InboxDue.Never => query with { HasDue = false },
        _ => throw new ArgumentOutOfRangeException(nameof(due), due, "Expected a known restriction of the due date."),
    };

    /// <summary>The headings by due date, each with what stands under it; together they are the whole list.</summary>
    public IReadOnlyList<(string Key, TaskQuery Query)> Sections(TaskQuery query) =>
    [
        (DueSections.Overdue, Between(query, null, AfterNow)),
        (DueSections.Today, Between(query, AfterNow, EndOfDay(0))),
        (DueSections.Week, Between(query, EndOfDay(0), EndOfDay(WeekDays))),
        (DueSections.Later, Between(query, EndOfDay(WeekDays), null)),
        (DueSections.Never, query with { HasDue = false }),
    ];

    /// <summary>The heading under which a task stands.</summary>
    public string SectionOf(DateTimeOffset? due) => due switch
    {
        null => DueSections.Never,
        { } at when at < AfterNow => DueSections.Overdue,
        { } at when at < EndOfDay(0) => DueSections.Today,
        { } at when at < EndOfDay(WeekDays) => DueSections.Week,
        _ => DueSections.Later,
    };

    private static TaskQuery Between(TaskQuery query, DateTimeOffset? from, DateTimeOffset? before) => query with
    {
        DueFrom = Later(query.DueFrom, from),
        DueBefore = before is { } end ? Earlier(query.DueBefore, end) : query.DueBefore,
        HasDue = query.HasDue ?? true,
    };

    private static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset other) => one < other ? one.Value : other;

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;
}
