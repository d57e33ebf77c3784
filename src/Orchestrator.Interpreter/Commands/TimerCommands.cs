using System.Globalization;
using Orchestrator.Bpmn.Model;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter.Commands;

/// <summary>Due timers, and what happens to one that is reached late (design D6).</summary>
internal static class TimerCommands
{
    public static Rejection? Fire(Run run, Command.FireTimer command)
    {
        if (!run.State.Timers.TryGetValue(command.Timer, out var timer)) return new(RejectionReason.NotFound, $"Expected an armed timer {command.Timer}, but there is none.");
        if (timer.HeldBy is { } incident) return new(RejectionReason.WrongState, $"Expected timer {command.Timer} to be free to fire, but it is overdue and waits for incident {incident} to be resolved.");
        if (timer.DueAt > run.At) return new(RejectionReason.WrongState, string.Create(CultureInfo.InvariantCulture, $"Expected timer {command.Timer} to be due, but it is at {timer.DueAt:O}."));

        var late = run.At - timer.DueAt > timer.CatchUpWindow;
        if (late && PolicyOf(run, timer) is var policy and not (CatchUpPolicy.Once or CatchUpPolicy.All)) Postpone(run, timer, policy);
        else Triggers.Fire(run, timer);
        return null;
    }

    private static void Postpone(Run run, TimerState timer, CatchUpPolicy policy)
    {
        if (policy == CatchUpPolicy.Skip)
        {
            run.Emit(new InstanceEvent.TimerSkipped(timer.Key, timer.Host, timer.Element, timer.DueAt, TimerSkipReason.TooLate));
            Triggers.ArmNext(run, timer);
            return;
        }
        var incident = run.NextKey();
        run.Emit(new InstanceEvent.IncidentRaised(incident, timer.Host, IncidentKind.TimerOverdue,
            string.Create(CultureInfo.InvariantCulture, $"Expected timer '{timer.Element}' to fire at {timer.DueAt:O}, but it was reached later than its window of {timer.CatchUpWindow}: resolve to fire it now.")));
        run.Emit(new InstanceEvent.TimerHeld(timer.Key, incident));
    }

    // Skipping the only way on would leave the instance waiting for ever, so an operator is asked instead.
    private static CatchUpPolicy PolicyOf(Run run, TimerState timer) =>
        timer.CatchUp == CatchUpPolicy.Skip && run[timer.Host].Element == timer.Element ? CatchUpPolicy.Ask : timer.CatchUp;
}
