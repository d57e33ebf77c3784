using Orchestrator.Cases.Reference;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Appointments;

/// <summary>Finds free slots of one centre in a period; reads nothing but what it is given.</summary>
internal sealed class SlotSearch(CentreHours hours, Busy busy, string person, DateTimeOffset from, DateTimeOffset to)
{
    private const int SlotsMax = 5;
    private const int MinutesPerHour = 60;

    /// <summary>The earliest slots, each at another time. Who received the person before comes first, then who has least to do that day.</summary>
    public IReadOnlyList<Slot> Find(int minutes, string? known)
    {
        var found = new List<Slot>();
        foreach (var (day, time, start) in Starts(minutes))
        {
            var quarters = QuarterGrid.Quarters(start, minutes).ToList();
            if (!busy.IsFree(person, quarters) || hours.RoomKeys.FirstOrDefault(room => busy.IsFree(room, quarters)) is not { } free)
                continue;
            var receiver = hours.OperatorKeys
                .Where(each => busy.IsFree(each, quarters) && busy.MinutesOn(each, day) + minutes <= hours.OperatorHoursMax * MinutesPerHour)
                .OrderBy(each => each == known ? 0 : 1).ThenBy(each => busy.MinutesOn(each, day)).FirstOrDefault();
            if (receiver is null)
                continue;
            found.Add(new(start, receiver, free));
            if (found.Count == SlotsMax)
                break;
        }
        return found;
    }

    /// <summary>Hours that operators and rooms have free together in the period.</summary>
    public decimal HoursAvailable()
    {
        var minutes = 0L;
        foreach (var day in Starts(QuarterGrid.Minutes).GroupBy(start => start.Day))
        {
            var quarters = day.Select(start => new[] { start.Instant }).ToList();
            var operators = hours.OperatorKeys.Sum(each => Math.Min(
                Math.Max(0, (hours.OperatorHoursMax * MinutesPerHour) - busy.MinutesOn(each, day.Key)), quarters.Count(quarter => busy.IsFree(each, quarter)) * QuarterGrid.Minutes));
            var rooms = hours.RoomKeys.Sum(each => quarters.Count(quarter => busy.IsFree(each, quarter)) * QuarterGrid.Minutes);
            minutes += Math.Min(operators, rooms);
        }
        return minutes / (decimal)MinutesPerHour;
    }

    private IEnumerable<(DateOnly Day, TimeOnly Time, DateTimeOffset Instant)> Starts(int minutes)
    {
        var last = DateOnly.FromDateTime(QuarterGrid.LocalOf(to));
        for (var day = DateOnly.FromDateTime(QuarterGrid.LocalOf(from)); day <= last; day = day.AddDays(1))
        {
            if (!hours.IsOpenOn(day))
                continue;
            for (var time = hours.Opens; time.AddMinutes(minutes) <= hours.Closes && time.AddMinutes(minutes) > time; time = time.AddMinutes(QuarterGrid.Minutes))
            {
                var start = QuarterGrid.InstantOf(day, time);
                if (hours.Allows(time, time.AddMinutes(minutes)) && start >= from && start.AddMinutes(minutes) <= to)
                    yield return (day, time, start);
            }
        }
    }
}
