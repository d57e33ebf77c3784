using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Scenarios;

namespace Orchestrator.Server.Client.Definitions;

/// <summary>
/// The last run of scenarios of each draft, in the memory of this node: another node, or a restart, runs them again. One at a time, so that pages stay quick meanwhile; a newer run of the same draft takes
/// the place of an older one.
/// </summary>
internal sealed class ScenarioRuns(ILogger<ScenarioRuns> log) : IAsyncDisposable
{
    private const int DraftsMax = 50;

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Dictionary<Guid, Run> _runs = [];

    /// <summary>How far the run of this state of the draft is; one that was not begun is begun.</summary>
    public ScenarioRun Of(RunKey key, Func<IReadOnlyList<DeploymentResource>> definitions, IReadOnlyList<DefinitionFile> scenarios)
    {
        lock (_gate)
        {
            if (_runs.TryGetValue(key.Draft, out var run) && run.Key == key) return run.Seen();
            run?.Cancel();
            if (_runs.Count >= DraftsMax && _runs.FirstOrDefault(one => one.Value.Work.IsCompleted) is { Value: not null } old) _runs.Remove(old.Key);
            var begun = new Run(key, scenarios.Count, CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token));
            begun.Work = Task.Run(() => PlayAsync(begun, definitions(), scenarios), CancellationToken.None);
            _runs[key.Draft] = begun;
            return begun.Seen();
        }
    }

    /// <summary>The run of exactly this state, or null when there is none on this node.</summary>
    public ScenarioRun? Find(RunKey key)
    {
        lock (_gate) return _runs.TryGetValue(key.Draft, out var run) && run.Key == key ? run.Seen() : null;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        foreach (var run in _runs.Values)
        {
            await run.Work;
            run.Dispose();
        }
        _stopping.Dispose();
        _turn.Dispose();
    }

    private async Task PlayAsync(Run run, IReadOnlyList<DeploymentResource> definitions, IReadOnlyList<DefinitionFile> scenarios)
    {
        try
        {
            await _turn.WaitAsync(run.Stopped);
            try
            {
                await using var player = new ScenarioPlayer([.. definitions.Where(resource => resource.Kind != ResourceKind.Other)]);
                foreach (var scenario in scenarios)
                {
                    var result = await player.PlayAsync(scenario.Name, scenario.Content, run.Stopped);
                    run.Add(new(scenario.Name, result.Title, result.Failure));
                }
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (OperationCanceledException) when (run.Stopped.IsCancellationRequested)
        {
            // Nobody waits for it any more.
        }
#pragma warning disable CA1031 // Whatever it is: those that have not run are told as failed, with the reason, instead of a run that never ends.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.ScenariosFailed(failure, run.Key.Draft);
            foreach (var scenario in scenarios.Skip(run.Count).ToList()) run.Add(new(scenario.Name, scenario.Name, failure.Message));
        }
    }

    /// <summary>A draft at a revision, over a deployment.</summary>
    internal readonly record struct RunKey(Guid Draft, int Revision, long After);

    private sealed class Run(RunKey key, int total, CancellationTokenSource stop) : IDisposable
    {
        private readonly Lock _gate = new();
        private readonly List<ScenarioOutcome> _results = [];

        public RunKey Key { get; } = key;

        public CancellationToken Stopped { get; } = stop.Token;

        public Task Work { get; set; } = Task.CompletedTask;

        public int Count
        {
            get { lock (_gate) return _results.Count; }
        }

        public void Add(ScenarioOutcome outcome)
        {
            lock (_gate) _results.Add(outcome);
        }

        public ScenarioRun Seen()
        {
            lock (_gate) return new(Key.Revision, total, [.. _results]);
        }

        public void Cancel() => stop.Cancel();

        public void Dispose() => stop.Dispose();
    }
}
