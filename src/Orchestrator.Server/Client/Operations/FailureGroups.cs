using Orchestrator.Bpmn.Model;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Incidents;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Server.Client.Operations;

/// <summary>Open incidents that say the same.</summary>
internal sealed class FailureGroups(IStandings standings, DefinitionCatalog definitions)
{
    public async Task<IReadOnlyList<FailureGroup>> ReadAsync(CancellationToken cancellation)
    {
        var groups = new List<FailureGroup>();
        foreach (var alike in (await standings.IncidentsAsync(cancellation)).GroupBy(one => (one.ProcessId, one.Element, one.Kind, Message: IncidentGroup.Alike(one.Message))))
        {
            var graph = (await definitions.LatestAsync(alike.Key.ProcessId))?.Graph;
            groups.Add(new(
                alike.Key.ProcessId, graph?.Name ?? alike.Key.ProcessId, alike.Key.Element, graph?.Find(new ElementId(alike.Key.Element))?.Name ?? alike.Key.Element, alike.Key.Kind.ToString(),
                // One text stands as it is.
                alike.Count() == 1 ? alike.Single().Message : alike.Key.Message, alike.Sum(one => one.Count), alike.Min(one => one.Oldest), alike.Max(one => one.Newest)));
        }
        return [.. groups.OrderByDescending(group => group.Count).ThenBy(group => group.Oldest)];
    }
}
