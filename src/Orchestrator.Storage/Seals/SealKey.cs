using System.Security.Cryptography;
using Orchestrator.Storage.Encryption;

namespace Orchestrator.Storage.Seals;

/// <summary>
/// The key that signs checkpoints: ECDSA on P-256, in a PEM file outside the database (mode 0600). The public half stands beside it as <c>NAME.pub</c>, for whoever verifies;
/// that file may hold the public halves of earlier keys too, one PEM block each.
/// </summary>
public sealed class SealKey : IDisposable
{
    private readonly ECDsa? _signing;
    private readonly IReadOnlyList<ECDsa> _verifying;

    private SealKey(ECDsa? signing, IReadOnlyList<ECDsa> verifying, string origin)
    {
        _signing = signing;
        _verifying = verifying;
        Origin = origin;
    }

    /// <summary>The file it came from.</summary>
    public string Origin { get; }

    /// <summary>Reads the private key, or makes it with its public half when there is none.</summary>
    /// <exception cref="StorageStartException">The file holds no such key.</exception>
    public static SealKey FromFile(string path)
    {
        if (!File.Exists(path)) Create(path);
        var signing = Load(path);
        var pem = signing[0].ExportSubjectPublicKeyInfoPem();
        var published = PublicFileOf(path);
        // Behind those of earlier keys; also when the program that made the key died before it came to this.
        if (!File.Exists(published) || !File.ReadAllText(published).Contains(pem, StringComparison.Ordinal)) File.AppendAllText(published, pem + "\n");
        return new SealKey(signing[0], [.. signing, .. Load(published)], path);
    }

    /// <summary>Public keys alone verify and cannot sign: any of them.</summary>
    /// <exception cref="StorageStartException">The file holds no such key.</exception>
    public static SealKey PublicFromFile(string path) => new(null, Load(path), path);

    /// <summary>Where the public half of a key file stands.</summary>
    public static string PublicFileOf(string path) => path + ".pub";

    /// <summary>64 bytes: r and s, 32 each, big-endian.</summary>
    public byte[] Sign(byte[] content) =>
        (_signing ?? throw new InvalidOperationException($"Expected a private key, but {Origin} holds public keys only."))
        .SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>Whether one of the keys made the signature.</summary>
    public bool Verify(byte[] content, byte[] signature) =>
        _verifying.Any(key => key.VerifyData(content, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

    private static List<ECDsa> Load(string path)
    {
        var keys = new List<ECDsa>();
        try
        {
            var text = File.ReadAllText(path);
            for (var from = 0; PemEncoding.TryFind(text.AsSpan(from), out var fields);)
            {
                var key = ECDsa.Create();
                keys.Add(key);
                key.ImportFromPem(text.AsSpan(from)[fields.Location]);
                from += fields.Location.End.Value;
            }
            if (keys.Count > 0) return keys;
            throw new StorageStartException(Expected(path));
        }
        catch (Exception wrong) when (wrong is ArgumentException or CryptographicException or IOException)
        {
            foreach (var key in keys) key.Dispose();
            throw new StorageStartException(Expected(path), wrong);
        }
    }

    private static string Expected(string path) => $"Expected an ECDSA key in PEM form in {path}, but it cannot be read: restore the file from your backup, or name another one.";

    private static void Create(string path)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        PrivateFile.Create(path, key.ExportPkcs8PrivateKeyPem() + "\n");
    }

    public void Dispose()
    {
        foreach (var key in _verifying) key.Dispose();
    }
}
