
namespace Orchestrator.Interpreter.Elements;

/// <summary>The scope of a whole process: the root of the instance, or a called process.</summary>
internal static class ProcessScope
{
    public static void Activate(Step step)
    {
        if (!Arming.OpenEventSubProcesses(step, null)) return;
        step.Activated();

        // The start event of the root was entered with the instance, since only the command knows which one it is; it has waited for this.
        if (step.Element.Children > 0)
        {
            foreach (var start in step.Run.State.Elements.Values.Where(element => element.Parent == step.Key)) step.Run.Enqueue(start.Key);
            return;
        }
        var none = step.Graph.StartEventsIn(null).First(start => start.Definition is null);
        Scopes.Enter(step.Run, step.Key, step.Element.Definition, none);
    }

    public static void Complete(Step step)
    {
        if (step.Element.Parent is { } caller)
        {
            CompleteCalled(step, caller);
            return;
        }
        Ending.CloseWaits(step.Run, step.Key);
        Ending.CloseIncidents(step.Run, step.Key);
        step.Emit(new InstanceEvent.ElementCompleted(step.Key));
        step.Emit(new InstanceEvent.InstanceEnded(InstanceOutcome.Completed, null));
    }

    private static void CompleteCalled(Step step, ScopeKey caller)
    {
        var results = step.Element.Variables;
        Ending.CloseWaits(step.Run, step.Key);
        Ending.CloseIncidents(step.Run, step.Key);
        step.Emit(new InstanceEvent.ElementCompleted(step.Key));
        CallActivity.Returned(step.Run, caller, results);
    }
}
