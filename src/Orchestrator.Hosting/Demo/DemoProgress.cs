namespace Orchestrator.Hosting.Demo;

/// <summary>Tells whoever waits how far virtual time has come.</summary>
public sealed class DemoProgress(Action<DateTimeOffset> tell)
{
    private DateOnly _day;

    internal void MovedTo(DateTimeOffset instant)
    {
        // Once a month of virtual time is enough to see that it moves.
        var day = DemoCalendar.Day(instant);
        if (day.Year == _day.Year && day.Month == _day.Month) return;
        _day = day;
        tell(instant);
    }
}
