using Orchestrator.Bpmn.Model;
using Orchestrator.Interpreter.Elements;
using Orchestrator.Interpreter.Evaluation;

namespace Orchestrator.Interpreter.Commands;

/// <summary>Starting and ending instances, and going on with work cut into batches.</summary>
internal static class InstanceCommands
{
    public static Rejection? Start(Run run, Command.StartInstance command)
    {
        if (run.State.Version > 0) return new(RejectionReason.AlreadyExists, $"Expected no instance {run.State.Id} yet, but there is one.");
        if (VariableRules.WhyNotAccept(command.Variables) is { } rejection) return rejection;
        if (command.BusinessKey is { } businessKey && !KeptText.FitsColumn(businessKey)) return new(RejectionReason.Invalid, "Expected a business key without NUL and half characters, but it has them.");
        var process = run.World.Definitions.Get(command.Definition);
        if (Retired.WhyNotStart(run.World, process) is { } retired) return retired;
        var graph = process.Graph;
        var start = StartOf(graph, command.StartEvent);
        if (start is null)
        {
            var expected = command.StartEvent is { } named ? $"a start event '{named}'" : "a none start event";
            return new(RejectionReason.Invalid, $"Expected process '{graph.ProcessId}' to have {expected}, but it has none: it is started by {StartsOf(graph)}.");
        }

        run.Emit(new InstanceEvent.InstanceStarted(command.Definition, graph.ProcessId, command.BusinessKey, command.Message, SemanticsVersion.Current));
        var root = run.State.Root;
        var local = command.Message is not null && !start.Outputs.IsEmpty;
        if (!local) Writing.Here(run, root, command.Variables, command.Message is null ? VariableCause.Start : VariableCause.Message);
        var key = run.NextKey();
        run.Emit(new InstanceEvent.ElementEntered(key, root, command.Definition, start.Id, ElementType.StartEvent, null));
        if (local) Writing.Here(run, key, command.Variables, VariableCause.Message);
        run.Enqueue(root);
        return null;
    }

    private static StartEventNode? StartOf(ProcessGraph graph, ElementId? named) =>
        graph.StartEventsIn(null).FirstOrDefault(start => named is null ? start.Definition is null : start.Id == named);

    private static string StartsOf(ProcessGraph graph) =>
        string.Join(", ", graph.StartEventsIn(null).Select(start => $"'{start.Id}' ({start.Definition?.GetType().Name.ToLowerInvariant() ?? "none"})"));

    public static Rejection? Cancel(Run run, Command.CancelInstance command)
    {
        var root = run.State.Root;
        if (command.Process != root)
        {
            return run.Find(command.Process) is { Type: ElementType.Process }
                ? new(RejectionReason.WrongState, $"Expected a root process instance, but {command.Process} was called by another: cancel the root instance {root} instead.")
                : new(RejectionReason.NotFound, $"Expected a process instance {command.Process}, but there is none.");
        }
        Ending.Terminate(run, root, TerminationCause.Cancelled);
        run.Emit(new InstanceEvent.InstanceEnded(InstanceOutcome.Terminated, command.Reason));
        return null;
    }

    public static Rejection? Continue(Run run, Command.Continue command)
    {
        if (run.Find(command.Scope) is not { } element) return new(RejectionReason.NotFound, $"Expected a multi-instance {command.Scope}, but there is none.");
        if (!MultiInstanceBody.IsUnfinished(element)) return new(RejectionReason.WrongState, $"Expected {command.Scope} to have items still to begin, but it has none.");
        run.Enqueue(command.Scope);
        return null;
    }
}
