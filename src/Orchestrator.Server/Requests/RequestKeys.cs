using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Server.Requests;

/// <summary>The idempotency key of a command.</summary>
internal static class RequestKeys
{
    public const string Header = "Idempotency-Key";

    public const int KeyCharsMax = 255;

    /// <summary>
    /// The same header from the same account at the same address gives the same key, so the same answer and one effect; without the header the command is a new one.
    /// </summary>
    /// <exception cref="InvalidRequestException">The header is longer than 255 characters.</exception>
    public static RequestKey Of(HttpContext context)
    {
        var given = context.Request.Headers[Header].ToString();
        if (given.Length == 0) return new(Guid.CreateVersion7(), false);
        if (given.Length > KeyCharsMax) throw new InvalidRequestException(Header, $"Expected {Header} of at most {KeyCharsMax} characters.");
        var account = context.User.FindFirstValue(SessionClaims.UserName);
        return new(Derived($"{account}\n{context.Request.Method} {context.Request.Path}\n{given}"), true);
    }

    /// <summary>A UUID (version 8 of RFC 9562) that is a function of the text.</summary>
    public static Guid Derived(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}

/// <summary>An idempotency key, and whether the caller gave it: then the command may be a repetition.</summary>
internal readonly record struct RequestKey(Guid Value, bool MayRepeat);
