using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Projections;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Timers;

/// <summary>A row for each timer that is armed and not held: what the pump has to fire.</summary>
internal static class TimerProjection
{
    public static void Project(InstanceEvent e, ProjectionContext context, RowChanges rows)
    {
        switch (e)
        {
            case InstanceEvent.TimerArmed armed:
                rows.Add(new RowChange.InsertTimer(new TimerRow(armed.Timer, context.Instance, armed.Host, armed.Element.Value, armed.DueAt)));
                break;
            case InstanceEvent.TimerFired fired: Gone(fired.Timer, context, rows); break;
            case InstanceEvent.TimerHeld held: Gone(held.Timer, context, rows); break;
            case InstanceEvent.TimerSkipped skipped: Gone(skipped.Timer, context, rows); break;
            case InstanceEvent.TimerDisarmed disarmed: Gone(disarmed.Timer, context, rows); break;
        }
    }

    private static void Gone(ScopeKey timer, ProjectionContext context, RowChanges rows)
    {
        var known = context.Before?.Timers.GetValueOrDefault(timer);
        // A timer skipped when it was to be armed, and one that is held, has no row.
        if (known is null ? rows.InsertsTimer(timer) : known.HeldBy is null) rows.DeleteTimer(timer);
    }
}
