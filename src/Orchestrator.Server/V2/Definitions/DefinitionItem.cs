using System.Text.Json.Serialization;
using Orchestrator.Server.V2.Searching;

namespace Orchestrator.Server.V2.Definitions;

/// <summary>A version of a process.</summary>
internal sealed record DefinitionItem
{
    public required string ProcessDefinitionKey { get; init; }
    public required string ProcessDefinitionId { get; init; }
    public required string? Name { get; init; }
    public required string ResourceName { get; init; }
    public required int Version { get; init; }
    public required string? VersionTag { get; init; }
    public bool HasStartForm { get; init; }

    /// <summary>Versions are never deleted.</summary>
    public string State { get; init; } = "ACTIVE";
    public string TenantId { get; init; } = Tenants.Only;
}

/// <summary>Conditions on versions; all of them must hold.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DefinitionFilter
{
    public StringFilter? ProcessDefinitionId { get; init; }
    public string? ProcessDefinitionKey { get; init; }
    public StringFilter? Name { get; init; }
    public string? ResourceName { get; init; }
    public int? Version { get; init; }
    public string? VersionTag { get; init; }
    public bool? IsLatestVersion { get; init; }
    public string? State { get; init; }
    public string? TenantId { get; init; }
}
