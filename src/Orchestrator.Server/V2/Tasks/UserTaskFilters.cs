using Orchestrator.Engine.Ports;
using Orchestrator.Server.V2.Instances;
using Orchestrator.Server.V2.Searching;

namespace Orchestrator.Server.V2.Tasks;

/// <summary>From the filters of the API to those of the store.</summary>
internal static class UserTaskFilters
{
    private static readonly Dictionary<string, TaskSort> s_sorts = new()
    {
        ["creationDate"] = TaskSort.CreatedAt,
        ["dueDate"] = TaskSort.DueAt,
        ["followUpDate"] = TaskSort.FollowUpAt,
        ["completionDate"] = TaskSort.EndedAt,
        ["priority"] = TaskSort.Priority,
    };

    public static TaskQuery Query(SearchRequest<UserTaskFilter>? body, Paging paging)
    {
        var filter = body?.Filter ?? new();
        Tenants.Check(filter.TenantId?.Single("filter.tenantId"), "filter.tenantId");
        var (by, descending) = Sorting.Read(body?.Sort, s_sorts, TaskSort.CreatedAt);
        return new()
        {
            Key = filter.UserTaskKey is { } key ? Keys.Scope(key, "filter.userTaskKey") : null,
            Instance = filter.ProcessInstanceKey is { } instance ? Keys.Scope(instance, "filter.processInstanceKey").Instance : null,
            State = StateOf(filter.State),
            Assignee = filter.Assignee?.Exists is null ? filter.Assignee?.Single("filter.assignee") : null,
            Assigned = filter.Assignee?.Exists,
            CandidateGroups = filter.CandidateGroup is { } group ? group.Values ?? throw NoValues("filter.candidateGroup") : null,
            CandidateUser = filter.CandidateUser?.Single("filter.candidateUser"),
            ProcessId = filter.ProcessDefinitionId,
            Definition = filter.ProcessDefinitionKey is { } definition ? Keys.Definition(definition, "filter.processDefinitionKey") : null,
            BusinessKey = filter.BusinessId,
            Element = filter.ElementId,
            DueFrom = filter.DueDate?.From,
            DueBefore = filter.DueDate?.Before,
            Variables = ProcessInstanceFilters.Conditions(filter.ProcessInstanceVariables, "filter.processInstanceVariables"),
            Sort = by,
            Descending = descending,
            Page = paging,
        };
    }

    private static TaskRowState? StateOf(StringFilter? state) => state?.Single("filter.state") switch
    {
        null => null,
        "CREATED" => TaskRowState.Created,
        "COMPLETED" => TaskRowState.Completed,
        "CANCELED" => TaskRowState.Cancelled,
        var other => throw new InvalidRequestException("filter.state", $"Expected CREATED, COMPLETED or CANCELED, but found {other}."),
    };

    private static InvalidRequestException NoValues(string field) => new(field, $"Expected values in {field}.");
}
