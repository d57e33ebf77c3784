using System.Text.Json;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Server.V2.Searching;

namespace Orchestrator.Server.V2.Instances;

/// <summary>From the filters of the API to those of the store.</summary>
internal static class ProcessInstanceFilters
{
    private static readonly Dictionary<string, InstanceSort> s_sorts = new()
    {
        ["startDate"] = InstanceSort.StartedAt,
        ["endDate"] = InstanceSort.EndedAt,
        ["processInstanceKey"] = InstanceSort.Key,
    };

    public static InstanceQuery Roots(ProcessInstanceFilter filter, IReadOnlyList<SortField>? sort, Paging paging)
    {
        var (by, descending) = Sorting.Read(sort, s_sorts, InstanceSort.Key);
        return new()
        {
            Instance = InstanceOf(filter.ProcessInstanceKey?.Single("filter.processInstanceKey")),
            ProcessId = filter.ProcessDefinitionId?.Single("filter.processDefinitionId"),
            Definition = filter.ProcessDefinitionKey is { } definition ? Keys.Definition(definition.Single("filter.processDefinitionKey"), "filter.processDefinitionKey") : null,
            BusinessKey = filter.BusinessId?.Single("filter.businessId"),
            State = StateOf(filter.State),
            HasIncident = filter.HasIncident,
            StartedFrom = filter.StartDate?.From,
            StartedBefore = filter.StartDate?.Before,
            Variables = Conditions(filter.Variables, "filter.variables"),
            Sort = by,
            Descending = descending,
            Page = paging,
        };
    }

    public static ProcessScopeQuery Children(ProcessInstanceFilter filter, StringFilter parent, Paging paging) => new()
    {
        Instance = Keys.Scope(parent.Single("filter.parentProcessInstanceKey"), "filter.parentProcessInstanceKey").Instance,
        Key = filter.ProcessInstanceKey is { } key ? Keys.Scope(key.Single("filter.processInstanceKey"), "filter.processInstanceKey") : null,
        ProcessId = filter.ProcessDefinitionId?.Single("filter.processDefinitionId"),
        State = StateOf(filter.State),
        Page = paging,
    };

    /// <summary>Search variables by the JSON text of the value they must have.</summary>
    public static IReadOnlyList<VariableCondition> Conditions(IReadOnlyList<Tasks.VariableCondition>? conditions, string field) =>
        [.. (conditions ?? []).Select((condition, index) => Condition(condition, $"{field}[{index}].value"))];

    private static VariableCondition Condition(Tasks.VariableCondition? condition, string field)
    {
        if (condition is null) throw new InvalidRequestException(field, "Expected a condition of name and value, but it is null.");
        var text = condition.Value.Single(field)!;
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind switch
            {
                JsonValueKind.String => new(condition.Name, json.RootElement.GetString(), null),
                JsonValueKind.Number => new(condition.Name, null, json.RootElement.GetDecimal()),
                JsonValueKind.True or JsonValueKind.False => new(condition.Name, text, null),
                _ => throw new InvalidRequestException(field, $"Expected a text, a number or a boolean in {field}: other values are not searched."),
            };
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException)
        {
            throw new InvalidRequestException(field, $"Expected the JSON text of a value in {field}: a text stands in quotation marks.");
        }
    }

    private static InstanceId? InstanceOf(string? key)
    {
        if (key is null) return null;
        var scope = Keys.Scope(key, "filter.processInstanceKey");
        // Instances that nobody called have the counter 0; no instance has the number 0.
        return scope.Counter == 0 ? scope.Instance : new(0);
    }

    private static InstanceRowState? StateOf(StringFilter? state) => state?.Single("filter.state") switch
    {
        null => null,
        "ACTIVE" => InstanceRowState.Active,
        "COMPLETED" => InstanceRowState.Completed,
        "TERMINATED" => InstanceRowState.Terminated,
        var other => throw new InvalidRequestException("filter.state", $"Expected ACTIVE, COMPLETED or TERMINATED, but found {other}."),
    };
}
