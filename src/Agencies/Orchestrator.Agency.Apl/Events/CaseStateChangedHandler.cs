using System.Globalization;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agency.Apl.Events;

/// <summary><c>CaseStateChanged</c>: the state of the case, for waiting lists, appointments and reports.</summary>
public sealed class CaseStateChangedHandler(ICaseRegistry registry) : IProcessEventHandler
{
    /// <inheritdoc/>
    public string MessageName => "CaseStateChanged";

    /// <inheritdoc/>
    public Task HandleAsync(ProcessEvent told, CancellationToken cancellation)
    {
        // A process may tell later than the change was.
        var at = told.OptionalText("at") is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since) ? since : told.At;
        return registry.RecordStateAsync(new(told.Key, told.RequiredText("case"), told.RequiredText("pathway"), told.RequiredText("state"), at), cancellation);
    }
}
