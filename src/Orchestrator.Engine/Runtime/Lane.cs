using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Runtime;

/// <summary>
/// Commands of the instances of one lane, one round after the other: decide all that waits with one reading of the clock, commit once, then answer.
/// Before the commit nobody hears anything. Runs on the thread pool while something waits.
/// </summary>
internal sealed class Lane(LaneParts parts)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<Pending> _inbox = new();
    private readonly Dictionary<InstanceId, string> _stopped = [];
    private Task _drain = Task.CompletedTask;
    private bool _running;

    /// <summary>False when the lane is full.</summary>
    public bool TryEnqueue(Pending pending, int capacity)
    {
        lock (_gate)
        {
            if (_inbox.Count >= capacity) return false;
            _inbox.AddLast(pending);
            if (_running) return true;
            _running = true;
            _drain = Task.Run(DrainAsync);
        }
        return true;
    }

    /// <summary>Completes when nothing waits in the lane.</summary>
    public Task IdleAsync()
    {
        lock (_gate) return _drain;
    }

    private async Task DrainAsync()
    {
        while (await TickAsync().ConfigureAwait(false)) { }
    }

    private async Task<bool> TickAsync()
    {
        var taken = Take();
        if (taken is null) return false;

        try
        {
            var round = new Round(parts.Time.GetUtcNow());
            foreach (var pending in taken) await DecideAsync(round, pending).ConfigureAwait(false);
            if (round.Members.Count > 0) await CommitAsync(round).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A bug of the lane itself. Nobody may wait for ever because of it, and the lane starts anew with nothing in memory.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            parts.Cache.Clear();
            parts.Log.LaneFailed(bug, taken.Count);
            foreach (var pending in taken) pending.Fail(bug);
        }
        return true;
    }

    private List<Pending>? Take()
    {
        lock (_gate)
        {
            if (_inbox.Count == 0)
            {
                _running = false;
                return null;
            }
            var taken = new List<Pending>(Math.Min(_inbox.Count, EngineLimits.CommandsPerRoundMax));
            while (taken.Count < EngineLimits.CommandsPerRoundMax && _inbox.First is { } first)
            {
                taken.Add(first.Value);
                _inbox.RemoveFirst();
            }
            return taken;
        }
    }

    // In order, before everything that came later.
    private void PutBack(List<Pending> again)
    {
        lock (_gate)
            for (var i = again.Count - 1; i >= 0; i--) _inbox.AddFirst(again[i]);
    }

    // ---- deciding

    private async Task DecideAsync(Round round, Pending pending)
    {
        var submission = pending.Submission;
        try
        {
            if (_stopped.TryGetValue(submission.Instance, out var why))
            {
                pending.Refuse(new Rejection(RejectionReason.WrongState, why));
                return;
            }
            if (submission.MayRepeat && round.Holds(submission.Request))
            {
                // The same request twice in one round: the second hears what the first one's commit brings.
                PutBack([pending]);
                return;
            }
            var progress = round.Find(submission.Instance) ?? await BeginAsync(round, submission).ConfigureAwait(false);
            if (progress is null)
                await RefuseAsync(pending, new Rejection(RejectionReason.NotFound, $"Expected instance {submission.Instance}, but there is none.")).ConfigureAwait(false);
            else
                await DecideAsync(round, pending, progress).ConfigureAwait(false);
        }
        catch (InvariantBrokenException broken)
        {
            Stop(submission.Instance, broken);
            pending.Fail(broken);
        }
#pragma warning disable CA1031 // The store's trouble (a locked file, a lost connection) is told to the caller; the lane goes on with the others.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            pending.Fail(failure);
        }
    }

    private async ValueTask<Round.Progress?> BeginAsync(Round round, Submission submission)
    {
        if (submission.Command is Command.StartInstance start)
        {
            await parts.Definitions.EnsureAsync(start.Definition).ConfigureAwait(false);
            return round.Begin(submission.Instance, null, true);
        }
        if (parts.Cache.Find(submission.Instance) is { } cached) return round.Begin(submission.Instance, cached, false);
        var loaded = await parts.Loader.LoadAsync(submission.Instance).ConfigureAwait(false);
        return loaded is null ? null : round.Begin(submission.Instance, loaded, true);
    }

    private async Task DecideAsync(Round round, Pending pending, Round.Progress progress)
    {
        var rejection = Decide(round, pending, progress);
        if (rejection is null) return;
        if (progress.Uncommitted > 0)
        {
            round.Add(pending, progress, rejection);
            return;
        }
        if (!progress.Confirmed)
        {
            // A refusal writes nothing, so no version check would find out that the state in memory is old.
            parts.Cache.Forget(progress.Instance);
            var fresh = await parts.Loader.LoadAsync(progress.Instance).ConfigureAwait(false);
            Invariant.Holds(fresh is not null, "an instance that was loaded before is still there");
            progress = round.Begin(progress.Instance, fresh, true);
            rejection = Decide(round, pending, progress);
            if (rejection is null) return;
            parts.Cache.Put(fresh);
        }
        await RefuseAsync(pending, rejection).ConfigureAwait(false);
    }

    private Rejection? Decide(Round round, Pending pending, Round.Progress progress)
    {
        var submission = pending.Submission;
        if (submission.Precondition?.Invoke(progress.State) is { } refused) return refused;
        var before = progress.State;
        var decision = parts.Decide(before, new CommandEnvelope(submission.Request, submission.Instance, submission.Actor, round.At, submission.Command));
        if (decision.Rejection is { } rejection) return rejection;

        Invariant.Holds(decision.State is not null && decision.Events.Length > 0, "an accepted command has events");
        var version = before?.Version ?? 0;
        round.Add(pending, progress, new CommitMember
        {
            Instance = submission.Instance,
            ExpectedVersion = version,
            PreviousHash = progress.Uncommitted == 0 ? progress.HeadHash : ReadOnlyMemory<byte>.Empty,
            Request = submission.Request,
            Actor = submission.Actor.Name,
            At = round.At,
            Events = decision.Events,
            Rows = parts.Project(submission, before, decision, round.At),
            Snapshot = decision.State.Outcome is null && decision.State.Version - progress.SnapshotVersion >= parts.Options.SnapshotEvery ? decision.State : null,
        }, decision.State);
        return null;
    }

    // ---- after the decision

    private async Task CommitAsync(Round round)
    {
        ArraySegment<MemberOutcome> outcomes;
        try
        {
            outcomes = await parts.Committer.CommitAsync(round.Members).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Nobody knows whether the transaction was written: the callers hear it and ask again with the same request.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            foreach (var progress in round.Instances) parts.Cache.Forget(progress.Instance);
            foreach (var decided in round.All) decided.Pending.Fail(failure);
            parts.Log.CommitFailed(failure, round.Members.Count);
            return;
        }
        var again = Settle(round, outcomes);
        foreach (var progress in round.Instances) Adopt(progress);
        parts.Written(round, outcomes);
        foreach (var decided in round.All) await AnswerAsync(decided, round, outcomes).ConfigureAwait(false);
        if (again.Count > 0) PutBack(again);
    }

    // Which instances came through, and which commands are decided again.
    private List<Pending> Settle(Round round, ArraySegment<MemberOutcome> outcomes)
    {
        var again = new List<Pending>();
        foreach (var decided in round.All)
        {
            if (decided.Member >= 0 && outcomes[decided.Member] is MemberOutcome.Committed committed)
            {
                Invariant.Holds(!decided.Progress.Broken, "nothing is written after a member that was left out");
                decided.Progress.HeadHash = committed.Hash;
                continue;
            }
            if (decided.Member < 0 && !decided.Progress.Broken) continue;
            var stale = decided.Member < 0 || outcomes[decided.Member] is MemberOutcome.Stale;
            decided.Progress.Broken = true;
            if (!stale) continue;
            parts.Log.StaleVersion(decided.Progress.Instance);
            parts.Metrics.Stale();
            if (++decided.Pending.StaleDecisions < EngineLimits.StaleDecisionsMax) again.Add(decided.Pending);
            else decided.Pending.Refuse(new Rejection(RejectionReason.Overloaded, $"Expected to decide for instance {decided.Progress.Instance}, but others moved it {EngineLimits.StaleDecisionsMax} times meanwhile; try again."));
        }
        return again;
    }

    private void Adopt(Round.Progress progress)
    {
        if (progress.Broken || progress.State is not { Outcome: null } state) parts.Cache.Forget(progress.Instance);
        else parts.Cache.Put(new LoadedState(state, progress.HeadHash, progress.SnapshotVersion));
    }

    private async Task AnswerAsync(Round.Decided decided, Round round, ArraySegment<MemberOutcome> outcomes)
    {
        if (decided.Rejection is { } rejection)
        {
            if (!decided.Progress.Broken) await RefuseAsync(decided.Pending, rejection).ConfigureAwait(false);
            return;
        }
        var member = round.Members[decided.Member];
        switch (outcomes[decided.Member])
        {
            case MemberOutcome.Committed:
                parts.Metrics.Accepted();
                decided.Pending.Accept(new Acceptance(member.Instance, member.ExpectedVersion + 1, member.At, false));
                break;
            case MemberOutcome.Duplicate duplicate:
                decided.Pending.Accept(new Acceptance(duplicate.Record.Instance, duplicate.Record.FirstSequence, duplicate.Record.At, true));
                break;
            case MemberOutcome.Conflict conflict:
                decided.Pending.Refuse(new Rejection(RejectionReason.AlreadyExists, $"Expected to be the first, but somebody else was faster ({conflict.Row})."));
                break;
        }
    }

    // A command that was accepted before is often refused the second time (the task is completed): its answer is the first one.
    private async Task RefuseAsync(Pending pending, Rejection rejection)
    {
        if (pending.Submission.MayRepeat)
        {
            RequestRecord? record;
            try
            {
                record = await parts.Store.FindRequestAsync(pending.Submission.Request, CancellationToken.None).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // As in deciding: the caller hears of it.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                pending.Fail(failure);
                return;
            }
            if (record is not null)
            {
                pending.Accept(new Acceptance(record.Instance, record.FirstSequence, record.At, true));
                return;
            }
        }
        parts.Metrics.Refused(rejection.Reason);
        pending.Refuse(rejection);
    }

    private void Stop(InstanceId instance, InvariantBrokenException broken)
    {
        parts.Cache.Forget(instance);
        _stopped[instance] = $"Expected a sound instance, but instance {instance} was stopped on this node: {broken.Message} Nothing of it is lost; see the log, and report this as a bug.";
        parts.Log.InstanceStopped(broken, instance);
        parts.Metrics.Stopped();
    }
}
