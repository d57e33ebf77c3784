using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Orchestrator.Engine.Deployments;

/// <summary>Hashes by which a deployment is recognised (design: what was deployed once is not deployed again).</summary>
public static class ContentHashes
{
    public static string Of(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    /// <summary>The hash of a set: over each name and content in the order of names, both with their length before them, so that no two sets read alike.</summary>
    public static string OfSet(IEnumerable<(string Name, string Content)> resources)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, content) in resources.OrderBy(resource => resource.Name, StringComparer.Ordinal))
        {
            Append(hash, name);
            Append(hash, content);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(length, bytes.LongLength);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
