using Orchestrator.Bpmn.Model;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client;

/// <summary>Rows of incidents as the pages show them.</summary>
internal sealed class IncidentViews(IQueries queries, DefinitionCatalog definitions, CaseNames names)
{
    public async Task<IReadOnlyList<IncidentView>> OfAsync(IReadOnlyList<IncidentRow> rows, CancellationToken cancellation)
    {
        var views = new List<IncidentView>(rows.Count);
        foreach (var row in rows) views.Add(await OfAsync(row, cancellation));
        return views;
    }

    public async Task<IncidentView> OfAsync(IncidentRow row, CancellationToken cancellation)
    {
        var instance = await queries.InstanceAsync(row.Instance, cancellation);
        var process = await definitions.FindAsync(row.Definition);
        var node = process?.Graph.Find(new ElementId(row.Element));
        return new(
            row.Key.Value, await names.CaseAsync(row.Instance, row.Definition, row.ProcessId, instance?.BusinessKey, cancellation), row.Element, node?.Name ?? row.Element,
            row.Kind.ToString(), row.Message, row.RaisedAt)
        {
            JobType = row.Kind == IncidentKind.JobNoRetries ? await JobTypeAsync(row, cancellation) : null,
            ResolvedAt = row.ResolvedAt,
        };
    }

    private async Task<string?> JobTypeAsync(IncidentRow row, CancellationToken cancellation)
    {
        var page = await queries.JobsAsync(new() { Key = row.Scope, Page = new(0, 1) }, cancellation);
        return page.Items is [var locked] ? locked.Job.Type : null;
    }
}
