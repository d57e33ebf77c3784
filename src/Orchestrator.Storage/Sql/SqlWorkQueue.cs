using System.Data.Common;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Storage.Sql;

/// <summary>Claims of due work, each one statement in a short transaction of its own.</summary>
internal sealed class SqlWorkQueue(SqlDatabase database) : IWorkQueue
{
    private const string JobColumns = "key, instance, definition, process_id, element, type, attempt, retries, available_at, bus, worker, locked_until";

    public async Task<IReadOnlyList<DueTimer>> ClaimTimersAsync(DateTimeOffset now, TimeSpan claimFor, int take, CancellationToken cancellation)
    {
        var claimed = await ClaimAsync("""
            UPDATE engine_timers SET claimed_until = {until} WHERE key IN (
                SELECT key FROM engine_timers WHERE due_at <= {now} AND (claimed_until IS NULL OR claimed_until <= {now}) ORDER BY due_at LIMIT @take {skip locked})
            RETURNING key, due_at
            """, reader => new DueTimer(new(reader.GetInt64(0)), database.Dialect.ReadInstant(reader, 1)), now, claimFor, take, cancellation);
        return [.. claimed.OrderBy(timer => timer.DueAt).ThenBy(timer => timer.Key)];
    }

    public async Task<IReadOnlyList<StartTimerRow>> ClaimStartTimersAsync(DateTimeOffset now, TimeSpan claimFor, int take, CancellationToken cancellation)
    {
        var claimed = await ClaimAsync("""
            UPDATE engine_start_timers SET claimed_until = {until} WHERE (definition, element) IN (
                SELECT definition, element FROM engine_start_timers WHERE due_at <= {now} AND (claimed_until IS NULL OR claimed_until <= {now}) ORDER BY due_at LIMIT @take {skip locked})
            RETURNING process_id, definition, element, due_at, schedule, repetitions
            """, StartTimer, now, claimFor, take, cancellation);
        return [.. claimed.OrderBy(timer => timer.DueAt)];
    }

    internal StartTimerRow StartTimer(DbDataReader reader) =>
        new(reader.GetString(0), new(reader.GetInt64(1)), reader.GetString(2), database.Dialect.ReadInstant(reader, 3), reader.TextOrNull(4), reader.IntOrNull(5));

    public async Task<IReadOnlyList<LockedJob>> ActivateJobsAsync(string type, string worker, DateTimeOffset now, TimeSpan lockFor, int take, CancellationToken cancellation)
    {
        var locked = await ClaimAsync($$"""
            UPDATE engine_jobs SET locked_until = {until}, worker = @worker WHERE key IN (
                SELECT key FROM engine_jobs WHERE type = @type AND NOT bus AND retries > 0 AND available_at <= {now} AND (locked_until IS NULL OR locked_until <= {now})
                ORDER BY available_at LIMIT @take {skip locked})
            RETURNING {{JobColumns}}
            """, Locked, now, lockFor, take, cancellation, ("type", type), ("worker", worker));
        return [.. locked.OrderBy(job => job.Job.AvailableAt).ThenBy(job => job.Job.Key)];
    }

    /// <summary>Of a job of the bus: the transport has taken its offer. Until then (the broker may be away) nobody can have answered, and its time does not run out.</summary>
    internal static readonly string WasOffered = FormattableString.Invariant(
        $"NOT EXISTS (SELECT 1 FROM engine_outbox WHERE engine_outbox.key = engine_jobs.key AND engine_outbox.attempt = engine_jobs.attempt AND kind = {(int)OutboxKind.JobOffered})");

    public async Task<bool> LockBusJobAsync(ScopeKey job, int attempt, DateTimeOffset now, TimeSpan lockFor, CancellationToken cancellation) =>
        await database.WriteAsync(session => session.ExecuteAsync(
            "UPDATE engine_jobs SET locked_until = {until}, worker = 'bus' WHERE key = @key AND attempt = @attempt AND bus", cancellation,
            ("key", job.Value), ("attempt", attempt), ("now", now), ("until", now + lockFor)), cancellation) == 1;

    public async Task<bool> ExtendJobAsync(ScopeKey job, DateTimeOffset now, TimeSpan lockFor, CancellationToken cancellation) =>
        await database.WriteAsync(session => session.ExecuteAsync(
            "UPDATE engine_jobs SET locked_until = {until} WHERE key = @key AND locked_until > {now}", cancellation,
            ("key", job.Value), ("now", now), ("until", now + lockFor)), cancellation) == 1;

    public async Task<IReadOnlyList<LockedJob>> ClaimExpiredBusJobsAsync(DateTimeOffset now, TimeSpan claimFor, int take, CancellationToken cancellation) =>
        await ClaimAsync($$"""
            UPDATE engine_jobs SET locked_until = {until} WHERE key IN (
                SELECT key FROM engine_jobs WHERE bus AND locked_until <= {now} AND {{WasOffered}} ORDER BY locked_until LIMIT @take {skip locked})
            RETURNING {{JobColumns}}
            """, Locked, now, claimFor, take, cancellation);

    public Task<JobRow?> FindJobAsync(ScopeKey job, CancellationToken cancellation) =>
        database.ReadAsync(session => session.FirstAsync($"SELECT {JobColumns} FROM engine_jobs WHERE key = @key", Job, cancellation, ("key", job.Value)), cancellation);

