namespace Orchestrator.Server.V2.Instances;

/// <summary>A process instance; a called process is one as well, with its parent.</summary>
internal sealed record ProcessInstanceItem
{
    public required string ProcessInstanceKey { get; init; }
    public required string ProcessDefinitionId { get; init; }
    public required string? ProcessDefinitionName { get; init; }
    public required int ProcessDefinitionVersion { get; init; }
    public required string? ProcessDefinitionVersionTag { get; init; }
    public required string ProcessDefinitionKey { get; init; }

    /// <summary><c>ACTIVE</c>, <c>COMPLETED</c> or <c>TERMINATED</c>.</summary>
    public required string State { get; init; }
    public required DateTimeOffset StartDate { get; init; }
    public required DateTimeOffset? EndDate { get; init; }
    public required bool HasIncident { get; init; }
    public required string? ParentProcessInstanceKey { get; init; }
    public required string? ParentElementInstanceKey { get; init; }
    public required string RootProcessInstanceKey { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public required string? BusinessId { get; init; }
    public string TenantId { get; init; } = Tenants.Only;
}
