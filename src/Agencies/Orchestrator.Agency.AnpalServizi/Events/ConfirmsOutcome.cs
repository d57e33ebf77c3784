using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Catalogue;
using Orchestrator.Worker.Events;

namespace Orchestrator.Agency.AnpalServizi.Events;

/// <summary>
/// A case that ends with a hire is looked up in the employment notices at once, so that the report finds its first verification. What is kept depends on the notices
/// alone, and a second delivery keeps the same. Nothing is answered.
/// </summary>
public sealed class ConfirmsOutcome(ICaseRegistry registry) : IEventHandler<PathwayCompleted>
{
    private const int FirstVerification = 6;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ProcessMessage>> HandleAsync(PathwayCompleted message, CancellationToken cancellation)
    {
        if (message.Outcome.StartsWith("assunzione", StringComparison.Ordinal))
            await registry.FollowUpAsync(message.Case, FirstVerification, new("anpalservizi", "verification of an outcome"), cancellation);
        return [];
    }
}
