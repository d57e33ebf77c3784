using System.Collections.Immutable;
using Orchestrator.Engine.History;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Jobs;

/// <summary>Jobs for workers. An answer names job and attempt: one that comes too late, when the attempt was given up, is refused.</summary>
public sealed class JobDesk
{
    private readonly ProcessEngine _engine;
    private readonly IWorkQueue _queue;
    private readonly StateReader _states;
    private readonly EngineOptions _options;
    private readonly TimeProvider _time;

    internal JobDesk(ProcessEngine engine, IWorkQueue queue, StateReader states, WorkSignals signals, EngineOptions options, TimeProvider time)
    {
        _engine = engine;
        _queue = queue;
        _states = states;
        _options = options;
        _time = time;
        signals.JobAvailable += type => Available?.Invoke(type);
    }

    /// <summary>Raised with a job's type when this node made a job of it available, for long polling. Handlers must be quick and not throw.</summary>
    public event Action<string>? Available;

    /// <summary>
    /// Locks up to <paramref name="take"/> jobs of the type for the worker until the lock ends; then another worker may get them, with the same attempt.
    /// Each comes with the variables its element sees.
    /// </summary>
    /// <param name="fetch">Names of the variables wanted; null for all.</param>
    public async Task<IReadOnlyList<ActivatedJob>> ActivateAsync(string type, string worker, TimeSpan lockFor, int take, IReadOnlyCollection<string>? fetch, CancellationToken cancellation)
    {
        var bounded = Math.Clamp(take, 1, EngineLimits.JobsPerActivationMax);
        var locked = await _queue.ActivateJobsAsync(type, worker, _time.GetUtcNow(), Bounded(lockFor), bounded, cancellation).ConfigureAwait(false);
        var activated = new List<ActivatedJob>(locked.Count);
        foreach (var job in locked)
        {
            var state = await _states.FindAsync(job.Job.Instance).ConfigureAwait(false);
            // The instance may have moved between the lock and now; a job that is gone is nobody's.
            if (state is null || !state.Elements.TryGetValue(job.Job.Key, out var element) || element.Job?.Attempt != job.Job.Attempt) continue;
            var variables = VisibleVariables.Of(state, job.Job.Key);
            activated.Add(new ActivatedJob(job, state.BusinessKey, fetch is null ? variables : Only(variables, fetch), element.Job.Headers));
        }
        return activated;
    }

    public Task<SubmitResult> CompleteAsync(Guid request, Actor worker, ScopeKey job, int attempt, FeelContext variables, CancellationToken cancellation) =>
        SubmitAsync(request, worker, new Command.CompleteJob(job, attempt, variables), job, cancellation);

    /// <summary>One attempt failed. Without <paramref name="retryIn"/> the engine's back-off decides when the next one is offered.</summary>
    /// <param name="retriesLeft">0 raises an incident.</param>
    public Task<SubmitResult> FailAsync(Guid request, Actor worker, ScopeKey job, int attempt, int retriesLeft, string message, TimeSpan? retryIn, CancellationToken cancellation)
    {
        if (retriesLeft < 0) return Task.FromResult(SubmitResult.Refused(RejectionReason.Invalid, $"Expected 0 or more retries left, but found {retriesLeft}."));
        var wait = retryIn is { } given && given >= TimeSpan.Zero ? given : _options.BackoffBefore(attempt + 1);
        return SubmitAsync(request, worker, new Command.FailJob(job, attempt, retriesLeft, message, _time.GetUtcNow() + wait), job, cancellation);
    }

    /// <summary>As <see cref="FailAsync"/>, with one retry less than the job has.</summary>
    public async Task<SubmitResult> FailAttemptAsync(Guid request, Actor worker, ScopeKey job, int attempt, string message, TimeSpan? retryIn, CancellationToken cancellation)
    {
        var row = await _queue.FindJobAsync(job, cancellation).ConfigureAwait(false);
        return await FailAsync(request, worker, job, attempt, Math.Max(0, (row?.Retries ?? 1) - 1), message, retryIn, cancellation).ConfigureAwait(false);
    }

    public Task<SubmitResult> ThrowErrorAsync(Guid request, Actor worker, ScopeKey job, int attempt, string code, string message, FeelContext variables, CancellationToken cancellation) =>
        SubmitAsync(request, worker, new Command.ThrowJobError(job, attempt, code, message, variables), job, cancellation);

    /// <summary>Moves the end of the lock of an activated job; refused when it is gone or nobody holds it.</summary>
    public async Task<Rejection?> ExtendAsync(ScopeKey job, TimeSpan lockFor, CancellationToken cancellation)
    {
        if (lockFor <= TimeSpan.Zero) return new Rejection(RejectionReason.Invalid, $"Expected a positive time, but found {lockFor}.");
        if (await _queue.ExtendJobAsync(job, _time.GetUtcNow(), Bounded(lockFor), cancellation).ConfigureAwait(false)) return null;
        return await _queue.FindJobAsync(job, cancellation).ConfigureAwait(false) is null
            ? new Rejection(RejectionReason.NotFound, $"Expected job {job}, but there is none.")
            : new Rejection(RejectionReason.WrongState, $"Expected job {job} to be activated, but nobody holds it.");
    }

    /// <summary>The job as it is offered now, or null.</summary>
    public Task<JobRow?> FindAsync(ScopeKey job, CancellationToken cancellation) => _queue.FindJobAsync(job, cancellation);

    private Task<SubmitResult> SubmitAsync(Guid request, Actor worker, Command command, ScopeKey job, CancellationToken cancellation) =>
        _engine.SubmitAsync(new Submission(request, job.Instance, worker, command) { MayRepeat = true }, cancellation);

    private static TimeSpan Bounded(TimeSpan lockFor) => lockFor < EngineLimits.JobLockMax ? lockFor : EngineLimits.JobLockMax;

    private static FeelContext Only(FeelContext variables, IReadOnlyCollection<string> names)
    {
        var some = new FeelContext.Builder();
        foreach (var (name, value) in variables.Entries)
            if (names.Contains(name)) some.Set(name, value);
        return some.ToContext();
    }
}

/// <summary>A job in a worker's hands.</summary>
public sealed record ActivatedJob(LockedJob Locked, string? BusinessKey, FeelContext Variables, ImmutableDictionary<string, string> Headers);
