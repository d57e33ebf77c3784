using System.Security.Cryptography;
using System.Text;

namespace Orchestrator.Cases;

/// <summary>Keys that follow from other keys, so that the same fact has the same key however often it is entered.</summary>
internal static class DerivedKey
{
    private const byte Version = 0x80;
    private const byte VersionMask = 0x0F;
    private const byte Variant = 0x80;
    private const byte VariantMask = 0x3F;

    /// <summary>A UUID of version 8 (RFC 9562) made of SHA-256 over <paramref name="key"/> and <paramref name="part"/>.</summary>
    public static Guid Of(Guid key, string part)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([.. key.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(part)], hash);
        var bytes = hash[..16];
        bytes[6] = (byte)((bytes[6] & VersionMask) | Version);
        bytes[8] = (byte)((bytes[8] & VariantMask) | Variant);
        return new Guid(bytes, bigEndian: true);
    }
}
