using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Runtime;

/// <summary>
/// The one writer of a store in this node: members collect while the commit before them syncs, and then go in one transaction (group commit).
/// Whoever comes when nothing is under way starts the writing; it ends when nothing waits.
/// </summary>
internal sealed class Committer(IStore store)
{
    private readonly Lock _gate = new();
    private List<Waiting> _waiting = [];
    private bool _running;

    /// <summary>One outcome per member. A failure of the transaction reaches every caller whose members were in it: nobody knows what became of them.</summary>
    public Task<ArraySegment<MemberOutcome>> CommitAsync(IReadOnlyList<CommitMember> members)
    {
        var mine = new Waiting(members);
        var start = false;
        lock (_gate)
        {
            _waiting.Add(mine);
            if (!_running) start = _running = true;
        }
        if (start) _ = RunAsync();
        return mine.Outcomes.Task;
    }

    private async Task RunAsync()
    {
        while (Take() is { } group)
        {
            try
            {
                // A commit under way is never cancelled: its callers have to learn what became of it.
                var outcomes = await store.CommitAsync(new CommitBatch(group.Members), CancellationToken.None).ConfigureAwait(false);
                Invariant.Holds(outcomes.Count == group.Members.Count, "a store answers for every member of a batch");
                group.Answer(outcomes);
            }
#pragma warning disable CA1031 // Whatever the store throws belongs to those who wait for it, not to this loop.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                group.Fail(failure);
            }
        }
    }

    private Group? Take()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                _running = false;
                return null;
            }
            var count = 0;
            var members = 0;
            while (count < _waiting.Count && (count == 0 || members + _waiting[count].Members.Count <= EngineLimits.MembersPerCommitMax))
                members += _waiting[count++].Members.Count;
            List<Waiting> taken;
            if (count == _waiting.Count)
            {
                taken = _waiting;
                _waiting = [];
            }
            else
            {
                taken = _waiting.GetRange(0, count);
                _waiting.RemoveRange(0, count);
            }
            return new Group(taken);
        }
    }

    private sealed class Waiting(IReadOnlyList<CommitMember> members)
    {
        public IReadOnlyList<CommitMember> Members { get; } = members;

        public TaskCompletionSource<ArraySegment<MemberOutcome>> Outcomes { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Group(List<Waiting> waiting)
    {
        public IReadOnlyList<CommitMember> Members { get; } = waiting.Count == 1 ? waiting[0].Members : [.. waiting.SelectMany(one => one.Members)];

        public void Answer(IReadOnlyList<MemberOutcome> outcomes)
        {
            var all = outcomes as MemberOutcome[] ?? [.. outcomes];
            var from = 0;
            foreach (var one in waiting)
            {
                one.Outcomes.TrySetResult(new ArraySegment<MemberOutcome>(all, from, one.Members.Count));
                from += one.Members.Count;
            }
        }

        public void Fail(Exception failure)
        {
            foreach (var one in waiting) one.Outcomes.TrySetException(failure);
        }
    }
}
