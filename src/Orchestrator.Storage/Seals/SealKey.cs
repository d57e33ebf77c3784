using System.Security.Cryptography;
using Orchestrator.Storage.Encryption;

namespace Orchestrator.Storage.Seals;

/// <summary>The key that signs checkpoints: ECDSA on P-256, in a PEM file outside the database (mode 0600). The public half stands beside it as <c>NAME.pub</c>, for whoever verifies.</summary>
public sealed class SealKey : IDisposable
{
    private readonly ECDsa _key;

    private SealKey(ECDsa key) => _key = key;

    /// <summary>Reads the private key, or makes it with its public half when there is none.</summary>
    /// <exception cref="StorageStartException">The file holds no such key.</exception>
    public static SealKey FromFile(string path)
    {
        if (!File.Exists(path)) Create(path);
        var key = Load(path);
        // Also when the program that made the key died before it came to this.
        if (!File.Exists(PublicFileOf(path))) File.WriteAllText(PublicFileOf(path), key._key.ExportSubjectPublicKeyInfoPem() + "\n");
        return key;
    }

    /// <summary>A public key alone verifies and cannot sign.</summary>
    public static SealKey PublicFromFile(string path) => Load(path);

    /// <summary>Where the public half of a key file stands.</summary>
    public static string PublicFileOf(string path) => path + ".pub";

    /// <summary>64 bytes: r and s, 32 each, big-endian.</summary>
    public byte[] Sign(byte[] content) => _key.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    public bool Verify(byte[] content, byte[] signature) => _key.VerifyData(content, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    private static SealKey Load(string path)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
            return new SealKey(key);
        }
        catch (Exception wrong) when (wrong is ArgumentException or CryptographicException or IOException)
        {
            key.Dispose();
            throw new StorageStartException($"Expected an ECDSA key in PEM form in {path}, but it cannot be read: restore the file from your backup, or name another one.", wrong);
        }
    }

    private static void Create(string path)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        PrivateFile.Create(path, key.ExportPkcs8PrivateKeyPem() + "\n");
    }

    public void Dispose() => _key.Dispose();
}
