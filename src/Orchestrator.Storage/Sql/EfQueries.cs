using Microsoft.EntityFrameworkCore;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Model;

namespace Orchestrator.Storage.Sql;

/// <summary>Searches in portable LINQ.</summary>
internal sealed class EfQueries(SqlDatabase database) : IQueries
{
    // Keys first, from an index alone; then the rows of the page, seen at the same moment.
    public Task<Page<TaskRow>> TasksAsync(TaskQuery query, CancellationToken cancellation) => database.ReadContextAsync(async context =>
    {
        var audiences = await Audiences.OfAsync(context, query, cancellation);
        var limit = Math.Clamp(query.Page.Limit, 0, PageLimitMax);
        // Who asks for no row asks for the number alone.
        if (limit == 0) return new Page<TaskRow>([], await CountAsync(TaskSearch.Parts(context, query, audiences), cancellation), false);
        var (keys, total) = await KeysAsync(context, query, audiences, limit + 1, cancellation);
        var shown = keys.Take(limit).ToList();
        var records = shown.Count == 0 ? [] : await context.Tasks.Where(row => shown.Contains(row.Key)).ToDictionaryAsync(row => row.Key, cancellation);
        return new Page<TaskRow>([.. shown.Select(key => records[key].ToRow())], total, keys.Count > limit);
    }, cancellation);

    // Words are looked for in every row: one pass finds the page and the number. Whatever an index finds is quicker found and then counted.
    private static async Task<(List<long> Keys, int Total)> KeysAsync(EngineContext context, TaskQuery query, Audiences? audiences, int take, CancellationToken cancellation)
    {
        var from = query.Page.From;
        var sorted = TaskSearch.Sorted(TaskSearch.Filter(context, query, audiences), query).Select(row => row.Key);
        if (query.Words.Count > 0 && from + take <= Page<TaskRow>.TotalMax)
        {
            var all = await sorted.Take(Page<TaskRow>.TotalMax).ToListAsync(cancellation);
            return ([.. all.Skip(from).Take(take)], all.Count);
        }
        var keys = await sorted.Skip(from).Take(take).ToListAsync(cancellation);
        var isWhole = from == 0 && keys.Count < take;
        return (keys, isWhole ? keys.Count : await CountAsync(TaskSearch.Parts(context, query, audiences), cancellation));
    }

    private static async Task<int> CountAsync(IReadOnlyList<IQueryable<TaskRecord>> parts, CancellationToken cancellation)
    {
        var total = 0;
        foreach (var part in parts) total += await part.Take(Page<TaskRow>.TotalMax - total).CountAsync(cancellation);
        return total;
    }

