using System.Text.Json;
using System.Text.Json.Serialization;
using Orchestrator.Server.V2.Searching;

namespace Orchestrator.Server.V2.Tasks;

/// <summary>Conditions on tasks; all of them must hold.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record UserTaskFilter
{
    public StringFilter? State { get; init; }
    public StringFilter? Assignee { get; init; }
    public StringFilter? CandidateGroup { get; init; }
    public StringFilter? CandidateUser { get; init; }
    public string? ElementId { get; init; }
    public string? ProcessDefinitionId { get; init; }
    public string? ProcessDefinitionKey { get; init; }
    public string? ProcessInstanceKey { get; init; }
    public string? UserTaskKey { get; init; }
    public DateFilter? DueDate { get; init; }
    public string? BusinessId { get; init; }

    /// <summary>Search variables of the instance: names that its definition marks <c>orch:search</c>.</summary>
    public IReadOnlyList<VariableCondition>? ProcessInstanceVariables { get; init; }
    public StringFilter? TenantId { get; init; }
}

/// <summary>A search variable and the JSON text of the value it must have.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record VariableCondition
{
    public required string Name { get; init; }
    public required StringFilter Value { get; init; }
}

/// <summary>Gives a task to somebody.</summary>
internal sealed record AssignmentRequest
{
    public string? Assignee { get; init; }

    /// <summary>False: refused when somebody has the task already. True when it is missing, as in Camunda 8.</summary>
    public bool? AllowOverride { get; init; }
    public string? Action { get; init; }
}

/// <summary>Completes a task; the variables pass the rules of its form.</summary>
internal sealed record TaskCompletionRequest
{
    public JsonElement? Variables { get; init; }
    public string? Action { get; init; }
}

/// <summary>The form of a task: a form-js schema as JSON text.</summary>
internal sealed record FormItem(string FormId, string FormKey, int Version, string Schema, string TenantId = Tenants.Only);
