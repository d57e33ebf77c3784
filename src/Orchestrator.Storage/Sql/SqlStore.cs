using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Commits;

namespace Orchestrator.Storage.Sql;

/// <summary>The engine's one door: the provider's commit path, and loading, which all share.</summary>
internal sealed class SqlStore(SqlDatabase database, ICommitter committer, SqlHistoryStore history) : IStore
{
    public Task<IReadOnlyList<MemberOutcome>> CommitAsync(CommitBatch batch, CancellationToken cancellation) =>
        batch.Members.Count == 0 ? Task.FromResult<IReadOnlyList<MemberOutcome>>([]) : committer.CommitAsync(batch, cancellation);

    public Task<LoadedInstance?> LoadAsync(InstanceId instance, CancellationToken cancellation) => history.LoadAsync(instance, cancellation);

    public Task<InstanceHead?> HeadAsync(InstanceId instance, CancellationToken cancellation) => history.HeadAsync(instance, cancellation);

    public Task<RequestRecord?> FindRequestAsync(Guid request, CancellationToken cancellation) => history.FindRequestAsync(request, cancellation);

    public Task<long> AllocateAsync(BlockKind kind, int count, CancellationToken cancellation) => SqlNumbers.AllocateAsync(database, kind, count, cancellation);
}
