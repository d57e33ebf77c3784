namespace Orchestrator.Bpmn.Model;

/// <summary>A task done by a person (BPMN 2.0.2, clause 10.3.3): <c>zeebe:assignmentDefinition</c>, <c>zeebe:taskSchedule</c>, <c>zeebe:formDefinition</c>, <c>zeebe:priorityDefinition</c>.</summary>
public sealed record UserTaskNode(ElementId Id) : ActivityNode(Id)
{
    public BpmnValue? Assignee { get; init; }

    /// <summary>Fixed text: names separated by commas; expression: a list of strings. Filled with the group of the lane when the task names neither groups nor users.</summary>
    public BpmnValue? CandidateGroups { get; init; }

    public BpmnValue? CandidateUsers { get; init; }

    /// <summary>An ISO date-time with offset or zone.</summary>
    public BpmnValue? DueDate { get; init; }

    public BpmnValue? FollowUpDate { get; init; }

    /// <summary>0 to 100; 50 when null.</summary>
    public BpmnValue? Priority { get; init; }

    /// <summary>The id of a form, or null for a task without a form.</summary>
    public string? FormId { get; init; }

    /// <summary><see cref="Binding.Deployment"/> or <see cref="Binding.Latest"/>.</summary>
    public Binding FormBinding { get; init; } = Binding.Deployment;

    /// <summary><c>orch:escalation of="timer"</c>: the task exists because that boundary timer fired; a correction that moves the timer's instant into the future withdraws it.</summary>
    public ElementId? EscalationOf { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
