using MassTransit;
using Orchestrator.Contracts.Bus;

namespace Orchestrator.Worker;

/// <summary>Takes offers from the agency's queue and sends the answers. The offer is acknowledged after its answer is confirmed: at least once.</summary>
public sealed class JobOfferedConsumer(JobRunner runner, AgencyTraffic traffic) : IConsumer<JobOffered>
{
    public async Task Consume(ConsumeContext<JobOffered> context)
    {
        var agency = BusNames.AgencyOf(context.Message.JobType);
        var answer = await runner.RunAsync(context.Message, context.CancellationToken);
        if (answer is not null)
        {
            var endpoint = await context.GetSendEndpoint(new Uri($"exchange:{BusNames.Answers}"));
            await endpoint.Send(answer, answer.GetType(), Unroutable.IsAnError, context.CancellationToken);
            traffic.Published(agency);
        }
        traffic.Consumed(agency);
    }
}