    public Task<IReadOnlyList<TaskCount>> TaskCountsAsync(TaskQuery query, TaskFacet facet, CancellationToken cancellation) => database.ReadContextAsync<IReadOnlyList<TaskCount>>(async context =>
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var without = 0;
        foreach (var part in TaskSearch.Parts(context, query, await Audiences.OfAsync(context, query, cancellation)))
        {
            var values = facet switch
            {
                TaskFacet.Process => part.Select(row => (string?)row.ProcessId),
                TaskFacet.Assignee => part.Select(row => row.Assignee),
                _ => throw new ArgumentOutOfRangeException(nameof(facet), facet, "Expected a column by which tasks are counted."),
            };
            foreach (var group in await values.GroupBy(value => value).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellation))
            {
                if (group.Key is null) without += group.Count;
                else counts[group.Key] = counts.GetValueOrDefault(group.Key) + group.Count;
            }
        }
        var named = counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => new TaskCount(count.Key, count.Value));
        return [.. without > 0 ? [new(null, without)] : (IEnumerable<TaskCount>)[], .. named];
    }, cancellation);

    public Task<TaskRow?> TaskAsync(ScopeKey task, CancellationToken cancellation) =>
        FirstAsync(context => context.Tasks.Where(row => row.Key == task.Value), RowMapping.ToRow, cancellation);

    public Task<Page<InstanceRow>> InstancesAsync(InstanceQuery query, CancellationToken cancellation) =>
        PageAsync(context => InstanceSearch.Build(context, query), RowMapping.ToRow, query.Page, cancellation);

    public Task<InstanceRow?> InstanceAsync(InstanceId instance, CancellationToken cancellation) =>
        FirstAsync(context => context.Instances.Where(row => row.Instance == instance.Number), RowMapping.ToRow, cancellation);

    public Task<IReadOnlyList<ScopeKey>> RunningAsync(DefinitionKey definition, ScopeKey after, int take, CancellationToken cancellation) => database.ReadContextAsync<IReadOnlyList<ScopeKey>>(async context =>
    {
        // The key of an instance is that of its root scope: greater ones belong to later instances, or to what was called inside this one.
        var roots = await context.Instances.Where(row => row.Definition == definition.Value && row.State == InstanceRowState.Active && row.Instance > after.Instance.Number)
            .OrderBy(row => row.Instance).Take(take).Select(row => row.Instance).ToListAsync(cancellation);
        var called = await context.ProcessScopes.Where(row => row.Definition == definition.Value && row.State == InstanceRowState.Active && row.Key > after.Value)
            .OrderBy(row => row.Key).Take(take).Select(row => row.Key).ToListAsync(cancellation);
        return [.. roots.Select(number => ScopeKey.RootOf(new(number))).Concat(called.Select(key => new ScopeKey(key))).Order().Take(take)];
    }, cancellation);

    public Task<Page<ProcessScopeRow>> ProcessScopesAsync(ProcessScopeQuery query, CancellationToken cancellation) =>
        PageAsync(
            context => context.ProcessScopes
                .WhereSet(query.Key, key => row => row.Key == key.Value)
                .WhereInstance(query.Instance, row => row.Key)
                .WhereText(query.ProcessId, id => row => row.ProcessId == id)
                .WhereSet(query.Definition, definition => row => row.Definition == definition.Value)
                .WhereSet(query.State, state => row => row.State == state)
                .OrderBy(row => row.Key),
            RowMapping.ToRow, query.Page, cancellation);

    public Task<Page<IncidentRow>> IncidentsAsync(IncidentQuery query, CancellationToken cancellation) =>
        PageAsync(
            context => context.Incidents
                .WhereSet(query.Key, key => row => row.Key == key.Value)
                .WhereInstance(query.Instance, row => row.Key)
                .WhereText(query.ProcessId, id => row => row.ProcessId == id)
                .WhereSet(query.Kind, kind => row => row.Kind == kind)
                .WhereSet(query.Open, open => row => row.ResolvedAt == null == open)
                .OrderBy(row => row.RaisedAt).ThenBy(row => row.Key),
            RowMapping.ToRow, query.Page, cancellation);

    public Task<IncidentRow?> IncidentAsync(ScopeKey incident, CancellationToken cancellation) =>
        FirstAsync(context => context.Incidents.Where(row => row.Key == incident.Value), RowMapping.ToRow, cancellation);

    public Task<Page<LockedJob>> JobsAsync(JobQuery query, CancellationToken cancellation) =>
        PageAsync(
            context => context.Jobs
                .WhereSet(query.Key, key => row => row.Key == key.Value)
                .WhereInstance(query.Instance, row => row.Key)
                .WhereText(query.Type, type => row => row.Type == type)
                .WhereText(query.ProcessId, id => row => row.ProcessId == id)
                .OrderBy(row => row.Key),
            RowMapping.ToLockedJob, query.Page, cancellation);

    public async Task<IReadOnlyList<TimerRow>> TimersAsync(InstanceId instance, CancellationToken cancellation)
    {
        await using var context = database.NewContext();
        var rows = await context.Timers.WhereInstance(instance, row => row.Key).OrderBy(row => row.DueAt).ThenBy(row => row.Key).ToListAsync(cancellation);
        return [.. rows.Select(RowMapping.ToRow)];
    }

    public Task<Slice<TimerRow>> TimersAsync(TimerQuery query, CancellationToken cancellation) =>
        SliceAsync(context => DueSearch.Timers(context, query), RowMapping.ToRow, query.Page, cancellation);

    public async Task<int> CountTimersAsync(TimerQuery query, CancellationToken cancellation)
    {
        await using var context = database.NewContext();
        return await DueSearch.Timers(context, query).Take(Page<TimerRow>.TotalMax).CountAsync(cancellation);
    }

    public Task<Slice<DueRow>> DueAsync(DueQuery query, CancellationToken cancellation) =>
        SliceAsync(context => DueSearch.Build(context, query), RowMapping.ToRow, query.Page, cancellation);

    public async Task<IReadOnlyList<DueMark>> DueMarksAsync(DueQuery query, CancellationToken cancellation)
    {
        await using var context = database.NewContext();
        var rows = await DueSearch.Build(context, query).Take(Page<DueMark>.TotalMax).Select(row => new { row.Kind, row.DueAt }).ToListAsync(cancellation);
        return [.. rows.Select(row => new DueMark((DueKind)row.Kind, row.DueAt))];
    }

    public async Task<IReadOnlyList<SubscriptionRow>> SubscriptionsAsync(InstanceId instance, CancellationToken cancellation)
    {
        await using var context = database.NewContext();
        var rows = await context.Subscriptions.WhereInstance(instance, row => row.Key).OrderBy(row => row.Key).ToListAsync(cancellation);
        return [.. rows.Select(RowMapping.ToRow)];
    }

    private async Task<Page<TRow>> PageAsync<TRecord, TRow>(
        Func<EngineContext, IQueryable<TRecord>> build, Func<TRecord, TRow> map, Paging paging, CancellationToken cancellation)
    {
        await using var context = database.NewContext();
        var matches = build(context);
        var limit = Math.Clamp(paging.Limit, 0, PageLimitMax);
        var rows = await matches.Skip(paging.From).Take(limit + 1).ToListAsync(cancellation);
        var total = await matches.Take(Page<TRow>.TotalMax).CountAsync(cancellation);
        return new Page<TRow>([.. rows.Take(limit).Select(map)], total, rows.Count > limit);
    }

    private async Task<Slice<TRow>> SliceAsync<TRecord, TRow>(
        Func<EngineContext, IQueryable<TRecord>> build, Func<TRecord, TRow> map, Paging paging, CancellationToken cancellation)
    {
        await using var context = database.NewContext();
        var limit = Math.Clamp(paging.Limit, 0, PageLimitMax);
        var rows = await build(context).Skip(paging.From).Take(limit + 1).ToListAsync(cancellation);
        return new Slice<TRow>([.. rows.Take(limit).Select(map)], rows.Count > limit);
    }

    private const int PageLimitMax = 1_000;

    private async Task<TRow?> FirstAsync<TRecord, TRow>(Func<EngineContext, IQueryable<TRecord>> build, Func<TRecord, TRow> map, CancellationToken cancellation) where TRow : class
    {
        await using var context = database.NewContext();
        var rows = await build(context).Take(1).ToListAsync(cancellation);
        return rows.Count == 0 ? null : map(rows[0]);
    }
}
