using MassTransit;
using Orchestrator.Contracts.Bus;

namespace Orchestrator.Worker;

/// <summary>Tells processes over the bus, in the queue of the answers.</summary>
internal sealed class BusTeller(IBus bus, AgencyTraffic traffic) : IProcessTeller
{
    public async Task TellAsync(string agency, MessageForProcess message, CancellationToken cancellation)
    {
        var endpoint = await bus.GetSendEndpoint(new Uri($"exchange:{BusNames.Answers}"));
        await endpoint.Send(message, Unroutable.IsAnError, cancellation);
        traffic.Published(agency);
    }
}
