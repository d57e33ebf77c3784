using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agency.Apl.Events;

/// <summary><c>PathwayCompleted</c>: how the case left its pathway; it waits for no session any more.</summary>
public sealed class PathwayCompletedHandler(ICaseRegistry registry) : IProcessEventHandler
{
    /// <inheritdoc/>
    public string MessageName => "PathwayCompleted";

    /// <inheritdoc/>
    public Task HandleAsync(ProcessEvent told, CancellationToken cancellation) =>
        registry.RecordOutcomeAsync(
            new(told.Key, told.RequiredText("case"), told.RequiredText("pathway"), told.RequiredText("outcome"), told.OptionalText("moveTo"), told.OptionalText("bookingState"), told.At),
            cancellation);
}
