using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Benchmarks;

/// <summary>Counts what goes through the engine's one door to the disk.</summary>
internal sealed class CountingStore(IStore store) : IStore
{
    private long _commits;
    private long _members;
    private long _rows;

    public (long Commits, long Members, long Rows) Counted => (Interlocked.Read(ref _commits), Interlocked.Read(ref _members), Interlocked.Read(ref _rows));

    public async Task<IReadOnlyList<MemberOutcome>> CommitAsync(CommitBatch batch, CancellationToken cancellation)
    {
        var outcomes = await store.CommitAsync(batch, cancellation);
        Interlocked.Increment(ref _commits);
        foreach (var (member, outcome) in batch.Members.Zip(outcomes))
        {
            if (outcome is not MemberOutcome.Committed) continue;
            Interlocked.Increment(ref _members);
            Interlocked.Add(ref _rows, RowsOf(member));
        }
        return outcomes;
    }

    public Task<LoadedInstance?> LoadAsync(InstanceId instance, CancellationToken cancellation) => store.LoadAsync(instance, cancellation);

    public Task<InstanceHead?> HeadAsync(InstanceId instance, CancellationToken cancellation) => store.HeadAsync(instance, cancellation);

    public Task<RequestRecord?> FindRequestAsync(Guid request, CancellationToken cancellation) => store.FindRequestAsync(request, cancellation);

    public Task<long> AllocateAsync(BlockKind kind, int count, CancellationToken cancellation) => store.AllocateAsync(kind, count, cancellation);

    /// <summary>The history row, the instance row, a new subject's key, a snapshot, and each change of another row; changes of the instance row are written with it.</summary>
    private static int RowsOf(CommitMember member)
    {
        var others = member.Rows.Count(change => change is not (RowChange.InsertInstance or RowChange.EndInstance or RowChange.SetIncidentFlag));
        return 2 + others + (member.ExpectedVersion == 0 ? 1 : 0) + (member.Snapshot is null ? 0 : 1);
    }
}
