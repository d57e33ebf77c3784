using System.Text.Json;
using System.Text.Json.Serialization;
using Orchestrator.Server.V2.Searching;

namespace Orchestrator.Server.V2.Variables;

/// <summary>A variable of a living scope. <see cref="Value"/> is JSON text; a long one is cut.</summary>
internal sealed record VariableItem
{
    public required string VariableKey { get; init; }
    public required string Name { get; init; }
    public required string Value { get; init; }
    public required bool IsTruncated { get; init; }
    public required string ScopeKey { get; init; }
    public required string ProcessInstanceKey { get; init; }
    public required string RootProcessInstanceKey { get; init; }
    public string TenantId { get; init; } = Tenants.Only;
}

/// <summary>Conditions on variables. The process instance must be named: its variables are encrypted and only found through it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record VariableFilter
{
    public StringFilter? ProcessInstanceKey { get; init; }
    public StringFilter? ScopeKey { get; init; }
    public StringFilter? Name { get; init; }
    public string? TenantId { get; init; }
}

/// <summary>Writes variables: into the scope itself when <see cref="Local"/>, else where each name is visible, else at the root.</summary>
internal sealed record SetVariablesRequest
{
    public required JsonElement Variables { get; init; }
    public bool? Local { get; init; }
    public long? OperationReference { get; init; }
}
