namespace Orchestrator.Server.V2.Tasks;

/// <summary>A human task.</summary>
internal sealed record UserTaskItem
{
    public required string UserTaskKey { get; init; }
    public required string? Name { get; init; }

    /// <summary><c>CREATED</c>, <c>COMPLETED</c> or <c>CANCELED</c>.</summary>
    public required string State { get; init; }
    public required string? Assignee { get; init; }
    public required string ElementId { get; init; }
    public required string ElementInstanceKey { get; init; }
    public required IReadOnlyList<string> CandidateGroups { get; init; }
    public required IReadOnlyList<string> CandidateUsers { get; init; }
    public required string ProcessDefinitionId { get; init; }
    public required string ProcessDefinitionKey { get; init; }
    public required int ProcessDefinitionVersion { get; init; }
    public required string ProcessInstanceKey { get; init; }
    public required string RootProcessInstanceKey { get; init; }
    public required string? ProcessName { get; init; }
    public required DateTimeOffset CreationDate { get; init; }
    public required DateTimeOffset? CompletionDate { get; init; }
    public required DateTimeOffset? DueDate { get; init; }
    public required DateTimeOffset? FollowUpDate { get; init; }
    public required string? FormKey { get; init; }
    public required string? ExternalFormReference { get; init; }
    public required IReadOnlyDictionary<string, string> CustomHeaders { get; init; }
    public required int Priority { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public required string? BusinessId { get; init; }
    public string TenantId { get; init; } = Tenants.Only;
}
