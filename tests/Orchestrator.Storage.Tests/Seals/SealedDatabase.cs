using Microsoft.Data.Sqlite;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Seals;
using Orchestrator.Storage.Sqlite;
using Orchestrator.Storage.Tests.Conformance;
using Orchestrator.Testing;

namespace Orchestrator.Storage.Tests.Seals;

/// <summary>A database of some instances with two checkpoints, closed, to be copied and tampered with.</summary>
internal sealed class SealedDatabase
{
    public const int Instances = 12;
    public const int Commits = 8;

    public required string Folder { get; init; }

    public string Database => Path.Combine(Folder, "sealed.db");

    public string Checkpoints => Path.Combine(Folder, "seals.txt");

    public string Key => Path.Combine(Folder, "seal.pem");

    public string PublicKey => SealKey.PublicFileOf(Key);

    public StorageOptions Options => new() { MasterKeyFile = Path.Combine(Folder, "master.key") };

    /// <summary>Half of the commits, a checkpoint, the other half, another checkpoint.</summary>
    public static async Task<SealedDatabase> MakeAsync()
    {
        var made = new SealedDatabase { Folder = Directory.CreateTempSubdirectory("orchestrator-seals-").FullName };
        await SqliteStorage.MigrateAsync(made.Database, made.Options, CancellationToken.None);
        var time = new ManualTime(Sample.At.AddHours(1));
        using var gate = new SqliteWriteGate();
        using var key = SealKey.FromFile(made.Key);
        await using (var storage = await SqliteStorage.OpenAsync(made.Database, made.Options, gate, time, ICrashPoints.None, CancellationToken.None))
        {
            var sealer = new Sealer(storage.Heads, key, made.Checkpoints, time);
            var heads = new Dictionary<long, ReadOnlyMemory<byte>>();
            for (var commit = 0; commit < Commits; commit++)
            {
                var members = Enumerable.Range(1, Instances).Select(number => new InstanceId(number))
                    .Select(instance => commit == 0 ? Sample.Start(instance) : Sample.Next(instance, 2 + commit, heads[instance.Number])).ToList();
                var outcomes = await storage.Store.CommitAsync(new CommitBatch(members), CancellationToken.None);
                for (var i = 0; i < members.Count; i++) heads[members[i].Instance.Number] = Sample.HashOf(outcomes[i]);
                if (commit == Commits / 2 - 1) await sealer.SealAsync(CancellationToken.None);
            }
            time.Advance(TimeSpan.FromHours(1));
            await sealer.SealAsync(CancellationToken.None);
        }
        Compact(made.Database);
        return made;
    }

    /// <summary>A copy to change, with nothing left in a write-ahead log.</summary>
    public string Copy(string name)
    {
        var copy = Path.Combine(Folder, name);
        File.Copy(Database, copy, overwrite: true);
        return copy;
    }

    /// <summary>Seals a copy into a copy of the file, as the program would an hour later.</summary>
    public async Task SealAsync(string database, string checkpoints)
    {
        var time = new ManualTime(Sample.At.AddHours(3));
        using var gate = new SqliteWriteGate();
        using var key = SealKey.FromFile(Key);
        await using var storage = await SqliteStorage.OpenAsync(database, Options, gate, time, ICrashPoints.None, CancellationToken.None);
        await new Sealer(storage.Heads, key, checkpoints, time).SealAsync(CancellationToken.None);
    }

    public void Delete()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Everything into the one file, so that a copy of it is a copy of the database.</summary>
    public static void Compact(string database)
    {
        SqliteConnection.ClearAllPools();
        using var connection = new SqliteConnection($"Data Source={database};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = DELETE";
        command.ExecuteNonQuery();
    }

    public Task<SealReport> VerifyAsync(string database) => VerifyAsync(database, Checkpoints);

    public async Task<SealReport> VerifyAsync(string database, string checkpoints)
    {
        using var gate = new SqliteWriteGate();
        using var key = SealKey.PublicFromFile(PublicKey);
        await using var storage = await SqliteStorage.OpenAsync(database, Options, gate, new ManualTime(), ICrashPoints.None, CancellationToken.None);
        return await new SealVerifier(storage.Heads).VerifyAsync(checkpoints, key, CancellationToken.None);
    }
}
