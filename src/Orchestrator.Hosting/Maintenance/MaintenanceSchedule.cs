using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orchestrator.Hosting.Configuration;
using Quartz;

namespace Orchestrator.Hosting.Maintenance;

/// <summary>What is done by the clock and is no process timer (ADR 5), under Quartz.NET in memory, on the real clock: sealing, at start and every <see cref="SealOptions.Interval"/>.</summary>
internal sealed class MaintenanceSchedule(SealDesk seals, OrchestratorOptions options, ILoggerFactory logs) : IAsyncDisposable
{
    private ServiceProvider? _own;
    private IScheduler? _scheduler;

    public async Task StartAsync(CancellationToken cancellation)
    {
        if (!options.Seals.Enabled) return;
        _own = OwnServices();
        _scheduler = await _own.GetRequiredService<ISchedulerFactory>().GetScheduler(cancellation);
        var job = JobBuilder.Create<SealingJob>().WithIdentity(SealingJob.Name).Build();
        // A firing that was missed (the machine slept) is made up for at once.
        var hourly = TriggerBuilder.Create(TimeProvider.System).WithIdentity(SealingJob.Name).StartNow()
            .WithSimpleSchedule(schedule => schedule.WithInterval(options.Seals.Interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
            .Build();
        await _scheduler.ScheduleJob(job, hourly, cancellationToken: cancellation);
        await _scheduler.Start(cancellation);
    }

    /// <summary>Waits for what is under way; nothing is started afterwards.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        if (_scheduler is null) return;
        await _scheduler.Shutdown(true, cancellation);
        _scheduler = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_own is not null) await _own.DisposeAsync();
    }

    // Quartz puts its clock into the container in the place of everybody's, and takes everybody's when it is given none. The engine's may stand still, so Quartz has a container of its own.
    private ServiceProvider OwnServices()
    {
        var services = new ServiceCollection();
        services.AddSingleton(logs);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton(seals);
        services.AddSingleton(options);
        services.AddTransient<SealingJob>();
        services.AddQuartz(quartz =>
        {
            quartz.UseTimeProvider(TimeProvider.System);
            quartz.UseInMemoryStore();
            quartz.UseDefaultThreadPool(1);
        });
        return services.BuildServiceProvider();
    }
}
