using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Catalogue;
using Orchestrator.Worker.Events;

namespace Orchestrator.Agency.Regione.Events;

/// <summary>
/// Keeps the state of a crisis in the registry: in hand (<c>in gestione</c>) since its table was convened or ended with or without an agreement, closed since it was
/// resolved, the company withdrew or the intervention is complete. The message key makes the entry one, and the newest event counts, so neither a second delivery nor
/// another order changes anything. Nothing is answered.
/// </summary>
public sealed class CrisisKeeper(ICaseRegistry registry) :
    IEventHandler<MeetingRequested>, IEventHandler<AgreementSigned>, IEventHandler<AgreementNotSigned>, IEventHandler<CrisisResolved>, IEventHandler<CompanyWithdrew>,
    IEventHandler<InterventionCompleted>
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<ProcessMessage>> HandleAsync(MeetingRequested message, CancellationToken cancellation) => KeepAsync(message, message.Crisis, CrisisState.InHand, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ProcessMessage>> HandleAsync(AgreementSigned message, CancellationToken cancellation) => KeepAsync(message, message.Crisis, CrisisState.InHand, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ProcessMessage>> HandleAsync(AgreementNotSigned message, CancellationToken cancellation) => KeepAsync(message, message.Crisis, CrisisState.InHand, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ProcessMessage>> HandleAsync(CrisisResolved message, CancellationToken cancellation) => KeepAsync(message, message.Crisis, CrisisState.Closed, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ProcessMessage>> HandleAsync(CompanyWithdrew message, CancellationToken cancellation) => KeepAsync(message, message.Crisis, CrisisState.Closed, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ProcessMessage>> HandleAsync(InterventionCompleted message, CancellationToken cancellation) => KeepAsync(message, message.Crisis, CrisisState.Closed, cancellation);

    private async Task<IReadOnlyList<ProcessMessage>> KeepAsync(ICatalogueMessage message, string crisis, CrisisState state, CancellationToken cancellation)
    {
        await registry.RecordCrisisEventAsync(new(message.MessageKey, crisis, message.GetType().Name, message.At, state), cancellation);
        return [];
    }
}
