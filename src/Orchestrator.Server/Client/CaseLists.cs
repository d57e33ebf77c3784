using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Server.Client;

/// <summary>Lists of cases, restricted to what the user may see.</summary>
internal sealed class CaseLists(IQueries queries, DefinitionCatalog definitions, ActingUser user)
{
    public async Task<(IReadOnlyList<InstanceRow> Rows, int Total)> ReadAsync(CaseQuery query, CancellationToken cancellation)
    {
        var all = new InstanceQuery { State = StateOf(query.State), VisibleTo = CaseRights.CasesOf(user), Sort = InstanceSort.StartedAt, Descending = true, Page = new(query.Offset, query.Limit) };
        var search = query.Search?.Trim();
        if (string.IsNullOrEmpty(search)) return await PageAsync(all, cancellation);
        // Words mean a business key, the number of an agreement that a case is about, or a part of a process's name.
        var byKey = await PageAsync(all with { BusinessKey = search }, cancellation);
        if (byKey.Total > 0) return byKey;
        var byAgreement = await PageAsync(all with { Variables = [new("agreement", search, null)] }, cancellation);
        if (byAgreement.Total > 0) return byAgreement;
        var process = definitions.Latest.FirstOrDefault(record =>
            record.ProcessId.Contains(search, StringComparison.OrdinalIgnoreCase) || record.Name?.Contains(search, StringComparison.CurrentCultureIgnoreCase) == true);
        return process is null ? ([], 0) : await PageAsync(all with { ProcessId = process.ProcessId }, cancellation);
    }

    private async Task<(IReadOnlyList<InstanceRow> Rows, int Total)> PageAsync(InstanceQuery query, CancellationToken cancellation)
    {
        var page = await queries.InstancesAsync(query, cancellation);
        return (page.Items, page.Total);
    }

    private static InstanceRowState? StateOf(CaseState? state) => state switch
    {
        null => null,
        CaseState.Running => InstanceRowState.Active,
        CaseState.Completed => InstanceRowState.Completed,
        CaseState.Terminated => InstanceRowState.Terminated,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Expected a state of a case."),
    };
}
