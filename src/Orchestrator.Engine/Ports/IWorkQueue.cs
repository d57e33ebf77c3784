using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Ports;

/// <summary>
/// Claims of due work. A claim is written in a short transaction of its own and lasts until the instant given; whoever claims reads rows that nobody holds, oldest due first.
/// <c>now</c> is the engine's clock; a store that is told to use the database's clock (a server database under the real clock) ignores it. A lost claim costs a second try, never a second effect.
/// </summary>
public interface IWorkQueue
{
    Task<IReadOnlyList<DueTimer>> ClaimTimersAsync(DateTimeOffset now, TimeSpan claimFor, int take, CancellationToken cancellation);

    /// <summary>Timer starts of deployed definitions; fired by a start with <see cref="RowChange.AdvanceStartTimer"/>.</summary>
    Task<IReadOnlyList<StartTimerRow>> ClaimStartTimersAsync(DateTimeOffset now, TimeSpan claimFor, int take, CancellationToken cancellation);

    /// <summary>Locks up to <paramref name="take"/> jobs of the type that are available, have attempts left, are not the bus's and are not locked.</summary>
    Task<IReadOnlyList<LockedJob>> ActivateJobsAsync(string type, string worker, DateTimeOffset now, TimeSpan lockFor, int take, CancellationToken cancellation);

    /// <summary>Locks one job of the bus for an attempt when it is offered; false when the job is gone or has another attempt.</summary>
    Task<bool> LockBusJobAsync(ScopeKey job, int attempt, DateTimeOffset now, TimeSpan lockFor, CancellationToken cancellation);

    /// <summary>Sets a new end of the lock of an activated job; false when it is gone or not locked.</summary>
    Task<bool> ExtendJobAsync(ScopeKey job, DateTimeOffset now, TimeSpan lockFor, CancellationToken cancellation);

    /// <summary>Jobs of the bus that were sent and whose lock has ended without an answer; the lock is moved on by <paramref name="claimFor"/>.</summary>
    Task<IReadOnlyList<LockedJob>> ClaimExpiredBusJobsAsync(DateTimeOffset now, TimeSpan claimFor, int take, CancellationToken cancellation);

    Task<JobRow?> FindJobAsync(ScopeKey job, CancellationToken cancellation);

    Task<IReadOnlyList<ScopeKey>> ClaimContinuationsAsync(DateTimeOffset now, TimeSpan claimFor, int take, CancellationToken cancellation);

    Task<IReadOnlyList<OutboxRow>> ClaimOutboxAsync(DateTimeOffset now, TimeSpan claimFor, int take, CancellationToken cancellation);

    /// <summary>Removes what has been sent.</summary>
    Task SentAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellation);

    /// <summary>Offers a row again later and counts the failed send; the text of the failure is kept for the operations page.</summary>
    Task SendFailedAsync(OutboxRow row, DateTimeOffset availableAt, string reason, CancellationToken cancellation);

    /// <summary>Ends every claim of timers, timer starts, continuations and outbox rows, whoever holds it; locks of jobs stay. All in one transaction.</summary>
    Task ReleaseClaimsAsync(CancellationToken cancellation);

    /// <summary>Marks a message from outside as seen until <paramref name="expiresAt"/>; false when it was seen before.</summary>
    Task<bool> RememberInboxAsync(Guid message, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellation);

    /// <summary>The earliest instant at which something of each kind becomes due; claimed and locked work counts from the end of its claim. Null when there is none.</summary>
    Task<NextDue> NextDueAsync(CancellationToken cancellation);

    /// <summary>Deletes expired messages, inbox and request records, at most <paramref name="take"/> of each; returns how many went.</summary>
    Task<int> ForgetExpiredAsync(DateTimeOffset now, int take, CancellationToken cancellation);
}

public readonly record struct DueTimer(ScopeKey Key, DateTimeOffset DueAt);

/// <summary>A job with its lock.</summary>
public sealed record LockedJob(JobRow Job, string? Worker, DateTimeOffset LockedUntil);

/// <summary>Instants at which work becomes due, by kind. <see cref="BusDeadline"/>: a bus job's lock ends; <see cref="Expiry"/>: a message's time to live ends.</summary>
public sealed record NextDue(
    DateTimeOffset? Timer, DateTimeOffset? StartTimer, DateTimeOffset? Job, DateTimeOffset? Outbox, DateTimeOffset? BusDeadline, DateTimeOffset? Continuation, DateTimeOffset? Expiry);
