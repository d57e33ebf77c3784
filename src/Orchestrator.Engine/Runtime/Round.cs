using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Runtime;

/// <summary>One round of a lane: one clock reading, what was decided with it, and the states that will be true once the commit has been written.</summary>
internal sealed class Round(DateTimeOffset at)
{
    private readonly Dictionary<InstanceId, Progress> _progress = [];
    private readonly List<Decided> _decided = [];
    private readonly List<CommitMember> _members = [];

    public DateTimeOffset At { get; } = at;

    public IReadOnlyList<CommitMember> Members => _members;

    public IReadOnlyList<Decided> All => _decided;

    public IReadOnlyCollection<Progress> Instances => _progress.Values;

    /// <summary>How far an instance has come in this round; a second command sees what the first one did.</summary>
    public Progress? Find(InstanceId instance) => _progress.GetValueOrDefault(instance);

    public Progress Begin(InstanceId instance, LoadedState? loaded, bool confirmed)
    {
        var progress = new Progress(instance, loaded, confirmed);
        _progress[instance] = progress;
        return progress;
    }

    public bool Holds(Guid request)
    {
        foreach (var member in _members)
            if (member.Request == request) return true;
        return false;
    }

    public void Add(Pending pending, Progress progress, CommitMember member, InstanceState after)
    {
        Invariant.Holds(member.ExpectedVersion == (progress.State?.Version ?? 0), "a commit is appended to the version it was decided on");
        Invariant.Holds(after.Version == member.ExpectedVersion + member.Events.Length, "the version counts the events");
        _decided.Add(new Decided(pending, progress, _members.Count, null));
        _members.Add(member);
        progress.Advance(after, member.Snapshot is not null);
    }

    /// <summary>A refusal that rests on events of this round: it is answered once they are written.</summary>
    public void Add(Pending pending, Progress progress, Rejection rejection) => _decided.Add(new Decided(pending, progress, -1, rejection));

    /// <param name="Member">The index of the commit member, or -1 with a rejection.</param>
    public readonly record struct Decided(Pending Pending, Progress Progress, int Member, Rejection? Rejection);

    internal sealed class Progress(InstanceId instance, LoadedState? loaded, bool confirmed)
    {
        public InstanceId Instance { get; } = instance;

        public InstanceState? State { get; private set; } = loaded?.State;

        /// <summary>The hash to chain on: of the loaded head, then of each commit that was written.</summary>
        public ReadOnlyMemory<byte> HeadHash { get; set; } = loaded?.HeadHash ?? ReadOnlyMemory<byte>.Empty;

        public long SnapshotVersion { get; private set; } = loaded?.SnapshotVersion ?? 0;

        /// <summary>The state was read from the store in this round, not taken from memory.</summary>
        public bool Confirmed { get; } = confirmed;

        /// <summary>Commands accepted in this round and not yet written.</summary>
        public int Uncommitted { get; private set; }

        /// <summary>A member was left out: what follows it was decided on a state that never came to be.</summary>
        public bool Broken { get; set; }

        public void Advance(InstanceState after, bool snapshot)
        {
            State = after;
            Uncommitted++;
            if (snapshot) SnapshotVersion = after.Version;
        }
    }
}
