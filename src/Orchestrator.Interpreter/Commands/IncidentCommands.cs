using Orchestrator.Interpreter.Evaluation;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter.Commands;

/// <summary>An operator has put right what an incident was about: the element goes on exactly where it stood.</summary>
internal static class IncidentCommands
{
    public static Rejection? Resolve(Run run, Command.ResolveIncident command)
    {
        if (!run.State.Incidents.TryGetValue(command.Incident, out var incident)) return new(RejectionReason.NotFound, $"Expected an open incident {command.Incident}, but there is none.");
        if (VariableRules.WhyNotAccept(command.Variables) is { } rejection) return rejection;
        Writing.Up(run, incident.Scope, command.Variables, VariableCause.SetByUser);
        run.Emit(new InstanceEvent.IncidentResolved(incident.Key, IncidentResolution.Retried));
        GoOn(run, incident);
        return null;
    }

    private static void GoOn(Run run, IncidentState incident)
    {
        var element = run[incident.Scope];
        if (incident.Kind == IncidentKind.TimerOverdue)
            Triggers.Fire(run, run.State.Timers.Values.Single(timer => timer.HeldBy == incident.Key));
        else if (element.Status != ElementStatus.Active)
            run.Enqueue(element.Key);
        else if (element.Job is not null)
            run.Emit(new InstanceEvent.JobRetriesSet(element.Key, 1));
        else
            run.Enqueue(element.Key);
    }
}
