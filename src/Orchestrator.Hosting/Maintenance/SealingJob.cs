using System.Globalization;
using Orchestrator.Hosting.Configuration;
using Quartz;

namespace Orchestrator.Hosting.Maintenance;

/// <summary>Seals; when it fails, tries again after <see cref="SealOptions.RetryAfter"/> and not only at the next hour.</summary>
[DisallowConcurrentExecution]
internal sealed class SealingJob(SealDesk seals, OrchestratorOptions options) : IJob
{
    public const string Name = "sealing";
    private const string Again = "sealing-again";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var again = options.Seals.RetryAfter;
        if (await seals.TrySealAsync(string.Create(CultureInfo.InvariantCulture, $"in {again.TotalSeconds} s"), cancellationToken) || cancellationToken.IsCancellationRequested) return;
        var trigger = TriggerBuilder.Create(TimeProvider.System).WithIdentity(Again).ForJob(context.JobDetail).StartAt(TimeProvider.System.GetUtcNow() + again).Build();
        await context.Scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, cancellationToken);
    }
}
