using System.Text.Json.Nodes;
using Orchestrator.Contracts.Bus;
using Orchestrator.Contracts.Catalogue;

namespace Orchestrator.Worker.Events;

/// <summary>Something an agency tells the processes because of an event.</summary>
/// <param name="Name">A name of the message catalogue.</param>
/// <param name="CorrelationKey">The business key it is for.</param>
/// <param name="Variables">Opaque ids only, no personal data.</param>
/// <param name="TimeToLive">Zero reaches only who waits at that moment.</param>
public sealed record ProcessMessage(string Name, string CorrelationKey, JsonObject Variables, TimeSpan TimeToLive)
{
    /// <summary>
    /// The bus message. Its id follows from the agency, the event, the name and the key, so that an event that is delivered twice is answered once: one event
    /// causes at most one message of a name and key.
    /// </summary>
    public MessageForProcess ToContract(string agency, ICatalogueMessage cause) =>
        new(FormattableString.Invariant($"{agency}-{cause.MessageKey}-{Name}-{CorrelationKey}"), Name, CorrelationKey, TimeToLive, Variables.ToJsonString());
}
