using System.Text;

namespace Orchestrator.Storage.Encryption;

/// <summary>The key that wraps the data keys. It is never stored in the database: who has the database alone can read no payload.</summary>
public sealed class MasterKey
{
    private readonly byte[] _key;

    private MasterKey(byte[] key, string origin)
    {
        _key = key;
        Origin = origin;
    }

    /// <summary>Where it came from, for messages: never the key itself.</summary>
    public string Origin { get; }

    /// <param name="base64">32 bytes in base64, from configuration.</param>
    /// <exception cref="StorageStartException">Not 32 bytes in base64.</exception>
    public static MasterKey FromBase64(string base64, string origin)
    {
        var bytes = new byte[PayloadCipher.KeyBytes + 3];
        if (!Convert.TryFromBase64String(base64.Trim(), bytes, out var written) || written != PayloadCipher.KeyBytes)
            throw new StorageStartException($"Expected 32 bytes in base64 as the master key in {origin}, but found something else: make one with 'openssl rand -base64 32' or give the one that the database was made with.");
        return new(bytes[..written], origin);
    }

    /// <summary>Reads the key from a file, or makes the file (readable by its owner alone) when there is none.</summary>
    public static MasterKey FromFile(string path)
    {
        if (!File.Exists(path)) PrivateFile.Create(path, Convert.ToBase64String(PayloadCipher.NewKey()) + "\n");
        return FromBase64(File.ReadAllText(path), $"the file {path}");
    }

    /// <summary>A data key as it is stored; <paramref name="subject"/> is bound to it.</summary>
    public byte[] Wrap(ReadOnlySpan<byte> dataKey, string subject) => PayloadCipher.Encrypt(_key, dataKey, Bound(subject));

    /// <exception cref="Codec.UnreadableHistoryException">Wrapped by another master key, or for another subject.</exception>
    public byte[] Unwrap(ReadOnlySpan<byte> wrapped, string subject) => PayloadCipher.Decrypt(_key, wrapped, Bound(subject));

    private static byte[] Bound(string subject) => Encoding.UTF8.GetBytes("orchestrator data key\0" + subject);
}
