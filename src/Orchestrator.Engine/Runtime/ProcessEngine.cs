using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Runtime;

/// <summary>
/// The door for commands. Any node may take a command for any instance; inside a node the commands of one instance run in one lane. Safe for concurrent callers.
/// </summary>
public sealed class ProcessEngine
{
    private readonly Lane[] _lanes;
    private readonly KeyAllocator _instances;
    private readonly int _capacity;
    private volatile bool _closed;

    internal ProcessEngine(LaneParts parts, KeyAllocator instances)
    {
        var count = Math.Max(1, parts.Options.Lanes);
        _lanes = new Lane[count];
        for (var i = 0; i < count; i++) _lanes[i] = new Lane(parts);
        _instances = instances;
        _capacity = parts.Options.LaneCapacity;
    }

    /// <summary>
    /// Decides and commits. When the task brings an acceptance the events are on the disk; with a rejection nothing was written. A failure of the store throws: whether the command
    /// was written is then unknown, and the same <see cref="Submission.Request"/> with <see cref="Submission.MayRepeat"/> finds out. Cancelling stops the waiting, not the command.
    /// </summary>
    public Task<SubmitResult> SubmitAsync(Submission submission, CancellationToken cancellation)
    {
        if (_closed) return Task.FromResult(SubmitResult.Refused(RejectionReason.Overloaded, "Expected a running node, but this one is stopping; try another one or later."));
        var pending = new Pending(submission);
        var lane = _lanes[(int)(submission.Instance.Number % _lanes.Length)];
        if (!lane.TryEnqueue(pending, _capacity))
            return Task.FromResult(SubmitResult.Refused(RejectionReason.Overloaded, $"Expected fewer than {_capacity} waiting commands, but the lane is full; try again later."));
        return cancellation.CanBeCanceled ? pending.Answer.WaitAsync(cancellation) : pending.Answer;
    }

    /// <summary>A number for a new instance, or for a message from outside.</summary>
    public async ValueTask<InstanceId> NewInstanceIdAsync(CancellationToken cancellation) =>
        new(await _instances.NextAsync(cancellation).ConfigureAwait(false));

    /// <summary>Completes when no command waits or runs in this node.</summary>
    public async Task IdleAsync()
    {
        foreach (var lane in _lanes) await lane.IdleAsync().ConfigureAwait(false);
    }

    /// <summary>Refuses commands from now on and waits for those that were taken.</summary>
    public Task CloseAsync()
    {
        _closed = true;
        return IdleAsync();
    }
}
