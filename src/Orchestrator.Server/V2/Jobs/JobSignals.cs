using System.Collections.Concurrent;
using Orchestrator.Engine.Jobs;

namespace Orchestrator.Server.V2.Jobs;

/// <summary>Wakes workers that wait for a job of a type. Jobs that other nodes made available, and those whose lock ran out, are found by looking again each second.</summary>
internal sealed class JobSignals : IDisposable
{
    private static readonly TimeSpan s_lookAgain = TimeSpan.FromSeconds(1);

    private readonly JobDesk _jobs;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);

    public JobSignals(JobDesk jobs)
    {
        _jobs = jobs;
        _jobs.Available += Wake;
    }

    /// <summary>Completes when the next job of the type becomes available; to be taken before looking for one, so that none is missed.</summary>
    public Task Next(string type) =>
        _waiting.GetOrAdd(type, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Waits for the signal, but not longer than a second or what is left.</summary>
    public static async Task WaitAsync(Task signal, TimeSpan left, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(signal, Task.Delay(left < s_lookAgain ? left : s_lookAgain, over.Token));
        await over.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    public void Dispose() => _jobs.Available -= Wake;

    private void Wake(string type)
    {
        if (_waiting.TryRemove(type, out var signal)) signal.TrySetResult();
    }
}
