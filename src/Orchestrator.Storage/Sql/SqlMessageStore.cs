using System.Data.Common;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Changes;
using Orchestrator.Storage.Encryption;

namespace Orchestrator.Storage.Sql;

/// <summary>Buffered messages and who waits for them.</summary>
internal sealed class SqlMessageStore(SqlDatabase database, ChangeCatalogue changes, MessageCipher cipher) : IMessageStore
{
    private const string Columns = "m.key, m.name, m.correlation_key, m.message_id, m.published_at, m.expires_at, m.immediate, m.payload";

    private const string Alive = "m.expires_at > {now}";

    private const string NotReached = "NOT EXISTS (SELECT 1 FROM engine_message_correlations c WHERE c.message = m.key AND c.process_id = {0})";

    private const string Waits = "(NOT m.immediate OR s.opened_at <= m.published_at)";

    public Task<PublishedMessage> PublishAsync(MessageRow message, CancellationToken cancellation) =>
        database.WriteAsync(async session =>
        {
            (string, object?)[] address = [("name", message.Name), ("correlation", message.CorrelationKey), ("id", message.MessageId), ("now", message.PublishedAt)];
            if (message.MessageId is not null)
            {
                await ForgetAsync(session, "SELECT key FROM engine_messages m WHERE m.name = @name AND m.correlation_key = @correlation AND m.message_id = @id AND m.expires_at <= @now", address, cancellation);
                var known = await session.FirstAsync<long?>(
                    "SELECT key FROM engine_messages WHERE name = @name AND correlation_key = @correlation AND message_id = @id", reader => reader.GetInt64(0), cancellation, address);
                if (known is { } key) return new PublishedMessage(key, New: false);
            }
            var change = new RowChange.InsertMessage(message);
            await session.ApplyAsync(changes.Of(change), change, cancellation);
            return new PublishedMessage(message.Key, New: true);
        }, cancellation);

    public Task<IReadOnlyList<Correlation>> FindCorrelationsAsync(MessageAddress? address, DateTimeOffset now, int take, CancellationToken cancellation) =>
        database.ReadConsistentAsync<IReadOnlyList<Correlation>>(async session =>
        {
            var (name, correlation) = (address?.Name, address?.CorrelationKey);
            var addressed = address is null ? "" : "AND m.name = @name AND m.correlation_key = @correlation";
            (string, object?)[] parameters = address is null ? [("now", now), ("take", take)] : [("now", now), ("take", take), ("name", name), ("correlation", correlation)];
            var waiting = await session.QueryAsync(Subscribed(addressed), reader => Subscribed(reader), cancellation, parameters);
            var starting = await session.QueryAsync(Starting(addressed), reader => Starting(reader), cancellation, parameters);
            return [.. waiting.Concat(starting).OrderBy(found => found.Message.PublishedAt).ThenBy(found => found.Message.Key).ThenBy(found => found.ProcessId, StringComparer.Ordinal).Take(take)];
        }, cancellation);

    public Task<IReadOnlyList<ImmediateMessage>> FindImmediateAsync(DateTimeOffset now, DateTimeOffset until, int take, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<ImmediateMessage>>(async session => await session.QueryAsync(
            $"SELECT m.key, m.name, m.correlation_key FROM engine_messages m WHERE m.immediate AND m.published_at <= @until AND {Alive} ORDER BY m.published_at, m.key LIMIT @take",
            reader => new ImmediateMessage(reader.GetInt64(0), new MessageAddress(reader.GetString(1), reader.GetString(2))),
            cancellation, ("now", now), ("until", until), ("take", take)), cancellation);

    public Task<IReadOnlyList<Correlated>> ReachedAsync(long key, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<Correlated>>(async session => await session.QueryAsync(
            "SELECT process_id, instance FROM engine_message_correlations WHERE message = @key ORDER BY process_id",
            reader => new Correlated(key, reader.GetString(0), new InstanceId(reader.GetInt64(1))), cancellation, ("key", key)), cancellation);

    public Task<MessageRow?> FindMessageAsync(long key, CancellationToken cancellation) =>
        database.ReadAsync(session => session.FirstAsync($"SELECT {Columns} FROM engine_messages m WHERE m.key = @key", Message, cancellation, ("key", key)), cancellation);

    public Task DeleteMessageAsync(long key, CancellationToken cancellation) =>
        database.WriteAsync(session => ForgetAsync(session, "SELECT key FROM engine_messages WHERE key = @key", [("key", key)], cancellation), cancellation);

    /// <summary>For each living message and process id it has not reached, the subscription that was opened first.</summary>
    private static string Subscribed(string addressed) => $$"""
        SELECT * FROM (
            SELECT {{Columns}}, s.process_id AS process, s.key AS subscription, row_number() OVER (PARTITION BY m.key, s.process_id ORDER BY s.opened_at, s.key) AS place
            FROM engine_messages m JOIN engine_subscriptions s ON s.message_name = m.name AND s.correlation_key = m.correlation_key
            WHERE {{Alive}} AND {{Waits}} AND {{NotReached.Replace("{0}", "s.process_id", StringComparison.Ordinal)}} {{addressed}}) AS found
        WHERE place = 1 ORDER BY published_at, key LIMIT @take
        """;

    /// <summary>For each living message the processes that its name starts, unless a subscription of the same process takes it or a running instance holds the key.</summary>
    private static string Starting(string addressed) => $$"""
        SELECT {{Columns}}, t.process_id, t.definition, t.element
        FROM engine_messages m JOIN engine_message_starts t ON t.message_name = m.name
        WHERE {{Alive}} AND {{NotReached.Replace("{0}", "t.process_id", StringComparison.Ordinal)}} {{addressed}}
            AND NOT EXISTS (SELECT 1 FROM engine_subscriptions s WHERE s.message_name = m.name AND s.correlation_key = m.correlation_key AND s.process_id = t.process_id AND {{Waits}})
            AND (m.correlation_key = '' OR NOT EXISTS (SELECT 1 FROM engine_start_reservations r WHERE r.process_id = t.process_id AND r.correlation_key = m.correlation_key))
        ORDER BY m.published_at, m.key LIMIT @take
        """;

    private static async Task<int> ForgetAsync(SqlSession session, string which, (string, object?)[] parameters, CancellationToken cancellation)
    {
        var keys = await session.QueryAsync(which, reader => reader.GetInt64(0), cancellation, parameters);
        foreach (var key in keys)
        {
            await session.ExecuteAsync("DELETE FROM engine_messages WHERE key = @key", cancellation, ("key", key));
            await session.ExecuteAsync("DELETE FROM engine_message_correlations WHERE message = @key", cancellation, ("key", key));
        }
        return keys.Count;
    }

    private Correlation Subscribed(DbDataReader reader) => new(Message(reader), reader.GetString(8), new ScopeKey(reader.GetInt64(9)), null);

    private Correlation Starting(DbDataReader reader) => new(Message(reader), reader.GetString(8), null, new StartEventRef(new(reader.GetInt64(9)), reader.GetString(10)));

    private MessageRow Message(DbDataReader reader)
    {
        var (key, name, correlation) = (reader.GetInt64(0), reader.GetString(1), reader.GetString(2));
        return new MessageRow(key, name, correlation, reader.TextOrNull(3), database.Dialect.ReadInstant(reader, 4), database.Dialect.ReadInstant(reader, 5), reader.GetBoolean(6),
            cipher.Decrypt(key, name, correlation, reader.Bytes(7)));
    }
}
