namespace Orchestrator.Cases.Appointments;

/// <summary>Which quarters of which resource are taken.</summary>
internal sealed class Busy
{
    private readonly HashSet<(string Resource, DateTimeOffset Quarter)> _taken = [];
    private readonly Dictionary<(string Resource, DateOnly Day), int> _minutes = [];

    /// <summary>The quarter is taken.</summary>
    public void Add(string resource, DateTimeOffset quarter)
    {
        if (!_taken.Add((resource, quarter.ToUniversalTime())))
            return;
        var day = (resource, DateOnly.FromDateTime(QuarterGrid.LocalOf(quarter)));
        _minutes[day] = _minutes.GetValueOrDefault(day) + QuarterGrid.Minutes;
    }

    /// <summary>Whether none of these quarters is taken.</summary>
    public bool IsFree(string resource, IReadOnlyList<DateTimeOffset> quarters) => quarters.All(quarter => !_taken.Contains((resource, quarter.ToUniversalTime())));

    /// <summary>Minutes that are taken on a day.</summary>
    public int MinutesOn(string resource, DateOnly day) => _minutes.GetValueOrDefault((resource, day));
}
