using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Hosting.Configuration;

namespace Orchestrator.Hosting.Maintenance;

/// <summary>Registers the schedule of maintenance.</summary>
internal static class MaintenanceSetup
{
    private static readonly TimeSpan s_intervalMax = TimeSpan.FromHours(1);

    public static void AddMaintenance(this IServiceCollection services, OrchestratorOptions options)
    {
        var (interval, retry) = (options.Seals.Interval, options.Seals.RetryAfter);
        if (interval <= TimeSpan.Zero || interval > s_intervalMax)
            throw new StartRefusedException($"Expected Seals:Interval to be more than nothing and at most an hour, but it is {interval}: set it, for example 01:00:00.");
        if (retry <= TimeSpan.Zero || retry > s_intervalMax)
            throw new StartRefusedException($"Expected Seals:RetryAfter to be more than nothing and at most an hour, but it is {retry}: set it, for example 00:01:00.");
        services.AddSingleton<MaintenanceSchedule>();
    }
}