    public async Task<IReadOnlyList<ScopeKey>> ClaimContinuationsAsync(DateTimeOffset now, TimeSpan claimFor, int take, CancellationToken cancellation) =>
        await ClaimAsync("""
            UPDATE engine_continuations SET claimed_until = {until} WHERE scope IN (
                SELECT scope FROM engine_continuations WHERE requested_at <= {now} AND (claimed_until IS NULL OR claimed_until <= {now}) ORDER BY requested_at LIMIT @take {skip locked})
            RETURNING scope
            """, reader => new ScopeKey(reader.GetInt64(0)), now, claimFor, take, cancellation);

    public async Task<IReadOnlyList<OutboxRow>> ClaimOutboxAsync(DateTimeOffset now, TimeSpan claimFor, int take, CancellationToken cancellation)
    {
        var claimed = await ClaimAsync("""
            UPDATE engine_outbox SET claimed_until = {until} WHERE (key, attempt, kind) IN (
                SELECT key, attempt, kind FROM engine_outbox WHERE available_at <= {now} AND (claimed_until IS NULL OR claimed_until <= {now}) ORDER BY available_at LIMIT @take {skip locked})
            RETURNING key, attempt, kind, instance, available_at
            """, reader => new OutboxRow((OutboxKind)reader.GetInt32(2), new(reader.GetInt64(0)), reader.GetInt32(1), new(reader.GetInt64(3)), database.Dialect.ReadInstant(reader, 4)),
            now, claimFor, take, cancellation);
        return [.. claimed.OrderBy(row => row.AvailableAt).ThenBy(row => row.Key)];
    }

    public Task SentAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellation) =>
        database.WriteAsync(async session =>
        {
            foreach (var row in rows)
                await session.ExecuteAsync("DELETE FROM engine_outbox WHERE key = @key AND attempt = @attempt AND kind = @kind", cancellation, Key(row));
            return rows.Count;
        }, cancellation);

    public Task SendFailedAsync(OutboxRow row, DateTimeOffset availableAt, string reason, CancellationToken cancellation) =>
        database.WriteAsync(session => session.ExecuteAsync(
            "UPDATE engine_outbox SET available_at = @available, claimed_until = NULL, failures = failures + 1, last_failure = @reason WHERE key = @key AND attempt = @attempt AND kind = @kind",
            cancellation, [.. Key(row), ("available", availableAt), ("reason", reason)]), cancellation);

    public Task ReleaseClaimsAsync(CancellationToken cancellation) =>
        database.WriteAsync(async session =>
        {
            var released = 0;
            foreach (var table in (string[])["engine_timers", "engine_start_timers", "engine_continuations", "engine_outbox"])
                released += await session.ExecuteAsync($"UPDATE {table} SET claimed_until = NULL WHERE claimed_until IS NOT NULL", cancellation);
            return released;
        }, cancellation);

    public async Task<bool> RememberInboxAsync(Guid message, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellation) =>
        await database.WriteAsync(session => session.ExecuteAsync(
            "INSERT INTO engine_inbox (message, expires_at) VALUES (@message, @expires) ON CONFLICT DO NOTHING", cancellation,
            ("message", message.ToByteArray(bigEndian: true)), ("expires", expiresAt)), cancellation) == 1;

    public Task<NextDue> NextDueAsync(CancellationToken cancellation) => database.ReadAsync(session => NextDueQuery.RunAsync(session, cancellation), cancellation);

    public Task<int> ForgetExpiredAsync(DateTimeOffset now, int take, CancellationToken cancellation) =>
        database.WriteAsync(async session =>
        {
            (string, object?)[] limits = [("now", now), ("take", take)];
            var gone = await session.QueryAsync(
                "DELETE FROM engine_messages WHERE key IN (SELECT key FROM engine_messages WHERE expires_at <= {now} ORDER BY expires_at LIMIT @take) RETURNING key",
                reader => reader.GetInt64(0), cancellation, limits);
            foreach (var message in gone)
                await session.ExecuteAsync("DELETE FROM engine_message_correlations WHERE message = @message", cancellation, ("message", message));
            return gone.Count + await session.ExecuteAsync(
                "DELETE FROM engine_inbox WHERE message IN (SELECT message FROM engine_inbox WHERE expires_at <= {now} ORDER BY expires_at LIMIT @take)", cancellation, limits);
        }, cancellation);

    private Task<List<T>> ClaimAsync<T>(
        string sql, Func<DbDataReader, T> read, DateTimeOffset now, TimeSpan claimFor, int take, CancellationToken cancellation, params (string, object?)[] more) =>
        database.WriteAsync(session => session.QueryAsync(sql, read, cancellation, [("now", now), ("until", now + claimFor), ("take", take), .. more]), cancellation);

    private static (string, object?)[] Key(OutboxRow row) => [("key", row.Key.Value), ("attempt", row.Attempt), ("kind", (int)row.Kind)];

    private JobRow Job(DbDataReader reader) =>
        new(new(reader.GetInt64(0)), new(reader.GetInt64(1)), new(reader.GetInt64(2)), reader.GetString(3), reader.GetString(4), reader.GetString(5),
            reader.GetInt32(6), reader.GetInt32(7), database.Dialect.ReadInstant(reader, 8), reader.GetBoolean(9));

    private LockedJob Locked(DbDataReader reader) => new(Job(reader), reader.TextOrNull(10), database.Dialect.ReadInstant(reader, 11));
}
