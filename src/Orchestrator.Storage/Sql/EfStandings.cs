using Microsoft.EntityFrameworkCore;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Model;

namespace Orchestrator.Storage.Sql;

/// <summary>Figures in portable LINQ.</summary>
internal sealed class EfStandings(SqlDatabase database) : IStandings
{
    private const long KeysOfAnInstance = 1L << ScopeKey.CounterBits;
    private const int PageLimitMax = 1_000;

    public Task<IReadOnlyList<VersionCount>> RunningAsync(CancellationToken cancellation) => database.ReadContextAsync<IReadOnlyList<VersionCount>>(async context =>
    {
        var instances = await context.Instances.Where(row => row.State == InstanceRowState.Active).GroupBy(row => row.Definition)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, cancellation);
        var called = await context.ProcessScopes.Where(row => row.State == InstanceRowState.Active).GroupBy(row => row.Definition)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, cancellation);
        var incidents = await context.Incidents.Where(row => row.ResolvedAt == null).GroupBy(row => row.Definition)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, cancellation);
        return [.. instances.Keys.Union(called.Keys).Union(incidents.Keys).Order()
            .Select(key => new VersionCount(new(key), instances.GetValueOrDefault(key), called.GetValueOrDefault(key), incidents.GetValueOrDefault(key)))];
    }, cancellation);

    public Task<IReadOnlyList<StandingCount>> StandingAsync(StandingQuery query, CancellationToken cancellation) => database.ReadContextAsync<IReadOnlyList<StandingCount>>(async context =>
    {
        // A union holds each pair once: a case with ten open tasks at an element is one case there.
        var waiting = await Waiting(context, query).GroupBy(one => one.Element).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(one => one.Key, one => one.Count, cancellation);
        var failed = await Failed(context, query).Distinct().GroupBy(one => one.Element).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(one => one.Key, one => one.Count, cancellation);
        return [.. waiting.Keys.Union(failed.Keys).Order(StringComparer.Ordinal).Select(key => new StandingCount(key, waiting.GetValueOrDefault(key), failed.GetValueOrDefault(key)))];
    }, cancellation);

    public Task<Page<InstanceRow>> StandingAtAsync(StandingQuery query, IReadOnlyCollection<string> elements, Paging page, CancellationToken cancellation) =>
        database.ReadContextAsync(async context =>
        {
            var wanted = elements.ToArray();
            var there = Waiting(context, query).Union(Failed(context, query)).Where(one => wanted.Contains(one.Element)).Select(one => one.Instance);
            var matches = context.Instances.Where(row => there.Contains(row.Instance)).OrderBy(row => row.StartedAt).ThenBy(row => row.Instance);
            var limit = Math.Clamp(page.Limit, 0, PageLimitMax);
            var rows = await matches.Skip(page.From).Take(limit + 1).ToListAsync(cancellation);
            var total = await matches.Take(Page<InstanceRow>.TotalMax).CountAsync(cancellation);
            return new Page<InstanceRow>([.. rows.Take(limit).Select(RowMapping.ToRow)], total, rows.Count > limit);
        }, cancellation);

    public Task<IReadOnlyList<IncidentCount>> IncidentsAsync(CancellationToken cancellation) => database.ReadContextAsync<IReadOnlyList<IncidentCount>>(async context =>
    {
        var groups = await context.Incidents.Where(row => row.ResolvedAt == null).GroupBy(row => new { row.ProcessId, row.Element, row.Kind, row.Message })
            .Select(group => new { group.Key, Count = group.Count(), Oldest = group.Min(row => row.RaisedAt), Newest = group.Max(row => row.RaisedAt) })
            .OrderByDescending(one => one.Count).ThenBy(one => one.Oldest).Take(IStandings.GroupsMax).ToListAsync(cancellation);
        return [.. groups.Select(one => new IncidentCount(one.Key.ProcessId, one.Key.Element, one.Key.Kind, one.Key.Message, one.Count, one.Oldest, one.Newest))];
    }, cancellation);

    public async Task<IReadOnlyList<IncidentRow>> OpenIncidentsAsync(string processId, string element, IncidentKind kind, ScopeKey after, int take, CancellationToken cancellation)
    {
        await using var context = database.NewContext();
        var rows = await context.Incidents.Where(row => row.ResolvedAt == null && row.ProcessId == processId && row.Element == element && row.Kind == kind && row.Key > after.Value)
            .OrderBy(row => row.Key).Take(take).ToListAsync(cancellation);
        return [.. rows.Select(RowMapping.ToRow)];
    }

    public Task<IReadOnlyList<JobCount>> JobsAsync(CancellationToken cancellation) => database.ReadContextAsync<IReadOnlyList<JobCount>>(async context =>
    {
        var jobs = await context.Jobs.GroupBy(row => new { row.Type, row.Bus, IsExhausted = row.Retries == 0 })
            .Select(group => new { group.Key, Count = group.Count(), Since = group.Min(row => row.AvailableAt) }).ToListAsync(cancellation);
        return [.. jobs.GroupBy(one => (one.Key.Type, one.Key.Bus)).OrderBy(group => group.Key.Type, StringComparer.Ordinal).Select(group => new JobCount(
            group.Key.Type, group.Key.Bus, group.Sum(one => one.Count), group.Where(one => one.Key.IsExhausted).Sum(one => one.Count),
            group.Where(one => !one.Key.IsExhausted).Select(one => (DateTimeOffset?)one.Since).Min()))];
    }, cancellation);

    public Task<IReadOnlyList<OutboxCount>> OutboxAsync(CancellationToken cancellation) => database.ReadContextAsync<IReadOnlyList<OutboxCount>>(async context =>
    {
        var waiting = await context.Set<OutboxRecord>().GroupBy(row => row.Kind)
            .Select(group => new { group.Key, Count = group.Count(), Failing = group.Count(row => row.Failures > 0), Oldest = group.Min(row => row.AvailableAt) }).ToListAsync(cancellation);
        return [.. waiting.OrderBy(one => one.Key).Select(one => new OutboxCount(one.Key, one.Count, one.Failing, one.Oldest))];
    }, cancellation);

    public Task<IReadOnlyList<KeptMessageCount>> KeptMessagesAsync(CancellationToken cancellation) => database.ReadContextAsync<IReadOnlyList<KeptMessageCount>>(async context =>
    {
        var kept = await context.Set<MessageRecord>().Where(row => !row.Immediate).GroupBy(row => row.Name)
            .Select(group => new { group.Key, Count = group.Count(), Oldest = group.Min(row => row.PublishedAt), First = group.Min(row => row.ExpiresAt) }).ToListAsync(cancellation);
        return [.. kept.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => new KeptMessageCount(one.Key, one.Count, one.Oldest, one.First))];
    }, cancellation);

    // Tasks and jobs name their version. Timers, subscriptions and called processes are of a version when the process they lie in is.
    private static IQueryable<Standing> Waiting(EngineContext context, StandingQuery query)
    {
        var (definition, process, catching) = (query.Definition.Value, query.ProcessId, query.Catching.ToArray());
        var running = context.Instances.Where(row => row.Definition == definition && row.State == InstanceRowState.Active).Select(row => row.Instance)
            .Union(context.ProcessScopes.Where(row => row.Definition == definition && row.State == InstanceRowState.Active).Select(row => row.Instance));
        var tasks = context.Tasks.Where(row => row.Definition == definition && row.State == TaskRowState.Created).Select(row => new Standing { Element = row.Element, Instance = row.Instance });
        var jobs = context.Jobs.Where(row => row.Definition == definition).Select(row => new Standing { Element = row.Element, Instance = row.Instance });
        var messages = context.Subscriptions.Where(row => row.ProcessId == process && catching.Contains(row.Element) && running.Contains(row.Instance))
            .Select(row => new Standing { Element = row.Element, Instance = row.Instance });
        var timers = context.Timers.Where(row => catching.Contains(row.Element) && running.Contains(row.Instance)).Select(row => new Standing { Element = row.Element, Instance = row.Instance });
        var calls = context.ProcessScopes.Where(row => row.State == InstanceRowState.Active
                && (context.Instances.Any(caller => caller.Instance == row.Instance && caller.Definition == definition && row.Parent == caller.Instance * KeysOfAnInstance)
                    || context.ProcessScopes.Any(caller => caller.Key == row.Parent && caller.Definition == definition)))
            .Select(row => new Standing { Element = row.Element, Instance = row.Instance });
        return tasks.Union(jobs).Union(messages).Union(timers).Union(calls);
    }

    private static IQueryable<Standing> Failed(EngineContext context, StandingQuery query)
    {
        var definition = query.Definition.Value;
        return context.Incidents.Where(row => row.Definition == definition && row.ResolvedAt == null).Select(row => new Standing { Element = row.Element, Instance = row.Instance });
    }

    private sealed class Standing
    {
        public string Element { get; set; } = "";
        public long Instance { get; set; }
    }
}
