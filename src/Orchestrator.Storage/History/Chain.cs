using System.Security.Cryptography;

namespace Orchestrator.Storage.History;

/// <summary>The hash chain of one instance: <c>hash = SHA-256(previous hash ‖ envelope ‖ SHA-256(stored payload))</c>; before the first row stands <see cref="Start"/>.</summary>
public static class Chain
{
    public const int HashBytes = SHA256.HashSizeInBytes;

    /// <summary>The previous hash of a first row: 32 zero bytes.</summary>
    public static ReadOnlySpan<byte> Start => new byte[HashBytes];

    /// <param name="previous">32 bytes.</param>
    /// <param name="envelope">The canonical bytes of <see cref="HistoryEnvelope.Encode"/>.</param>
    /// <param name="payload">The payload as it is stored, encrypted: an erased person's chain verifies too.</param>
    public static byte[] Hash(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> envelope, ReadOnlySpan<byte> payload)
    {
        if (previous.Length != HashBytes) throw new ArgumentException($"Expected {HashBytes} bytes, but found {previous.Length}.", nameof(previous));
        var size = previous.Length + envelope.Length + HashBytes;
        Span<byte> input = size <= 512 ? stackalloc byte[size] : new byte[size];
        previous.CopyTo(input);
        envelope.CopyTo(input[previous.Length..]);
        SHA256.HashData(payload, input[(previous.Length + envelope.Length)..]);
        return SHA256.HashData(input);
    }
}
