using Orchestrator.Storage.Codec;
using Orchestrator.Storage.Sql;

namespace Orchestrator.Storage.Encryption;

/// <summary>At start: is the master key the one this database was made with? A value that only it opens lies in the settings.</summary>
internal static class MasterKeyCheck
{
    private const string Setting = "master-key-check";

    /// <exception cref="StorageStartException">One sentence that says what to do.</exception>
    public static async Task<MasterKey> RunAsync(SqlDatabase database, StorageOptions options, CancellationToken cancellation)
    {
        var check = await database.ReadAsync(
            session => session.FirstAsync("SELECT value FROM engine_settings WHERE name = @name", reader => reader.GetString(0), cancellation, ("name", Setting)), cancellation);
        var master = Find(options, mayCreate: check is null);
        if (check is null)
        {
            var wrapped = Convert.ToBase64String(master.Wrap(PayloadCipher.NewKey(), Setting));
            // Two nodes may start at the same time: the first value stays, and both compare with it.
            await database.WriteAsync(
                session => session.ExecuteAsync("INSERT INTO engine_settings (name, value) VALUES (@name, @value) ON CONFLICT DO NOTHING", cancellation, ("name", Setting), ("value", wrapped)), cancellation);
            return await RunAsync(database, options, cancellation);
        }
        try
        {
            master.Unwrap(Convert.FromBase64String(check), Setting);
            return master;
        }
        catch (UnreadableHistoryException wrong)
        {
            throw new StorageStartException($"Expected the master key that this database was made with, but {master.Origin} holds another: put the right key there (from your backup), since without it no history can be read.", wrong);
        }
    }

    /// <summary>The key of what is in transit, made at the first start.</summary>
    public static async Task<byte[]> TransitKeyAsync(SqlDatabase database, DataKeys keys, CancellationToken cancellation)
    {
        try
        {
            return await keys.OfSubjectAsync(MessageCipher.Subject, cancellation);
        }
        catch (KeyNotFoundException)
        {
            keys.NewKey(MessageCipher.Subject, out var wrapped);
            await database.WriteAsync(
                session => session.ExecuteAsync(
                    "INSERT INTO engine_subjects (subject, wrapped_key) VALUES (@subject, @key) ON CONFLICT DO NOTHING", cancellation, ("subject", MessageCipher.Subject), ("key", wrapped)), cancellation);
            return await keys.OfSubjectAsync(MessageCipher.Subject, cancellation);
        }
    }

    private static MasterKey Find(StorageOptions options, bool mayCreate)
    {
        if (options.MasterKey is { Length: > 0 } configured) return MasterKey.FromBase64(configured, "the configuration (Encryption:MasterKey)");
        if (options.MasterKeyFile is not { Length: > 0 } file)
            throw new StorageStartException("Expected a master key in the configuration (Encryption:MasterKey, 32 bytes in base64) or the name of a key file (Encryption:MasterKeyFile), but found neither: set one of them.");
        if (!mayCreate && !File.Exists(file))
            throw new StorageStartException($"Expected the master key of this database in the file {file}, but there is no such file: restore it from your backup or set Encryption:MasterKey, since without it no history can be read.");
        return MasterKey.FromFile(file);
    }
}
