using System.Text.Json;
using System.Text.Json.Serialization;
using Orchestrator.Server.V2.Searching;
using Orchestrator.Server.V2.Tasks;

namespace Orchestrator.Server.V2.Instances;

/// <summary>Starts an instance, by the key of a version or by process id (its latest version when none is named).</summary>
internal sealed record CreateInstanceRequest
{
    public string? ProcessDefinitionKey { get; init; }
    public string? ProcessDefinitionId { get; init; }

    /// <summary>-1 or missing: the latest.</summary>
    public int? ProcessDefinitionVersion { get; init; }
    public JsonElement? Variables { get; init; }
    public string? BusinessId { get; init; }
    public string? TenantId { get; init; }
    public bool? AwaitCompletion { get; init; }
    public long? RequestTimeout { get; init; }
    public IReadOnlyList<string>? FetchVariables { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }
    public IReadOnlyList<JsonElement>? StartInstructions { get; init; }
    public IReadOnlyList<JsonElement>? RuntimeInstructions { get; init; }
    public long? OperationReference { get; init; }
}

/// <summary>What was started.</summary>
internal sealed record CreateInstanceResult
{
    public required string ProcessInstanceKey { get; init; }
    public required string ProcessDefinitionId { get; init; }
    public required string ProcessDefinitionKey { get; init; }
    public required int ProcessDefinitionVersion { get; init; }
    public required JsonElement Variables { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public required string? BusinessId { get; init; }
    public string TenantId { get; init; } = Tenants.Only;
}

/// <summary>Conditions on instances; all of them must hold. With a parent, called processes are searched, otherwise instances that nobody called.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ProcessInstanceFilter
{
    public StringFilter? ProcessInstanceKey { get; init; }
    public StringFilter? ParentProcessInstanceKey { get; init; }
    public StringFilter? ProcessDefinitionId { get; init; }
    public StringFilter? ProcessDefinitionKey { get; init; }
    public StringFilter? State { get; init; }
    public StringFilter? BusinessId { get; init; }
    public bool? HasIncident { get; init; }
    public DateFilter? StartDate { get; init; }
    public IReadOnlyList<VariableCondition>? Variables { get; init; }
    public StringFilter? TenantId { get; init; }
}

/// <summary>Goes on under another version; elements that are not named are those of the same id.</summary>
internal sealed record MigrateRequest
{
    public string? TargetProcessDefinitionKey { get; init; }
    public IReadOnlyList<MappingInstruction?>? MappingInstructions { get; init; }
    public long? OperationReference { get; init; }
}

/// <summary>An element that is active, and its counterpart in the version that is entered.</summary>
internal sealed record MappingInstruction
{
    public string? SourceElementId { get; init; }
    public string? TargetElementId { get; init; }
}

/// <summary>Ends an instance from outside.</summary>
internal sealed record CancelRequest
{
    public long? OperationReference { get; init; }
}
