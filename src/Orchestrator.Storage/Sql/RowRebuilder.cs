using Microsoft.EntityFrameworkCore;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Projections;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Changes;
using Orchestrator.Storage.Model;

namespace Orchestrator.Storage.Sql;

/// <summary>All projection rows of one instance: read from one view, and written anew when a verification found them wrong.</summary>
internal sealed class RowRebuilder(SqlDatabase database, ChangeCatalogue changes)
{
    private const int StrayShownMax = 100;

    /// <summary>Every table of projection rows: its key, and the number of the instance that the key says.</summary>
    private static readonly (string Table, string Key, string Instance)[] Owned =
    [
        .. new[] { "process_scopes", "tasks", "timers", "jobs", "subscriptions", "incidents" }.Select(name => ($"engine_{name}", "r.key", $"(r.key >> {ScopeKey.CounterBits})")),
        ("engine_continuations", "r.scope", $"(r.scope >> {ScopeKey.CounterBits})"),
        ("engine_search_variables", "r.name", "r.instance"),
        ("engine_start_reservations", "r.process_id", "r.instance"),
        ("engine_snapshots", "r.version", "r.instance"),
    ];

    public Task<StoredRows?> ReadAsync(InstanceId instance, CancellationToken cancellation) =>
        database.ReadContextAsync(async context =>
        {
            var number = instance.Number;
            var (from, to) = (number << ScopeKey.CounterBits, (number + 1) << ScopeKey.CounterBits);
            var version = await context.Instances.Where(row => row.Instance == number).Select(row => (long?)row.Version).FirstOrDefaultAsync(cancellation);
            if (version is not { } stands) return null;
            try
            {
                return new StoredRows(stands, new InstanceRows(
                    (await ListAsync(context.Instances.Where(row => row.Instance == number), RowMapping.ToRow, cancellation))[0],
                    await ListAsync(context.ProcessScopes.Where(row => row.Key >= from && row.Key < to).OrderBy(row => row.Key), RowMapping.ToRow, cancellation),
                    await ListAsync(context.Tasks.Where(row => row.Key >= from && row.Key < to).OrderBy(row => row.Key), RowMapping.ToRow, cancellation),
                    await ListAsync(context.Timers.Where(row => row.Key >= from && row.Key < to).OrderBy(row => row.Key), RowMapping.ToRow, cancellation),
                    await ListAsync(context.Jobs.Where(row => row.Key >= from && row.Key < to).OrderBy(row => row.Key), RowMapping.ToRow, cancellation),
                    await ListAsync(context.Subscriptions.Where(row => row.Key >= from && row.Key < to).OrderBy(row => row.Key), RowMapping.ToRow, cancellation),
                    await ListAsync(context.Incidents.Where(row => row.Key >= from && row.Key < to).OrderBy(row => row.Key), RowMapping.ToRow, cancellation),
                    await ListAsync(context.SearchVariables.Where(row => row.Instance == number).OrderBy(row => row.Name), RowMapping.ToRow, cancellation),
                    await ListAsync(context.Set<ContinuationRecord>().Where(row => row.Scope >= from && row.Scope < to).OrderBy(row => row.Scope), RowMapping.ToRow, cancellation),
                    await ListAsync(context.Set<StartReservationRecord>().Where(row => row.Instance == number).OrderBy(row => row.ProcessId), RowMapping.ToRow, cancellation)));
            }
            // A column of SQLite takes any value, of any type.
            catch (Exception wrong) when (wrong is InvalidOperationException or InvalidCastException or FormatException or OverflowException or ArgumentException)
            {
                return new StoredRows(stands, new InstanceRows(null, [], [], [], [], [], [], [], [], []), $"Expected rows that can be read, but a column holds another kind of value ({(wrong.InnerException ?? wrong).GetType().Name}).");
            }
        }, cancellation);

    /// <summary>Rows of instances that do not exist, at most some of each table.</summary>
    public Task<IReadOnlyList<StrayRow>> StrayAsync(CancellationToken cancellation) =>
        database.ReadConsistentAsync<IReadOnlyList<StrayRow>>(async session =>
        {
            var found = new List<StrayRow>();
            foreach (var (table, key, instance) in Owned)
                found.AddRange(await session.QueryAsync(
                    $"SELECT CAST({key} AS text), {instance} FROM {table} r WHERE NOT EXISTS (SELECT 1 FROM engine_instances i WHERE i.instance = {instance}) ORDER BY 2, 1 LIMIT {StrayShownMax}",
                    reader => new StrayRow(new InstanceId(reader.GetInt64(1)), table["engine_".Length..].Replace('_', ' '), reader.GetString(0)), cancellation));
            return found;
        }, cancellation);

