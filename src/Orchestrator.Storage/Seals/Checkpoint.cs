using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Orchestrator.Storage.Seals;

/// <summary>The head of one instance: its last position and the hash of the row that holds it, in hexadecimal.</summary>
public sealed record SealedHead(long Instance, long Sequence, string Hash);

/// <summary>An instance that was lawfully removed, and where it ended.</summary>
public sealed record Tombstone(long Instance, long Sequence, string Hash);

/// <summary>
/// One checkpoint: what changed since the one before. Its canonical text is what is hashed and signed; docs/history-format.md writes it down.
/// <see cref="Previous"/> is the hash of the checkpoint before, 64 zeros for the first.
/// </summary>
public sealed record Checkpoint(
    long Number, DateTimeOffset At, long Instances, string Previous, IReadOnlyList<SealedHead> Heads, IReadOnlyList<Tombstone> Tombstones)
{
    public const int FormatVersion = 1;

    public static string NoPrevious { get; } = new('0', 64);

    /// <summary>Fields separated by one blank, lines ended by one line feed; nothing in it needs escaping.</summary>
    public string Canonical()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"checkpoint {FormatVersion} {Number} {At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'} {Instances} {Previous}\n");
        foreach (var head in Heads) text.Append(CultureInfo.InvariantCulture, $"head {head.Instance} {head.Sequence} {head.Hash}\n");
        foreach (var tombstone in Tombstones) text.Append(CultureInfo.InvariantCulture, $"tombstone {tombstone.Instance} {tombstone.Sequence} {tombstone.Hash}\n");
        return text.ToString();
    }

    public byte[] CanonicalBytes() => Encoding.ASCII.GetBytes(Canonical());

    public string HashHex() => Convert.ToHexStringLower(SHA256.HashData(CanonicalBytes()));
}
