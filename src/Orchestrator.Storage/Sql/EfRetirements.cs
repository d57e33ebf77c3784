using Microsoft.EntityFrameworkCore;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Model;

namespace Orchestrator.Storage.Sql;

/// <summary>Retirements of versions, as parts of a transaction on the catalogue.</summary>
internal static class EfRetirements
{
    /// <summary>Makes whoever else deploys, retires or takes back wait until the transaction ends, so that each sees what the other did.</summary>
    /// <remarks>By the row that numbers deployments; it is made here when no number was given yet, because a row that is missing holds nobody back.</remarks>
    public static Task TakeTurnAsync(EngineContext context, CancellationToken cancellation) =>
        context.Database.ExecuteSqlAsync($"""
            INSERT INTO engine_blocks (kind, next) VALUES ({(int)BlockKind.Deployment}, 1) ON CONFLICT (kind) DO UPDATE SET next = engine_blocks.next
            """, cancellation);

    public static async Task<bool> RetireAsync(EngineContext context, Retirement retirement, long after, CancellationToken cancellation)
    {
        await TakeTurnAsync(context, cancellation);
        if (await LastDeploymentAsync(context, cancellation) != after) return false;
        if (await StandingAsync(context, retirement.Definition.Value, cancellation) is not null) return false;
        await AddAsync(context, retirement, cancellation);
        var key = retirement.Definition.Value;
        await context.MessageStarts.Where(row => row.Definition == key).ExecuteDeleteAsync(cancellation);
        await context.StartTimers.Where(row => row.Definition == key).ExecuteDeleteAsync(cancellation);
        await context.SaveChangesAsync(cancellation);
        return true;
    }

    public static async Task<bool> TakeBackAsync(EngineContext context, DefinitionKey definition, TakenBack takenBack, DefinitionStarts starts, long after, CancellationToken cancellation)
    {
        await TakeTurnAsync(context, cancellation);
        if (await LastDeploymentAsync(context, cancellation) != after) return false;
        if (await StandingAsync(context, definition.Value, cancellation) is not { } standing) return false;
        await context.Retirements.Where(row => row.Definition == standing.Definition && row.Number == standing.Number).ExecuteUpdateAsync(
            update => update.SetProperty(row => row.TakenBackAt, takenBack.At).SetProperty(row => row.TakenBackBy, takenBack.By), cancellation);
        AddStarts(context, starts);
        await context.SaveChangesAsync(cancellation);
        return true;
    }

    public static async Task<IReadOnlyList<Retirement>> AllAsync(EngineContext context, CancellationToken cancellation)
    {
        var rows = await context.Retirements.OrderBy(row => row.Definition).ThenBy(row => row.Number).ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new Retirement(new(row.Definition), row.At, row.By, row.Reason, row.TakenBackAt is { } at ? new TakenBack(at, row.TakenBackBy!) : null)),
        ];
    }

    /// <summary>The retirement of a version that has not been taken back.</summary>
    public static Task<StoredRetirement?> StandingAsync(EngineContext context, long definition, CancellationToken cancellation) =>
        context.Retirements.Where(row => row.Definition == definition && row.TakenBackAt == null).SingleOrDefaultAsync(cancellation);

    public static async Task AddAsync(EngineContext context, Retirement retirement, CancellationToken cancellation)
    {
        var key = retirement.Definition.Value;
        var last = await context.Retirements.Where(row => row.Definition == key).MaxAsync(row => (int?)row.Number, cancellation) ?? 0;
        context.Add(new StoredRetirement { Definition = key, Number = last + 1, At = retirement.At, By = retirement.By, Reason = retirement.Reason });
    }

    public static void AddStarts(EngineContext context, DefinitionStarts starts)
    {
        context.AddRange(starts.Messages.Select(start => new MessageStartRecord
        {
            Definition = start.Definition.Value, Element = start.Element, ProcessId = start.ProcessId, MessageName = start.MessageName,
        }));
        context.AddRange(starts.Timers.Select(start => new StartTimerRecord
        {
            Definition = start.Definition.Value,
            Element = start.Element,
            ProcessId = start.ProcessId,
            DueAt = start.DueAt,
            Schedule = start.Schedule,
            Repetitions = start.Repetitions,
        }));
    }

    private static async Task<long> LastDeploymentAsync(EngineContext context, CancellationToken cancellation) =>
        await context.Deployments.MaxAsync(row => (long?)row.Key, cancellation) ?? 0;
}
