using MassTransit;
using Orchestrator.Contracts.Bus;

namespace Orchestrator.Worker;

/// <summary>Takes offers from the agency's queue and sends the answers. The offer is acknowledged after its answer is confirmed: at least once.</summary>
public sealed class JobOfferedConsumer(JobRunner runner) : IConsumer<JobOffered>
{
    public async Task Consume(ConsumeContext<JobOffered> context)
    {
        var answer = await runner.RunAsync(context.Message, context.CancellationToken);
        if (answer is null) return;
        var endpoint = await context.GetSendEndpoint(new Uri($"exchange:{BusNames.Answers}"));
        await endpoint.Send(answer, answer.GetType(), Unroutable.IsAnError, context.CancellationToken);
    }
}
