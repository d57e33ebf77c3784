using System.Globalization;
using System.Text;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Codec;
using Orchestrator.Storage.Encryption;

namespace Orchestrator.Storage.Sql;

/// <summary>The bytes of files that were brought to tasks, encrypted.</summary>
internal sealed class SqlAttachments(SqlDatabase database, DataKeys keys) : IAttachmentStore
{
    public async Task<bool> KeepAsync(InstanceId instance, string id, ReadOnlyMemory<byte> content, DateTimeOffset at, CancellationToken cancellation)
    {
        if (await KeyAsync(instance, cancellation) is not { } key) return false;
        var stored = PayloadCipher.Encrypt(key, content.Span, Associated(instance, id));
        // The row of the instance decides in the same statement: what is purged meanwhile leaves nothing behind.
        await database.WriteAsync(session => session.ExecuteAsync("""
            INSERT INTO engine_attachments (id, instance, kept_at, settled, content)
            SELECT @id, instance, @at, FALSE, @content FROM engine_instances WHERE instance = @instance
            ON CONFLICT DO NOTHING
            """, cancellation, ("id", id), ("instance", instance.Number), ("at", at), ("content", stored)), cancellation);
        return true;
    }

    public async Task<byte[]?> ReadAsync(InstanceId instance, string id, CancellationToken cancellation)
    {
        var stored = await database.ReadAsync(
            session => session.FirstAsync("SELECT content FROM engine_attachments WHERE id = @id AND instance = @instance", reader => reader.Bytes(0), cancellation, ("id", id), ("instance", instance.Number)), cancellation);
        if (stored is null || await KeyAsync(instance, cancellation) is not { } key) return null;
        try
        {
            return PayloadCipher.Decrypt(key, stored, Associated(instance, id));
        }
        catch (UnreadableHistoryException)
        {
            return null;
        }
    }

    public Task SettleAsync(string id, CancellationToken cancellation) =>
        database.WriteAsync(session => session.ExecuteAsync("UPDATE engine_attachments SET settled = TRUE WHERE id = @id", cancellation, ("id", id)), cancellation);

    public Task DeleteAsync(string id, CancellationToken cancellation) =>
        database.WriteAsync(session => session.ExecuteAsync("DELETE FROM engine_attachments WHERE id = @id", cancellation, ("id", id)), cancellation);

    public Task<IReadOnlyList<(InstanceId Instance, string Id)>> UnsettledAsync(DateTimeOffset before, int take, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<(InstanceId, string)>>(async session => await session.QueryAsync(
            "SELECT instance, id FROM engine_attachments WHERE settled = FALSE AND kept_at < @before ORDER BY kept_at LIMIT @take",
            reader => (new InstanceId(reader.GetInt64(0)), reader.GetString(1)), cancellation, ("before", before), ("take", take)), cancellation);

    // Without a key there is nothing to read and nothing to write for: no such instance, or an erased subject.
    private async Task<byte[]?> KeyAsync(InstanceId instance, CancellationToken cancellation)
    {
        try
        {
            return await keys.OfInstanceAsync(instance, cancellation);
        }
        catch (Exception gone) when (gone is KeyNotFoundException or SubjectErasedException)
        {
            return null;
        }
    }

    private static byte[] Associated(InstanceId instance, string id) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"attachment\0{instance.Number}\0{id}"));
}
