using Microsoft.EntityFrameworkCore;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Changes;
using Orchestrator.Storage.Model;

namespace Orchestrator.Storage.Sql;

/// <summary>All projection rows of one instance: read from one view, and written anew when a verification found them wrong.</summary>
internal sealed class RowRebuilder(SqlDatabase database, ChangeCatalogue changes)
{
    public Task<StoredRows?> ReadAsync(InstanceId instance, CancellationToken cancellation) =>
        database.ReadContextAsync(async context =>
        {
            var number = instance.Number;
            var (from, to) = (number << ScopeKey.CounterBits, (number + 1) << ScopeKey.CounterBits);
            var head = await context.Instances.Where(row => row.Instance == number).Select(row => new { Row = row }).FirstOrDefaultAsync(cancellation);
            if (head is null) return null;
            return new StoredRows(head.Row.Version, new InstanceRows(
                head.Row.ToRow(),
                await ListAsync(context.ProcessScopes.Where(row => row.Key >= from && row.Key < to).OrderBy(row => row.Key), RowMapping.ToRow, cancellation),
                await ListAsync(context.Tasks.Where(row => row.Key >= from && row.Key < to).OrderBy(row => row.Key), RowMapping.ToRow, cancellation),
                await ListAsync(context.Timers.Where(row => row.Key >= from && row.Key < to).OrderBy(row => row.Key), RowMapping.ToRow, cancellation),
                await ListAsync(context.Jobs.Where(row => row.Key >= from && row.Key < to).OrderBy(row => row.Key), RowMapping.ToRow, cancellation),
                await ListAsync(context.Subscriptions.Where(row => row.Key >= from && row.Key < to).OrderBy(row => row.Key), RowMapping.ToRow, cancellation),
                await ListAsync(context.Incidents.Where(row => row.Key >= from && row.Key < to).OrderBy(row => row.Key), RowMapping.ToRow, cancellation),
                await ListAsync(context.SearchVariables.Where(row => row.Instance == number).OrderBy(row => row.Name), RowMapping.ToRow, cancellation),
                await ListAsync(context.Set<ContinuationRecord>().Where(row => row.Scope >= from && row.Scope < to).OrderBy(row => row.Scope), row => new ScopeKey(row.Scope), cancellation),
                await ListAsync(context.Set<StartReservationRecord>().Where(row => row.Instance == number).OrderBy(row => row.ProcessId), RowMapping.ToRow, cancellation)));
        }, cancellation);

    public Task<bool> ReplaceAsync(InstanceId instance, long version, InstanceRows rows, CancellationToken cancellation) =>
        database.WriteAsync(async session =>
        {
            if (rows.Instance is not { } head) throw new InvariantBrokenException($"Expected the row of instance {instance} among its rows, but there is none.");
            if (!await WriteHeadAsync(session, head, version, cancellation)) return false;
            await DeleteAsync(session, instance, cancellation);
            foreach (var change in Inserts(rows)) await session.ApplyAsync(changes.Of(change), change, cancellation);
            return true;
        }, cancellation);

    private static async Task<bool> WriteHeadAsync(SqlSession session, InstanceRow row, long version, CancellationToken cancellation) =>
        await session.ExecuteAsync("""
            UPDATE engine_instances SET definition = @definition, process_id = @process, business_key = @business, state = @state, started_at = @started, ended_at = @ended, has_incident = @incident
            WHERE instance = @instance AND version = @version
            """, cancellation,
            ("definition", row.Definition.Value), ("process", row.ProcessId), ("business", row.BusinessKey), ("state", (int)row.State), ("started", row.StartedAt),
            ("ended", row.EndedAt), ("incident", row.HasIncident), ("instance", row.Instance.Number), ("version", version)) == 1;

    private static async Task DeleteAsync(SqlSession session, InstanceId instance, CancellationToken cancellation)
    {
        (string Name, object? Value)[] range = [("from", instance.Number << ScopeKey.CounterBits), ("to", (instance.Number + 1) << ScopeKey.CounterBits)];
        foreach (var table in (string[])["engine_process_scopes", "engine_tasks", "engine_timers", "engine_jobs", "engine_subscriptions", "engine_incidents"])
            await session.ExecuteAsync($"DELETE FROM {table} WHERE key >= @from AND key < @to", cancellation, range);
        await session.ExecuteAsync("DELETE FROM engine_continuations WHERE scope >= @from AND scope < @to", cancellation, range);
        await session.ExecuteAsync("DELETE FROM engine_search_variables WHERE instance = @instance", cancellation, ("instance", instance.Number));
        await session.ExecuteAsync("DELETE FROM engine_start_reservations WHERE instance = @instance", cancellation, ("instance", instance.Number));
    }

    private static IEnumerable<RowChange> Inserts(InstanceRows rows) =>
    [
        .. rows.ProcessScopes.Select(row => new RowChange.InsertProcessScope(row)),
        .. rows.Tasks.Select(row => new RowChange.InsertTask(row)),
        .. rows.Timers.Select(row => new RowChange.InsertTimer(row)),
        .. rows.Jobs.Select(row => new RowChange.InsertJob(row)),
        .. rows.Subscriptions.Select(row => new RowChange.OpenSubscription(row)),
        .. rows.Incidents.Select(row => new RowChange.InsertIncident(row)),
        .. rows.SearchVariables.Select(row => new RowChange.SetSearchVariable(row.Instance, row.Name, Value(row))),
        .. rows.Continuations.Select(scope => new RowChange.InsertContinuation(scope, scope.Instance, rows.Instance!.StartedAt)),
        .. rows.StartReservations.Select(row => new RowChange.ReserveStart(row.ProcessId, row.CorrelationKey, row.Instance)),
    ];

    private static FeelValue Value(SearchVariableRow row) =>
        row.Number is { } number ? new FeelNumber(Decimal34.From(number)) : new FeelString(row.Text ?? "");

    private static async Task<List<TRow>> ListAsync<TRecord, TRow>(IQueryable<TRecord> query, Func<TRecord, TRow> map, CancellationToken cancellation) =>
        [.. (await query.ToListAsync(cancellation)).Select(map)];
}
