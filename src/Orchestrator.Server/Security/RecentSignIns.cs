using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace Orchestrator.Server.Security;

/// <summary>
/// Remembers for a minute who signed in by Basic: a program sends its password with every request, and checking it is slow on purpose. The password is not kept, only
/// a keyed hash of it under a key of this process. A changed role or a locked account counts after a minute at the latest.
/// </summary>
internal sealed class RecentSignIns(TimeProvider time)
{
    private const int EntriesMax = 1_000;
    private static readonly TimeSpan s_kept = TimeSpan.FromMinutes(1);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, (ClaimsPrincipal Principal, long At)> _entries = new();

    public ClaimsPrincipal? Find(string name, string password) =>
        _entries.TryGetValue(HashOf(name, password), out var entry) && time.GetElapsedTime(entry.At) < s_kept ? entry.Principal : null;

    public void Keep(string name, string password, ClaimsPrincipal principal)
    {
        if (_entries.Count >= EntriesMax) _entries.Clear();
        _entries[HashOf(name, password)] = (principal, time.GetTimestamp());
    }

    private string HashOf(string name, string password) =>
        Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{name.Length}:{name}{password}")));
}
