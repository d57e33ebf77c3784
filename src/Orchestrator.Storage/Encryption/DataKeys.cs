using System.Collections.Concurrent;
using System.Globalization;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Sql;

namespace Orchestrator.Storage.Encryption;

/// <summary>
/// Data keys by subject, unwrapped when they are first needed. The cache is bounded: two generations, the older is dropped when the younger is full.
/// A destroyed key is forgotten here at once and on other nodes within <see cref="KeptFor"/>.
/// </summary>
internal sealed class DataKeys(SqlDatabase database, MasterKey master, TimeProvider time)
{
    private const int PerGeneration = 20_000;

    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);

    private readonly record struct Kept(byte[] Key, long Since);

    private ConcurrentDictionary<long, Kept> _young = new();
    private ConcurrentDictionary<long, Kept> _old = new();
    private ConcurrentDictionary<long, long> _subjects = new();

    /// <summary>A new key for a subject, not stored yet: the caller writes <paramref name="wrapped"/> in the transaction that first uses it, and calls <see cref="Keep"/> when it has committed.</summary>
    public byte[] NewKey(long subject, out byte[] wrapped)
    {
        var key = PayloadCipher.NewKey();
        wrapped = master.Wrap(key, Name(subject));
        return key;
    }

    /// <exception cref="SubjectErasedException">The key was destroyed.</exception>
    /// <exception cref="KeyNotFoundException">There never was one.</exception>
    public async ValueTask<byte[]> OfSubjectAsync(long subject, CancellationToken cancellation)
    {
        if (TryGet(subject) is { } known) return known;
        var stored = await database.ReadAsync(
            session => session.FirstAsync("SELECT wrapped_key FROM engine_subjects WHERE subject = @subject", reader => (Found: true, Wrapped: reader.BytesOrNull(0)), cancellation, ("subject", subject)), cancellation);
        if (!stored.Found) throw new KeyNotFoundException($"Expected a data key of subject {subject}, but there is none.");
        return Unwrap(subject, stored.Wrapped);
    }

    /// <summary>The key of the instance's subject.</summary>
    public async ValueTask<byte[]> OfInstanceAsync(InstanceId instance, CancellationToken cancellation)
    {
        if (!_subjects.TryGetValue(instance.Number, out var subject))
        {
            subject = await database.ReadAsync(
                session => session.FirstAsync<long?>("SELECT subject FROM engine_instances WHERE instance = @instance", reader => reader.GetInt64(0), cancellation, ("instance", instance.Number)), cancellation)
                ?? throw new KeyNotFoundException($"Expected instance {instance}, but there is none.");
            Remember(instance, subject);
        }
        return await OfSubjectAsync(subject, cancellation);
    }

    /// <param name="wrapped">As stored; null when it was destroyed.</param>
    public byte[] Unwrap(long subject, byte[]? wrapped)
    {
        if (wrapped is null) throw new SubjectErasedException($"Subject {subject} was erased: its key is destroyed and its payloads cannot be read by anyone.");
        if (TryGet(subject) is { } known) return known;
        var key = master.Unwrap(wrapped, Name(subject));
        Keep(subject, key);
        return key;
    }

    public void Keep(long subject, byte[] key)
    {
        if (_young.Count >= PerGeneration)
        {
            _old = _young;
            _young = new();
        }
        _young[subject] = new(key, time.GetTimestamp());
    }

    public void Remember(InstanceId instance, long subject)
    {
        if (_subjects.Count >= PerGeneration) _subjects = new();
        _subjects[instance.Number] = subject;
    }

    public void Forget(long subject)
    {
        _young.TryRemove(subject, out _);
        _old.TryRemove(subject, out _);
    }

    private byte[]? TryGet(long subject)
    {
        if (!_young.TryGetValue(subject, out var kept) && !_old.TryGetValue(subject, out kept)) return null;
        return time.GetElapsedTime(kept.Since) <= KeptFor ? kept.Key : null;
    }

    public static string Name(long subject) => subject.ToString(CultureInfo.InvariantCulture);
}
