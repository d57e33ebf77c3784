using Orchestrator.Bpmn.Model;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Ports;
using Orchestrator.Server.Requests;

namespace Orchestrator.Server.V2.Tasks;

/// <summary>Rows of tasks as items of the API.</summary>
internal sealed class UserTaskItems(DefinitionCatalog definitions)
{
    private static readonly Dictionary<string, string> s_noHeaders = [];

    public async Task<UserTaskItem> OfAsync(TaskRow row)
    {
        var process = await definitions.GetAsync(row.Definition);
        var node = process.Graph.Find(new(row.Element)) as UserTaskNode;
        return new()
        {
            UserTaskKey = Keys.Text(row.Key),
            Name = row.Name,
            State = row.State switch
            {
                TaskRowState.Created => "CREATED",
                TaskRowState.Completed => "COMPLETED",
                TaskRowState.Cancelled => "CANCELED",
                _ => throw new InvalidOperationException($"No name for the state {row.State}."),
            },
            Assignee = row.Assignee,
            ElementId = row.Element,
            ElementInstanceKey = Keys.Text(row.Key),
            CandidateGroups = row.CandidateGroups,
            CandidateUsers = row.CandidateUsers,
            ProcessDefinitionId = row.ProcessId,
            ProcessDefinitionKey = Keys.Text(row.Definition),
            ProcessDefinitionVersion = process.Version,
            ProcessInstanceKey = Keys.Text(row.Instance),
            RootProcessInstanceKey = Keys.Text(row.Instance),
            ProcessName = process.Graph.Name,
            CreationDate = row.CreatedAt,
            CompletionDate = row.State == TaskRowState.Completed ? row.EndedAt : null,
            DueDate = row.DueAt,
            FollowUpDate = row.FollowUpAt,
            FormKey = FormKeyOf(row),
            ExternalFormReference = null,
            CustomHeaders = node?.Headers ?? s_noHeaders,
            Priority = row.Priority,
            Tags = [],
            BusinessId = row.BusinessKey,
        };
    }

    public static string? FormKeyOf(TaskRow row) => row.FormId is { } form ? DerivedKeys.Of("form", $"{row.Definition} {form}") : null;
}
