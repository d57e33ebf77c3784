using System.Text.Json.Serialization;

namespace Orchestrator.Server.V2.Elements;

/// <summary>An element instance of a process instance.</summary>
internal sealed record ElementItem
{
    public required string ElementInstanceKey { get; init; }
    public required string ElementId { get; init; }
    public required string ElementName { get; init; }
    public required string Type { get; init; }

    /// <summary><c>ACTIVE</c>, <c>COMPLETED</c> or <c>TERMINATED</c>.</summary>
    public required string State { get; init; }
    public required DateTimeOffset StartDate { get; init; }
    public required DateTimeOffset? EndDate { get; init; }
    public required bool HasIncident { get; init; }
    public required string? IncidentKey { get; init; }
    public required string ProcessInstanceKey { get; init; }
    public required string RootProcessInstanceKey { get; init; }
    public required string ProcessDefinitionId { get; init; }
    public required string ProcessDefinitionKey { get; init; }
    public string TenantId { get; init; } = Tenants.Only;
}

/// <summary>Conditions on element instances. The process instance must be named: the answer is read out of its history.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ElementFilter
{
    public string? ProcessInstanceKey { get; init; }
    public string? ElementInstanceKey { get; init; }
    public string? ElementId { get; init; }
    public string? Type { get; init; }
    public string? State { get; init; }
    public bool? HasIncident { get; init; }
    public string? TenantId { get; init; }
}
