using Orchestrator.Bpmn.Model;
using Orchestrator.Interpreter.Evaluation;

namespace Orchestrator.Interpreter.Commands;

/// <summary>What people do with tasks; who may is in <see cref="UserTaskRules"/>.</summary>
internal static class UserTaskCommands
{
    public static Rejection? Claim(Run run, Command.ClaimUserTask command)
    {
        if (UserTaskRules.WhyNotClaim(run, command.Task) is { } rejection) return rejection;
        run.Emit(new InstanceEvent.UserTaskClaimed(command.Task, run.Actor.Name));
        return null;
    }

    public static Rejection? Unclaim(Run run, Command.UnclaimUserTask command)
    {
        if (UserTaskRules.WhyNotUnclaim(run, command.Task) is { } rejection) return rejection;
        run.Emit(new InstanceEvent.UserTaskUnclaimed(command.Task, run.Actor.Name));
        return null;
    }

    public static Rejection? Assign(Run run, Command.AssignUserTask command)
    {
        if (UserTaskRules.WhyNotAssign(run, command) is { } rejection) return rejection;
        run.Emit(new InstanceEvent.UserTaskAssigned(command.Task, command.Assignee, run[command.Task].UserTask!.Assignee));
        return null;
    }

    public static Rejection? TakeOver(Run run, Command.TakeOverUserTask command)
    {
        if (UserTaskRules.WhyNotTakeOver(run, command) is { } rejection) return rejection;
        run.Emit(new InstanceEvent.UserTaskTakenOver(command.Task, run.Actor.Name, command.Absent));
        return null;
    }

    public static Rejection? Complete(Run run, Command.CompleteUserTask command)
    {
        if (UserTaskRules.WhyNotComplete(run, command) is { } rejection) return rejection;
        run.Emit(new InstanceEvent.UserTaskCompleted(command.Task, run.Actor.Name));
        Writing.Receive(run, command.Task, command.Variables, ((ActivityNode)run.NodeOf(run[command.Task])).Outputs, VariableCause.UserTask);
        Scopes.BeginCompleting(run, command.Task);
        return null;
    }
}
