using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Configuration;

namespace Orchestrator.Server.Client;

/// <summary>The number of the newest case that started before a day. Looked for once a day and program: among very many cases that takes a moment.</summary>
internal sealed class NewestCase(IQueries queries, FeelWorld world)
{
    private readonly Lock _lock = new();
    private (DateOnly Day, long Number) _found;

    /// <summary>0 when there is no case at all. Where none started before the day, the newest of the day when it was first asked for.</summary>
    public async Task<long> BeforeAsync(DateOnly day, CancellationToken cancellation)
    {
        lock (_lock)
            if (_found.Day == day) return _found.Number;
        var number = await FindAsync(day, cancellation);
        lock (_lock)
            if (number > 0) _found = (day, number);
        return number;
    }

    // Of yesterday, else of a month, else of all times: each reads no more than it needs.
    private async Task<long> FindAsync(DateOnly day, CancellationToken cancellation)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        var today = new DateTimeOffset(midnight, world.Zone.GetUtcOffset(midnight));
        foreach (var (from, before) in ((DateTimeOffset?, DateTimeOffset?)[])[(today.AddDays(-1), today), (today.AddDays(-30), today), (null, today), (today, null)])
        {
            var page = await queries.InstancesAsync(new() { StartedFrom = from, StartedBefore = before, Descending = true, Page = new(0, 1) }, cancellation);
            if (page.Items is [var row]) return row.Instance.Number;
        }
        return 0;
    }
}
