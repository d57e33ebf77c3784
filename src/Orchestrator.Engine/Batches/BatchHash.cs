using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Engine.Batches;

/// <summary>What a frozen list is held by, and what its rows' commands are called.</summary>
internal static class BatchHash
{
    /// <summary>SHA-256, hexadecimal, over kind, target and the rows as they were rehearsed.</summary>
    public static string Of(BatchKind kind, string target, IEnumerable<BatchRow> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, $"{(int)kind}\0{target}");
        foreach (var row in rows) Append(hash, string.Create(CultureInfo.InvariantCulture, $"{row.Number}\0{row.Key}\0{row.Position}\0{row.Verdict}"));
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    // A line holds no line break: numbers, words of ours, and JSON without white space.
    private static void Append(IncrementalHash hash, string line) => hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));

    /// <summary>The request key of a row: always the same, and beside those of the same time in an index.</summary>
    public static Guid RequestOf(Guid batch, int row)
    {
        Span<byte> named = stackalloc byte[20];
        batch.TryWriteBytes(named, bigEndian: true, out _);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(named[16..], row);
        Span<byte> key = stackalloc byte[32];
        SHA256.HashData(named, key);
        named[..6].CopyTo(key);
        return new Guid(key[..16], bigEndian: true);
    }
}
