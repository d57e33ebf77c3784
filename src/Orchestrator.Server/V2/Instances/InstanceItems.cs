using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Server.Requests;

namespace Orchestrator.Server.V2.Instances;

/// <summary>Rows of instances and called processes as items of the API.</summary>
internal sealed class InstanceItems(DefinitionCatalog definitions)
{
    public async Task<ProcessInstanceItem> OfAsync(InstanceRow row) => Item(
        await definitions.GetAsync(row.Definition), ScopeKey.RootOf(row.Instance), row.State, row.StartedAt, row.EndedAt) with
    {
        HasIncident = row.HasIncident,
        BusinessId = row.BusinessKey,
    };

    public async Task<ProcessInstanceItem> OfAsync(ProcessScopeRow row) => Item(
        await definitions.GetAsync(row.Definition), row.Key, row.State, row.StartedAt, row.EndedAt) with
    {
        ParentProcessInstanceKey = Keys.Text(row.Parent),
    };

    private static ProcessInstanceItem Item(DeployedProcess process, ScopeKey key, InstanceRowState state, DateTimeOffset startedAt, DateTimeOffset? endedAt) => new()
    {
        ProcessInstanceKey = Keys.Text(key),
        ProcessDefinitionId = process.Graph.ProcessId,
        ProcessDefinitionName = process.Graph.Name,
        ProcessDefinitionVersion = process.Version,
        ProcessDefinitionVersionTag = process.Graph.VersionTag,
        ProcessDefinitionKey = Keys.Text(process.Key),
        State = state switch
        {
            InstanceRowState.Active => "ACTIVE",
            InstanceRowState.Completed => "COMPLETED",
            InstanceRowState.Terminated => "TERMINATED",
            _ => throw new InvalidOperationException($"No name for the state {state}."),
        },
        StartDate = startedAt,
        EndDate = endedAt,
        HasIncident = false,
        ParentProcessInstanceKey = null,
        ParentElementInstanceKey = null,
        RootProcessInstanceKey = Keys.Text(key.Instance),
        Tags = [],
        BusinessId = null,
    };
}
