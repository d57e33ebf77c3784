using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter.Commands;

/// <summary>May this person do this with a task? A reason against it, or null.</summary>
internal static class UserTaskRules
{
    /// <summary>Members may assign any task to anybody.</summary>
    public const string SupervisorGroup = "supervisor";

    public static Rejection? WhyNotClaim(Run run, ScopeKey key)
    {
        if (WhyNotOpen(run, key, out var task) is { } rejection) return rejection;
        if (task!.Assignee is { } assignee) return new(RejectionReason.WrongState, $"Expected task {key} to be unassigned, but {assignee} has it.");
        return WhyNotHold(run.Actor, key, task);
    }

    // A substitute gets no right that they had not: whoever could not claim the task cannot take it over.
    public static Rejection? WhyNotTakeOver(Run run, Command.TakeOverUserTask command)
    {
        if (WhyNotOpen(run, command.Task, out var task) is { } rejection) return rejection;
        if (task!.Assignee != command.Absent)
            return new(RejectionReason.WrongState, $"Expected {command.Absent} to have task {command.Task}, but {task.Assignee ?? "nobody"} has it.");
        if (command.Absent == run.Actor.Name) return new(RejectionReason.Invalid, $"Expected somebody else than {run.Actor.Name} to take task {command.Task} over: they have it.");
        return WhyNotHold(run.Actor, command.Task, task);
    }

    public static Rejection? WhyNotUnclaim(Run run, ScopeKey key)
    {
        if (WhyNotOpen(run, key, out var task) is { } rejection) return rejection;
        if (task!.Assignee is not { } assignee) return new(RejectionReason.WrongState, $"Expected task {key} to be assigned, but nobody has it.");
        return assignee == run.Actor.Name || MayAssign(run.Actor) ? null : new(RejectionReason.NotAllowed, $"Expected {run.Actor.Name} to have task {key}, but {assignee} has it.");
    }

    public static Rejection? WhyNotAssign(Run run, Command.AssignUserTask command)
    {
        if (WhyNotOpen(run, command.Task, out var task) is { } rejection) return rejection;
        if (string.IsNullOrWhiteSpace(command.Assignee)) return new(RejectionReason.Invalid, "Expected the name of an assignee, but it is empty.");
        if (!KeptText.FitsColumn(command.Assignee)) return new(RejectionReason.Invalid, "Expected the name of an assignee without NUL and half characters, but it has them.");
        if (!MayAssign(run.Actor)) return new(RejectionReason.NotAllowed, $"Expected {run.Actor.Name} to be a member of '{SupervisorGroup}' to assign task {command.Task}, but that is not so.");
        if (task!.Assignee is { } assignee && !command.AllowOverride)
            return new(RejectionReason.WrongState, $"Expected task {command.Task} to be unassigned, but {assignee} has it.");
        return null;
    }

    public static Rejection? WhyNotComplete(Run run, Command.CompleteUserTask command)
    {
        if (WhyNotOpen(run, command.Task, out var task) is { } rejection) return rejection;
        if (run.Actor.Unrestricted || task!.Assignee == run.Actor.Name) return VariableRules.WhyNotAccept(command.Variables);
        return task.Assignee is { } assignee
            ? new(RejectionReason.NotAllowed, $"Expected {run.Actor.Name} to have task {command.Task}, but {assignee} has it.")
            : new(RejectionReason.NotAllowed, $"Expected {run.Actor.Name} to have claimed task {command.Task}, but nobody has.");
    }

    private static Rejection? WhyNotOpen(Run run, ScopeKey key, out UserTaskState? task)
    {
        var element = run.Find(key);
        task = element?.UserTask;
        if (task is null) return new(RejectionReason.NotFound, $"Expected an open task {key}, but there is none.");
        return element!.Status == ElementStatus.Active ? null : new(RejectionReason.WrongState, $"Expected an active task, but {key} is {element.Status}.");
    }

    private static Rejection? WhyNotHold(Actor actor, ScopeKey key, UserTaskState task) => IsCandidate(actor, task)
        ? null
        : new(RejectionReason.NotAllowed, $"Expected {actor.Name} to be a candidate of task {key}, but the candidates are {Candidates(task)}.");

    private static bool MayAssign(Actor actor) => actor.Unrestricted || actor.Groups.Contains(SupervisorGroup);

    // A task that names nobody is everybody's.
    private static bool IsCandidate(Actor actor, UserTaskState task) =>
        actor.Unrestricted
        || (task.CandidateGroups.IsEmpty && task.CandidateUsers.IsEmpty)
        || task.CandidateUsers.Contains(actor.Name)
        || task.CandidateGroups.Any(actor.Groups.Contains);

    private static string Candidates(UserTaskState task) => string.Join(", ", task.CandidateGroups.Concat(task.CandidateUsers));
}
