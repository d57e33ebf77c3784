using Orchestrator.Contracts.Catalogue;

namespace Orchestrator.Worker.Events;

/// <summary>
/// What an agency does when a process threw a message of the catalogue. It is called at least once for a message, and messages may come in another order than they
/// were thrown: whatever it does outside must be keyed by <see cref="ICatalogueMessage.MessageKey"/>, and newer facts are told from older ones by <see cref="ICatalogueMessage.At"/>.
/// </summary>
public interface IEventHandler<in TMessage>
    where TMessage : class, ICatalogueMessage
{
    /// <summary>
    /// Does it and returns what the processes are to be told (nothing: an empty list). An exception is tried again for about a minute; then, or at once for a refusal of
    /// the registry, the message goes to the error queue.
    /// </summary>
    Task<IReadOnlyList<ProcessMessage>> HandleAsync(TMessage message, CancellationToken cancellation);
}
