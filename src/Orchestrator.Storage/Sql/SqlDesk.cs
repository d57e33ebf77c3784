using System.Data.Common;
using System.Globalization;
using System.Text;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Codec;
using Orchestrator.Storage.Encryption;

namespace Orchestrator.Storage.Sql;

/// <summary>Drafts, encrypted, and saved filters.</summary>
internal sealed class SqlDesk(SqlDatabase database, DataKeys keys) : IDeskStore
{
    // More than this no pane shows.
    private const int FiltersMax = 200;

    private const string FilterColumns = "id, owner, shared_with, name, query, created_at";

    public async Task<bool> SaveDraftAsync(ScopeKey task, string person, string json, DateTimeOffset at, CancellationToken cancellation)
    {
        if (await KeyAsync(task, cancellation) is not { } key) return false;
        var payload = PayloadCipher.Encrypt(key, PayloadFrame.Pack(Encoding.UTF8.GetBytes(json)), Associated(task, person));
        return await database.WriteAsync(session => session.ExecuteAsync("""
            INSERT INTO engine_drafts (task, person, saved_at, payload)
            SELECT key, @person, @at, @payload FROM engine_tasks WHERE key = @task
            ON CONFLICT (task, person) DO UPDATE SET saved_at = excluded.saved_at, payload = excluded.payload
            """, cancellation, ("task", task.Value), ("person", person), ("at", at), ("payload", payload)), cancellation) == 1;
    }

    public async Task<Draft?> DraftAsync(ScopeKey task, string person, CancellationToken cancellation)
    {
        var kept = await database.ReadAsync(
            session => session.FirstAsync("SELECT saved_at, payload FROM engine_drafts WHERE task = @task AND person = @person",
                reader => new Kept(database.Dialect.ReadInstant(reader, 0), reader.Bytes(1)), cancellation, ("task", task.Value), ("person", person)), cancellation);
        if (kept is null || await KeyAsync(task, cancellation) is not { } key) return null;
        return new(Encoding.UTF8.GetString(PayloadFrame.Unpack(PayloadCipher.Decrypt(key, kept.Payload, Associated(task, person))).Span), kept.At);
    }

    public Task DeleteDraftAsync(ScopeKey task, string person, CancellationToken cancellation) => database.WriteAsync(
        session => session.ExecuteAsync("DELETE FROM engine_drafts WHERE task = @task AND person = @person", cancellation, ("task", task.Value), ("person", person)), cancellation);

    public Task<IReadOnlyList<SavedFilter>> FiltersAsync(string person, IReadOnlyCollection<string> groups, CancellationToken cancellation)
    {
        var names = groups.Select((group, i) => ($"g{i}", (object?)group)).ToList();
        var shared = names.Count == 0 ? "" : $" OR shared_with IN ({string.Join(", ", names.Select(name => "@" + name.Item1))})";
        return database.ReadAsync<IReadOnlyList<SavedFilter>>(async session => await session.QueryAsync(
            $"SELECT {FilterColumns} FROM engine_saved_filters WHERE owner = @owner{shared} ORDER BY name, created_at LIMIT {FiltersMax}", Read, cancellation, [("owner", person), .. names]), cancellation);
    }

    public Task<SavedFilter?> FilterAsync(Guid id, CancellationToken cancellation) => database.ReadAsync(
        session => session.FirstAsync($"SELECT {FilterColumns} FROM engine_saved_filters WHERE id = @id", Read, cancellation, ("id", id.ToByteArray(bigEndian: true))), cancellation);

    public Task SaveFilterAsync(SavedFilter filter, CancellationToken cancellation) => database.WriteAsync(session => session.ExecuteAsync(
        $"INSERT INTO engine_saved_filters ({FilterColumns}) VALUES (@id, @owner, @shared, @name, @query, @at) ON CONFLICT DO NOTHING", cancellation,
        ("id", filter.Id.ToByteArray(bigEndian: true)), ("owner", filter.Owner), ("shared", filter.SharedWith), ("name", filter.Name), ("query", filter.Query), ("at", filter.CreatedAt)), cancellation);

    public Task DeleteFilterAsync(Guid id, CancellationToken cancellation) => database.WriteAsync(
        session => session.ExecuteAsync("DELETE FROM engine_saved_filters WHERE id = @id", cancellation, ("id", id.ToByteArray(bigEndian: true))), cancellation);

    private SavedFilter Read(DbDataReader reader) =>
        new(reader.Identifier(0), reader.GetString(1), reader.TextOrNull(2), reader.GetString(3), reader.GetString(4), database.Dialect.ReadInstant(reader, 5));

    // Without a key there is nothing to read and nothing to write for: no such instance, or an erased subject.
    private async Task<byte[]?> KeyAsync(ScopeKey task, CancellationToken cancellation)
    {
        try
        {
            return await keys.OfInstanceAsync(task.Instance, cancellation);
        }
        catch (Exception gone) when (gone is KeyNotFoundException or SubjectErasedException)
        {
            return null;
        }
    }

    private static byte[] Associated(ScopeKey task, string person) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"draft\0{task.Value}\0{person}"));

    private sealed record Kept(DateTimeOffset At, byte[] Payload);
}
