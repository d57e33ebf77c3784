using Orchestrator.Worker;

namespace Orchestrator.Server.Tests.Pages;

/// <summary>What the handler of <c>docs/api.md</c> works with.</summary>
internal interface IWarehouse
{
    /// <summary>Null when the warehouse does not answer.</summary>
    Task<bool?> ReserveAsync(long reservation, string order, CancellationToken cancellation);
}

// The page shows what follows, word for word.
internal sealed class CheckStock(IWarehouse warehouse) : IJobHandler
{
    public string JobType => "shop.check-stock";

    public async Task<JobResult> HandleAsync(Job job, CancellationToken cancellation)
    {
        var order = job.RequiredText("order");
        // The key of the job, so that a second attempt reserves nothing twice.
        var reserved = await warehouse.ReserveAsync(job.Key, order, cancellation);
        return reserved switch
        {
            true => JobResult.Done(new() { ["inStock"] = true }),
            false => new JobResult.Error("out-of-stock", $"Order {order} cannot be served.", []),
            null => new JobResult.Failed("The warehouse does not answer.", RetryAfter: TimeSpan.FromMinutes(5)),
        };
    }
}
