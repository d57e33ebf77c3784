using System.Globalization;
using Microsoft.Data.Sqlite;
using Orchestrator.Storage.History;

namespace Orchestrator.Storage.Tests.Seals;

/// <summary>Somebody who can write the database. Each change comes from the given chance alone and says what was done to whom.</summary>
internal sealed partial class Tampering(string database, Random chance) : IDisposable
{
    private readonly SqliteConnection _connection = Open(database);

    /// <summary>What was done, and the instances that a verification must name.</summary>
    public sealed record Change(string What, params long[] Instances);

    public static IReadOnlyList<string> Kinds { get; } =
    [
        "byte", "delete row", "swap rows", "re-compute", "cut tail", "delete instance",
        "envelope", "head", "swap payloads", "move row", "insert row", "forge tail", "destroy key", "orphan history", "odd value",
    ];

    public Change Apply(string kind)
    {
        var instance = chance.Next(1, SealedDatabase.Instances + 1);
        return kind switch
        {
            "byte" => ChangeByte(instance),
            "delete row" => DeleteRow(instance),
            "swap rows" => Swap(instance),
            "re-compute" => Recompute(instance),
            "cut tail" => CutTail(instance),
            "delete instance" => DeleteInstance(instance),
            "envelope" => ChangeEnvelope(instance),
            "head" => ChangeHead(instance),
            "swap payloads" => SwapPayloads(instance, Another(instance)),
            "move row" => MoveRow(instance, Another(instance)),
            "insert row" => InsertRow(instance),
            "forge tail" => ForgeTail(instance),
            "destroy key" => DestroyKey(instance),
            "orphan history" => Orphan(instance),
            "odd value" => OddValue(instance),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
    }

    public void Dispose() => _connection.Dispose();

    private Change ChangeByte(long instance)
    {
        var rows = Rows(instance);
        var row = rows[chance.Next(rows.Count)];
        var first = row.Envelope.FirstSequence;
        var column = ((string[])["payload", "hash", "prev_hash", "command_id", "actor", "at"])[chance.Next(6)];
        switch (column)
        {
            case "actor": Run($"UPDATE engine_history SET actor = 'x' || actor WHERE instance = {instance} AND first_seq = {first}"); break;
            case "at": Run($"UPDATE engine_history SET at = at + {chance.Next(1, 1000)} WHERE instance = {instance} AND first_seq = {first}"); break;
            default:
                var bytes = Blob($"SELECT {column} FROM engine_history WHERE instance = {instance} AND first_seq = {first}");
                bytes[chance.Next(bytes.Length)] ^= (byte)(1 << chance.Next(8));
                Run($"UPDATE engine_history SET {column} = @blob WHERE instance = {instance} AND first_seq = {first}", bytes);
                break;
        }
        return new($"changed {column} at {first}", instance);
    }

    private Change DeleteRow(long instance)
    {
        var rows = Rows(instance);
        var first = rows[chance.Next(rows.Count)].Envelope.FirstSequence;
        Run($"DELETE FROM engine_history WHERE instance = {instance} AND first_seq = {first}");
        return new($"deleted the row at {first}", instance);
    }

    private Change Swap(long instance)
    {
        var rows = Rows(instance);
        var (one, other) = (chance.Next(1, rows.Count), chance.Next(1, rows.Count - 1));
        if (other >= one) other++;
        var (a, b) = (rows[one].Envelope.FirstSequence, rows[other].Envelope.FirstSequence);
        Run($"UPDATE engine_history SET first_seq = -1 WHERE instance = {instance} AND first_seq = {a}");
        Run($"UPDATE engine_history SET first_seq = {a} WHERE instance = {instance} AND first_seq = {b}");
        Run($"UPDATE engine_history SET first_seq = {b} WHERE instance = {instance} AND first_seq = -1");
        return new($"swapped the rows at {a} and {b}", instance);
    }

    /// <summary>The clever one: changes who did it and mends every hash behind, the instance row included.</summary>
    private Change Recompute(long instance)
    {
        var rows = Rows(instance);
        var from = chance.Next(rows.Count);
        var previous = rows[from].PreviousHash;
        for (var i = from; i < rows.Count; i++)
        {
            var envelope = i == from ? rows[i].Envelope with { Actor = "mallory" } : rows[i].Envelope;
            var hash = Chain.Hash(previous, envelope.Encode(), rows[i].Payload);
            var where = $"WHERE instance = {instance} AND first_seq = {envelope.FirstSequence}";
            Run($"UPDATE engine_history SET actor = '{envelope.Actor}' {where}");
            Run($"UPDATE engine_history SET prev_hash = @blob {where}", previous);
            Run($"UPDATE engine_history SET hash = @blob {where}", hash);
            previous = hash;
        }
        Run($"UPDATE engine_instances SET head_hash = @blob WHERE instance = {instance}", previous);
        return new($"re-computed the chain from {rows[from].Envelope.FirstSequence}", instance);
    }

    private Change CutTail(long instance)
    {
        var rows = Rows(instance);
        var keep = chance.Next(1, rows.Count);
        var last = rows[keep - 1];
        Run($"DELETE FROM engine_history WHERE instance = {instance} AND first_seq > {last.Envelope.FirstSequence}");
        Run($"UPDATE engine_instances SET version = {last.Envelope.LastSequence}, sealed_version = {last.Envelope.LastSequence}, head_hash = @blob WHERE instance = {instance}", last.Hash);
        return new($"cut the tail behind {last.Envelope.LastSequence}", instance);
    }

    private Change DeleteInstance(long instance)
    {
        foreach (var table in (string[])["engine_history", "engine_instances"]) Run($"DELETE FROM {table} WHERE instance = {instance}");
        return new("deleted the instance", instance);
    }

    private List<HistoryRow> Rows(long instance)
    {
        using var command = Command($"SELECT first_seq, count, at, actor, command_id, prev_hash, hash, payload FROM engine_history WHERE instance = {instance} ORDER BY first_seq");
        using var reader = command.ExecuteReader();
        var rows = new List<HistoryRow>();
        while (reader.Read())
        {
            var envelope = new HistoryEnvelope(instance, reader.GetInt64(0), reader.GetInt32(1), reader.GetInt64(2), reader.GetString(3), new Guid(reader.GetFieldValue<byte[]>(4), bigEndian: true));
            rows.Add(new(envelope, reader.GetFieldValue<byte[]>(5), reader.GetFieldValue<byte[]>(6), reader.GetFieldValue<byte[]>(7)));
        }
        return rows;
    }

    private byte[] Blob(string sql)
    {
        using var command = Command(sql);
        return (byte[])command.ExecuteScalar()!;
    }

    private void Run(FormattableString sql, byte[]? blob = null)
    {
        using var command = Command(sql.ToString(CultureInfo.InvariantCulture));
        if (blob is not null) command.Parameters.AddWithValue("@blob", blob);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The one who tampers writes what he likes.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private static SqliteConnection Open(string database)
    {
        var connection = new SqliteConnection($"Data Source={database};Pooling=false");
        connection.Open();
        return connection;
    }
}
