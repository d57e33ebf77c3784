using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Interpreter.Evaluation;
using Orchestrator.Interpreter.Timers;

namespace Orchestrator.Interpreter.Elements;

/// <summary>User task (BPMN 2.0.2, clause 13.3.3): waits for a person. Without candidate groups of its own it belongs to the group of its lane.</summary>
internal sealed class UserTask : Activity<UserTaskNode>
{
    public const int PriorityDefault = 50;

    public override void Activate(UserTaskNode node, Step step)
    {
        if (!Begin(node, step) || !Create(node, step)) return;
        step.Activated();
    }

    private static bool Create(UserTaskNode node, Step step)
    {
        var (variables, environment) = (step.Variables(), step.Environment);
        if (!Expressions.TextOrNull(node.Assignee, variables, environment, "the assignee").Try(step, out var assignee)) return false;
        if (!Expressions.Texts(node.CandidateGroups, variables, environment, "the candidate groups").Try(step, out var groups)) return false;
        if (!Expressions.Texts(node.CandidateUsers, variables, environment, "the candidate users").Try(step, out var users)) return false;
        if (!Instants.OrNull(node.DueDate, variables, environment, "the due date").Try(step, out var dueAt)) return false;
        if (!Instants.OrNull(node.FollowUpDate, variables, environment, "the follow-up date").Try(step, out var followUpAt)) return false;
        if (!Expressions.Whole(node.Priority, variables, environment, 0, 100, PriorityDefault, "the priority").Try(step, out var priority)) return false;

        if (groups.IsEmpty && users.IsEmpty && node.CandidateGroups is null && node.Lane is { } lane) groups = [lane];
        step.Emit(new InstanceEvent.UserTaskCreated(
            step.Key, node.Name, assignee, groups, users, dueAt, followUpAt, priority, node.FormId, node.EscalationOf, node.Headers.ToImmutableDictionary()));
        return true;
    }

    public override void Terminate(UserTaskNode node, Step step)
    {
        if (step.Element.UserTask is not null) step.Emit(new InstanceEvent.UserTaskCancelled(step.Key));
    }
}
