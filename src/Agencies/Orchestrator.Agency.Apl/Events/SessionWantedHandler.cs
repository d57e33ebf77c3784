using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agency.Apl.Events;

/// <summary><c>SessionWanted</c>: the case goes on the waiting list of the kind and centre.</summary>
public sealed class SessionWantedHandler(ICaseRegistry registry) : IProcessEventHandler
{
    /// <inheritdoc/>
    public string MessageName => "SessionWanted";

    /// <inheritdoc/>
    public Task HandleAsync(ProcessEvent told, CancellationToken cancellation) =>
        registry.RecordWishAsync(new(told.Key, told.RequiredText("case"), told.RequiredText("centre"), told.RequiredText("kind"), told.At), cancellation);
}
