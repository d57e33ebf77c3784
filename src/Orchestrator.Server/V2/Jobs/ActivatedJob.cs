using System.Text.Json;

namespace Orchestrator.Server.V2.Jobs;

/// <summary>A job for a worker, with the variables its element maps.</summary>
internal sealed record ActivatedJob
{
    public required string JobKey { get; init; }
    public required string Type { get; init; }
    public string Kind { get; init; } = "BPMN_ELEMENT";
    public string ListenerEventType { get; init; } = "UNSPECIFIED";
    public required string ProcessInstanceKey { get; init; }
    public required string RootProcessInstanceKey { get; init; }
    public required string ProcessDefinitionId { get; init; }
    public required string ProcessDefinitionKey { get; init; }
    public required int ProcessDefinitionVersion { get; init; }
    public required string ElementId { get; init; }
    public required string ElementInstanceKey { get; init; }
    public required IReadOnlyDictionary<string, string> CustomHeaders { get; init; }
    public required string Worker { get; init; }
    public required int Retries { get; init; }

    /// <summary>End of the lock, in milliseconds since 1970.</summary>
    public required long Deadline { get; init; }
    public required JsonElement Variables { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public required string? BusinessId { get; init; }
    public object? UserTask { get; init; }
    public string TenantId { get; init; } = Tenants.Only;
}

/// <summary>Activated jobs; empty when none came before the time was up.</summary>
internal sealed record ActivationResult(IReadOnlyList<ActivatedJob> Jobs);