    public Task DropStrayAsync(CancellationToken cancellation) =>
        database.WriteAsync(async session =>
        {
            var dropped = 0;
            foreach (var (table, _, instance) in Owned)
                dropped += await session.ExecuteAsync($"DELETE FROM {table} AS r WHERE NOT EXISTS (SELECT 1 FROM engine_instances i WHERE i.instance = {instance})", cancellation);
            return dropped;
        }, cancellation);

    public Task<bool> ReplaceAsync(InstanceId instance, long version, InstanceRows rows, CancellationToken cancellation) =>
        database.WriteAsync(async session =>
        {
            if (rows.Instance is not { } head) throw new InvariantBrokenException($"Expected the row of instance {instance} among its rows, but there is none.");
            if (!await WriteHeadAsync(session, head, version, cancellation)) return false;
            await DeleteAsync(session, instance, rows, cancellation);
            foreach (var change in Inserts(rows)) await session.ApplyAsync(changes.Of(change), change, cancellation);
            return true;
        }, cancellation);

    private static async Task<bool> WriteHeadAsync(SqlSession session, InstanceRow row, long version, CancellationToken cancellation) =>
        await session.ExecuteAsync("""
            UPDATE engine_instances SET definition = @definition, process_id = @process, subject = @subject, business_key = @business, state = @state, started_at = @started, ended_at = @ended, has_incident = @incident
            WHERE instance = @instance AND version = @version
            """, cancellation,
            ("definition", row.Definition.Value), ("process", row.ProcessId), ("subject", row.Subject), ("business", row.BusinessKey), ("state", (int)row.State), ("started", StoredInstants.Of(row.StartedAt)),
            ("ended", StoredInstants.Of(row.EndedAt)), ("incident", row.HasIncident), ("instance", row.Instance.Number), ("version", version)) == 1;

    private static async Task DeleteAsync(SqlSession session, InstanceId instance, InstanceRows rows, CancellationToken cancellation)
    {
        (string Name, object? Value)[] range = [("from", instance.Number << ScopeKey.CounterBits), ("to", (instance.Number + 1) << ScopeKey.CounterBits)];
        foreach (var table in (string[])["engine_process_scopes", "engine_tasks", "engine_timers", "engine_jobs", "engine_subscriptions", "engine_incidents"])
            await session.ExecuteAsync($"DELETE FROM {table} WHERE key >= @from AND key < @to", cancellation, range);
        await session.ExecuteAsync("DELETE FROM engine_continuations WHERE scope >= @from AND scope < @to", cancellation, range);
        await session.ExecuteAsync("DELETE FROM engine_search_variables WHERE instance = @instance", cancellation, ("instance", instance.Number));
        await session.ExecuteAsync("DELETE FROM engine_start_reservations WHERE instance = @instance", cancellation, ("instance", instance.Number));
        // A reservation is unique by what it reserves: one that somebody gave to another instance stands in the way.
        foreach (var row in rows.StartReservations)
            await session.ExecuteAsync("DELETE FROM engine_start_reservations WHERE process_id = @process AND correlation_key = @key", cancellation, ("process", row.ProcessId), ("key", row.CorrelationKey));
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
        .. rows.Continuations.Select(row => new RowChange.InsertContinuation(row.Scope, row.Instance, row.RequestedAt)),
        .. rows.StartReservations.Select(row => new RowChange.ReserveStart(row.ProcessId, row.CorrelationKey, row.Instance)),
    ];

    private static FeelValue Value(SearchVariableRow row) =>
        row.Number is { } number ? new FeelNumber(Decimal34.From(number)) : new FeelString(row.Text ?? "");

    private static async Task<List<TRow>> ListAsync<TRecord, TRow>(IQueryable<TRecord> query, Func<TRecord, TRow> map, CancellationToken cancellation) =>
        [.. (await query.ToListAsync(cancellation)).Select(map)];
}
