using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Orchestrator.Server.V2;

/// <summary>Keys for what has none of its own here (variables, forms): a function of what identifies them, so the same in every answer.</summary>
internal static class DerivedKeys
{
    public static string Of(string kind, string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{text}"), hash);
        return Keys.Text(BinaryPrimitives.ReadInt64BigEndian(hash) & long.MaxValue);
    }
}
