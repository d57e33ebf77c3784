using Orchestrator.Engine.Ports;

namespace Orchestrator.Storage.Sql;

/// <summary>
/// When something becomes due next, in one statement. Due rows that are claimed count from the end of the claim; they stand at the front of the index, so a bounded
/// look at the front and the first unclaimed row are enough, however many timers are armed.
/// </summary>
internal static class NextDueQuery
{
    private const int FrontRows = 1_000;

    private static readonly string _sql = $"""
        SELECT {Claimable("engine_timers", "due_at")}, {Claimable("engine_start_timers", "due_at")},
            (SELECT min(CASE WHEN locked_until > available_at THEN locked_until ELSE available_at END) FROM engine_jobs WHERE NOT bus AND retries > 0),
            {Claimable("engine_outbox", "available_at")},
            (SELECT min(locked_until) FROM engine_jobs WHERE bus AND {SqlWorkQueue.WasOffered}),
            {Claimable("engine_continuations", "requested_at")},
            (SELECT min(expires_at) FROM engine_messages), (SELECT min(expires_at) FROM engine_inbox)
        """;

    public static async Task<NextDue> RunAsync(SqlSession session, CancellationToken cancellation)
    {
        var due = (await session.QueryAsync(_sql, reader =>
            Enumerable.Range(0, reader.FieldCount).Select(column => session.Dialect.InstantOrNull(reader, column)).ToArray(), cancellation))[0];
        var i = 0;
        DateTimeOffset? Claimable() => Earlier(due[i++], due[i++]);
        return new NextDue(
            Timer: Claimable(), StartTimer: Claimable(), Job: due[i++], Outbox: Claimable(), BusDeadline: due[i++], Continuation: Claimable(), Expiry: Earlier(due[i++], due[i++]));
    }

    private static string Claimable(string table, string due) => $"""
        (SELECT min(at) FROM (SELECT CASE WHEN claimed_until > {due} THEN claimed_until ELSE {due} END AS at FROM {table} ORDER BY {due} LIMIT {FrontRows}) AS front),
            (SELECT {due} FROM {table} WHERE claimed_until IS NULL ORDER BY {due} LIMIT 1)
        """;

    private static DateTimeOffset? Earlier(DateTimeOffset? left, DateTimeOffset? right) => left is null || (right is not null && right < left) ? right : left;
}
