namespace Orchestrator.Cases.Reference;

/// <summary>When a centre receives one person at a time, and how many at once; reference data. Hours are those of Europe/Rome.</summary>
/// <param name="Operators">Calendars of operators.</param>
/// <param name="Rooms">Calendars of rooms.</param>
/// <param name="Days">Open days of the week.</param>
/// <param name="OperatorHoursMax">Most hours of appointments that one operator has in a day.</param>
internal sealed record CentreHours(
    string Centre, int Operators, int Rooms, TimeOnly Opens, TimeOnly Closes, TimeOnly BreakFrom, TimeOnly BreakTo, IReadOnlySet<DayOfWeek> Days, int OperatorHoursMax)
{
    /// <summary>The keys of the operators' calendars, <c>08-op1</c>….</summary>
    public IReadOnlyList<string> OperatorKeys => [.. Enumerable.Range(1, Operators).Select(number => FormattableString.Invariant($"{Centre}-op{number}"))];

    /// <summary>The keys of the rooms' calendars, <c>08-sala1</c>….</summary>
    public IReadOnlyList<string> RoomKeys => [.. Enumerable.Range(1, Rooms).Select(number => FormattableString.Invariant($"{Centre}-sala{number}"))];

    /// <summary>Whether the centre receives on <paramref name="day"/>.</summary>
    public bool IsOpenOn(DateOnly day) => Days.Contains(day.DayOfWeek) && !NationalHolidays.Contains(day);

    /// <summary>Whether an appointment from <paramref name="from"/> to <paramref name="to"/> of one day stays inside the opening hours and out of the break.</summary>
    public bool Allows(TimeOnly from, TimeOnly to) => from >= Opens && to <= Closes && from < to && (to <= BreakFrom || from >= BreakTo);
}
