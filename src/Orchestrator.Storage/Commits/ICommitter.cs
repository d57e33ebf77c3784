using Orchestrator.Engine.Ports;

namespace Orchestrator.Storage.Commits;

/// <summary>The commit path of one provider; see <see cref="IStore.CommitAsync"/>.</summary>
internal interface ICommitter
{
    Task<IReadOnlyList<MemberOutcome>> CommitAsync(CommitBatch batch, CancellationToken cancellation);
}
