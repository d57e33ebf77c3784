using Orchestrator.Bpmn.Model;
using Orchestrator.Interpreter.Elements;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter.Commands;

/// <summary>People, or the interface, choose what begins in a running ad-hoc sub-process.</summary>
internal static class AdHocCommands
{
    public static Rejection? Activate(Run run, Command.ActivateAdHoc command)
    {
        if (WhyNotActivate(run, command) is { } rejection) return rejection;
        var adHoc = run[command.AdHoc];
        if (command.CancelRemaining)
            foreach (var path in run.State.Elements.Values.Where(element => element.Parent == adHoc.Key && element.Type == ElementType.AdHocSubProcessInnerInstance).ToList())
                Ending.Terminate(run, path.Key, TerminationCause.Cancelled);

        run.Emit(new InstanceEvent.AdHocElementsActivated(adHoc.Key, [.. command.Elements.Select(element => element.Element)]));
        foreach (var (element, variables) in command.Elements) AdHocPath.Enter(run, run[adHoc.Key], run.GraphOf(adHoc)[element], variables);
        return null;
    }

    private static Rejection? WhyNotActivate(Run run, Command.ActivateAdHoc command)
    {
        if (run.Find(command.AdHoc) is not { AdHoc: { } state } adHoc) return new(RejectionReason.NotFound, $"Expected an open ad-hoc sub-process {command.AdHoc}, but there is none.");
        if (adHoc.Status != ElementStatus.Active) return new(RejectionReason.WrongState, $"Expected an active ad-hoc sub-process, but {command.AdHoc} is {adHoc.Status}.");
        if (adHoc.InterruptedByEvent) return new(RejectionReason.WrongState, $"Expected ad-hoc sub-process {command.AdHoc} to go on, but an event sub-process has interrupted it.");
        if (!state.MayChoose(run.Actor))
            return new(RejectionReason.NotAllowed, $"Expected {run.Actor.Name} to be a member of {Groups(state)} to choose in ad-hoc sub-process {command.AdHoc}, but that is not so.");
        return WhyNotBegin(run, adHoc, command);
    }

    private static Rejection? WhyNotBegin(Run run, ElementInstance adHoc, Command.ActivateAdHoc command)
    {
        if (command.Elements.IsDefaultOrEmpty) return new(RejectionReason.Invalid, "Expected at least one element to activate, but there is none.");
        var activatable = run.GraphOf(adHoc).ActivatableIn(adHoc.Element).Select(element => element.Id).ToList();
        var seen = new HashSet<ElementId>();
        foreach (var (element, variables) in command.Elements)
        {
            if (!activatable.Contains(element))
                return new(RejectionReason.Invalid, $"Expected an element of '{adHoc.Element}' without incoming flows ({string.Join(", ", activatable)}), but found '{element}'.");
            if (!seen.Add(element)) return new(RejectionReason.Invalid, $"Expected each element once, but found '{element}' twice.");
            if (VariableRules.WhyNotAccept(variables) is { } rejection) return rejection;
        }
        return null;
    }

    private static string Groups(AdHocState state) => string.Join(", ", state.StarterGroups.Append(UserTaskRules.SupervisorGroup));
}
