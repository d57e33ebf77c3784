using System.Security.Cryptography;
using Orchestrator.Storage.Codec;

namespace Orchestrator.Storage.Encryption;

/// <summary>
/// AES-256-GCM over one payload: <c>version (1) ‖ nonce (12, random) ‖ ciphertext ‖ tag (16)</c>. An <see cref="AesGcm"/> object is made for each call:
/// it is not safe to share between threads.
/// </summary>
public static class PayloadCipher
{
    public const int KeyBytes = 32;
    public const byte Version = 1;

    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int Overhead = 1 + NonceBytes + TagBytes;

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    public static byte[] Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated)
    {
        var stored = new byte[plain.Length + Overhead];
        stored[0] = Version;
        var nonce = stored.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, stored.AsSpan(1 + NonceBytes, plain.Length), stored.AsSpan(stored.Length - TagBytes), associated);
        return stored;
    }

    /// <exception cref="UnreadableHistoryException">The bytes, the associated data or the key are not those of <see cref="Encrypt"/>.</exception>
    public static byte[] Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> stored, ReadOnlySpan<byte> associated)
    {
        if (stored.Length < Overhead || stored[0] != Version)
            throw new UnreadableHistoryException("Expected an encrypted payload of version 1, but found other bytes.");
        var plain = new byte[stored.Length - Overhead];
        try
        {
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(stored.Slice(1, NonceBytes), stored[(1 + NonceBytes)..^TagBytes], stored[^TagBytes..], plain, associated);
        }
        catch (AuthenticationTagMismatchException wrong)
        {
            throw new UnreadableHistoryException("Expected a payload that its key opens, but it was changed, moved or written with another key.", wrong);
        }
        return plain;
    }
}
