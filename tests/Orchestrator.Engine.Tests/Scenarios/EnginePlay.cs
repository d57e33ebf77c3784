using System.Globalization;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Hosting.Scenarios;
using Orchestrator.Testing;
using Orchestrator.Testing.Checkers;
using Orchestrator.Testing.Scenarios;

namespace Orchestrator.Engine.Tests.Scenarios;

/// <summary>Plays a scenario on the durable engine and then looks whether everything that must be true of the database is.</summary>
internal static class EnginePlay
{
    /// <summary>Why it failed, or null.</summary>
    public static Task<string?> WhyNotAsync(DatabaseNodes nodes, string name) => WhyNotAsync(nodes, WorkflowFiles.Definitions, WorkflowFiles.Scenario(name));

    /// <summary>Why a scenario over these definitions failed, or null.</summary>
    public static async Task<string?> WhyNotAsync(DatabaseNodes nodes, IReadOnlyList<DeploymentResource> definitions, ScenarioFile scenario)
    {
        var start = DateTimeOffset.Parse(scenario.Clock, CultureInfo.InvariantCulture);
        await using var host = await EngineScenarioHost.StartAsync(nodes, definitions, start, ItalianCalendars.Default);
        var result = await new ScenarioDriver(host, scenario).RunAsync();
        if (result.Failure is not null) return result.Failure;
        // The checks read through a node that does not die.
        await host.RestartAsync();
        var problems = await EngineChecker.CheckAsync(await host.NodeAsync());
        return problems.Count == 0 ? null : string.Join('\n', problems);
    }

    /// <summary>
    /// Plays it once for every n of <paramref name="points"/>, each time on a database of its own and with a crash at the n-th database operation, some runs side by side.
    /// </summary>
    /// <param name="progress">Told after every run; null for nobody.</param>
    public static async Task<CrashRuns> CrashAsync(Func<Task<DatabaseNodes>> make, string name, IEnumerable<int> points, Action<CrashRuns>? progress = null)
    {
        var runs = new CrashRuns();
        var together = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        await Parallel.ForEachAsync(points, together, async (n, _) =>
        {
            runs.Add(n, await CrashAsync(make, name, n));
            progress?.Invoke(runs);
        });
        return runs;
    }

    /// <summary>How many places there are at which it can die, when it does not.</summary>
    public static async Task<int> PointsAsync(Func<Task<DatabaseNodes>> make, string name) => (await CrashAsync(make, name, int.MaxValue)).Passed;

    private static async Task<CrashRun> CrashAsync(Func<Task<DatabaseNodes>> make, string name, int n)
    {
        await using var nodes = await make();
        var crash = new CrashAt(n);
        nodes.Crash = crash;
        try
        {
            return new(await WhyNotAsync(nodes, name), crash.Where, crash.Passed);
        }
#pragma warning disable CA1031 // Whatever comes out of a run is that run's failure; the others go on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return new(failure.ToString(), crash.Where, crash.Passed);
        }
    }
}

/// <summary>What became of one run.</summary>
internal sealed record CrashRun(string? Failure, string? Where, int Passed);

/// <summary>What became of many.</summary>
internal sealed class CrashRuns
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, CrashRun> _runs = [];

    public int Count
    {
        get { lock (_lock) return _runs.Count; }
    }

    public int Crashed
    {
        get { lock (_lock) return _runs.Values.Count(run => run.Where is not null); }
    }

    public IReadOnlyList<string> Failures
    {
        get
        {
            lock (_lock)
                return [.. _runs.Where(run => run.Value.Failure is not null).Select(run => $"n = {run.Key}, crashed {run.Value.Where ?? "nowhere"}: {run.Value.Failure}")];
        }
    }

    public void Add(int n, CrashRun run)
    {
        lock (_lock) _runs.Add(n, run);
    }
}
