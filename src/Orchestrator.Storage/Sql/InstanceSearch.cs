using Orchestrator.Engine.Ports;
using Orchestrator.Storage.Model;

namespace Orchestrator.Storage.Sql;

/// <summary>Instances and their filters.</summary>
internal static class InstanceSearch
{
    public static IQueryable<InstanceRecord> Build(EngineContext context, InstanceQuery query)
    {
        var rows = context.Instances
            .WhereSet(query.Instance, instance => row => row.Instance == instance.Number)
            .WhereText(query.ProcessId, id => row => row.ProcessId == id)
            .WhereSet(query.Definition, definition => row => row.Definition == definition.Value)
            .WhereText(query.BusinessKey, key => row => row.BusinessKey == key)
            .WhereSet(query.State, state => row => row.State == state)
            .WhereSet(query.HasIncident, flag => row => row.HasIncident == flag)
            .WhereSet(query.StartedFrom, from => row => row.StartedAt >= from)
            .WhereSet(query.StartedBefore, before => row => row.StartedAt < before);
        if (query.VisibleTo is { } viewer)
        {
            var seen = TaskSearch.Visible(context.Tasks, viewer);
            rows = rows.Where(row => seen.Any(task => task.Instance == row.Instance));
        }
        foreach (var (name, text, number) in query.Variables)
            rows = rows.Where(row => context.SearchVariables.Any(variable => variable.Instance == row.Instance && variable.Name == name && variable.Text == text && variable.Number == number));
        return Sorted(rows, query.Sort, query.Descending);
    }

    private static IQueryable<InstanceRecord> Sorted(IQueryable<InstanceRecord> rows, InstanceSort sort, bool descending) => sort switch
    {
        InstanceSort.Key => descending ? rows.OrderByDescending(row => row.Instance) : rows.OrderBy(row => row.Instance),
        InstanceSort.EndedAt => (descending ? rows.OrderBy(row => row.EndedAt == null).ThenByDescending(row => row.EndedAt) : rows.OrderBy(row => row.EndedAt == null).ThenBy(row => row.EndedAt))
            .ThenBy(row => row.Instance),
        _ => (descending ? rows.OrderByDescending(row => row.StartedAt) : rows.OrderBy(row => row.StartedAt)).ThenBy(row => row.Instance),
    };
}
