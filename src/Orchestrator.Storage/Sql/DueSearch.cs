using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Model;

namespace Orchestrator.Storage.Sql;

/// <summary>Timers and what falls due, by the indexes on due instants.</summary>
internal static class DueSearch
{
    private const long KeysOfAnInstance = 1L << ScopeKey.CounterBits;

    public static IQueryable<TimerRecord> Timers(EngineContext context, TimerQuery query) =>
        Seen(context, Seen(context, Between(context.Timers, query.DueFrom, query.DueBefore), query.VisibleTo), query.Of).OrderBy(row => row.DueAt).ThenBy(row => row.Key);

    public static IQueryable<DueRecord> Build(EngineContext context, DueQuery query)
    {
        var elements = query.TermElements.ToArray();
        var terms = Seen(context, Seen(context, Between(context.Timers, query.DueFrom, query.DueBefore), query.CasesOf), query.Of)
            .Where(row => elements.Contains(row.Element))
            .Select(row => new DueRecord { Kind = 1, Key = row.Key, Element = row.Element, DueAt = row.DueAt });
        if (!query.Tasks) return terms.OrderBy(row => row.DueAt).ThenBy(row => row.Key);
        var tasks = TaskSearch.Filter(context, new() { State = TaskRowState.Created, DueFrom = query.DueFrom, DueBefore = query.DueBefore, VisibleTo = query.TasksOf }, audiences: null);
        if (query.Of is { } of) tasks = TaskSearch.Visible(tasks, of);
        var open = tasks.Where(row => row.DueAt != null).Select(row => new DueRecord { Kind = 2, Key = row.Key, Element = row.Element, DueAt = row.DueAt!.Value });
        return elements.Length == 0 ? open.OrderBy(row => row.DueAt).ThenBy(row => row.Key) : terms.Concat(open).OrderBy(row => row.DueAt).ThenBy(row => row.Key);
    }

    private static IQueryable<TimerRecord> Between(IQueryable<TimerRecord> rows, DateTimeOffset? from, DateTimeOffset? before) => rows
        .WhereSet(from, instant => row => row.DueAt >= instant)
        .WhereSet(before, instant => row => row.DueAt < instant);

    // Keys hold their instance in the upper bits, so the tasks of a timer's instance are a range of the primary key.
    private static IQueryable<TimerRecord> Seen(EngineContext context, IQueryable<TimerRecord> rows, TaskViewer? viewer)
    {
        if (viewer is null) return rows;
        var seen = TaskSearch.Visible(context.Tasks, viewer);
        return rows.Where(row => seen.Any(task => task.Key >= unchecked(row.Instance * KeysOfAnInstance) && task.Key < unchecked(row.Instance * KeysOfAnInstance + KeysOfAnInstance)));
    }
}

/// <summary>One thing that falls due, as both tables give it.</summary>
internal sealed class DueRecord
{
    public int Kind { get; set; }
    public long Key { get; set; }
    public string Element { get; set; } = "";
    public DateTimeOffset DueAt { get; set; }
}
