using System.Diagnostics;

namespace Orchestrator.Hosting.Demo;

/// <summary>Plays a scenario from the report of the crisis to the last follow-up, and counts what came of it.</summary>
public static class DemoRun
{
    /// <summary>
    /// Plays to the end, or goes on where a run of the same scenario and seed was cut. Everything that happened is in the database; nothing is kept elsewhere but the mails of
    /// the spool and the published files beside it.
    /// </summary>
    /// <exception cref="DemoFailedException">It cannot go on; the message says where.</exception>
    public static async Task<DemoReport> RunAsync(DemoOptions options, string contentRoot, DemoProgress progress, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var world = new DemoWorld(options.Scenario, options.Seed);
        var start = DemoCalendar.At(world.Sample.Crisis.OpenedOn, 9);
        await using var host = await DemoHost.OpenAsync(options, contentRoot, start, cancellation);
        var outside = new Outside(host, world);
        outside.Begin(start);
        await new DemoDriver(host, new(host, world, new()), outside, progress).RunAsync(start, cancellation);
        var report = await DemoFigures.ReadAsync(options, host.Node, host.Traffic(), cancellation);
        return report with { WallSeconds = Math.Round(watch.Elapsed.TotalSeconds, 1) };
    }
}
