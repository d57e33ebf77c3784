using System.Text.Json.Serialization;
using Orchestrator.Server.V2.Searching;

namespace Orchestrator.Server.V2.Incidents;

/// <summary>An incident: an element that waits for help.</summary>
internal sealed record IncidentItem
{
    public required string IncidentKey { get; init; }
    public required string ErrorType { get; init; }
    public required string ErrorMessage { get; init; }

    /// <summary><c>ACTIVE</c> or <c>RESOLVED</c>.</summary>
    public required string State { get; init; }
    public required DateTimeOffset CreationTime { get; init; }
    public required string ElementId { get; init; }
    public required string ElementInstanceKey { get; init; }
    public required string ProcessDefinitionId { get; init; }
    public required string ProcessDefinitionKey { get; init; }
    public required string ProcessInstanceKey { get; init; }
    public required string RootProcessInstanceKey { get; init; }
    public required string? JobKey { get; init; }
    public string TenantId { get; init; } = Tenants.Only;
}

/// <summary>Conditions on incidents; all of them must hold.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record IncidentFilter
{
    public StringFilter? IncidentKey { get; init; }
    public StringFilter? ProcessInstanceKey { get; init; }
    public StringFilter? ProcessDefinitionId { get; init; }
    public StringFilter? ErrorType { get; init; }
    public StringFilter? State { get; init; }
    public StringFilter? TenantId { get; init; }
}

/// <summary>Tries the element again.</summary>
internal sealed record ResolutionRequest
{
    public long? OperationReference { get; init; }
}
