using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Projections;
using Orchestrator.Engine.Runtime;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.History;

/// <summary>Proves an instance: its hash chain holds, its history replays, and its rows are what its history says.</summary>
public sealed class VerificationService
{
    private readonly IHistoryStore _history;
    private readonly DefinitionCatalog _definitions;
    private readonly EngineOptions _options;

    internal VerificationService(IHistoryStore history, DefinitionCatalog definitions, EngineOptions options)
    {
        _history = history;
        _definitions = definitions;
        _options = options;
    }

    /// <summary>Checks one instance; null when there is none. A commit that comes meanwhile is not a difference: the rows are compared with the history up to their version.</summary>
    public async Task<InstanceReport?> VerifyAsync(InstanceId instance, CancellationToken cancellation)
    {
        var broken = await _history.VerifyChainAsync(instance, cancellation).ConfigureAwait(false);
        if (broken is not null) return new InstanceReport(instance, 0, 0, broken, []);
        if (await _history.RowsAsync(instance, cancellation).ConfigureAwait(false) is not { } stored) return null;
        var replayed = await ReplayAsync(instance, stored.Version, cancellation).ConfigureAwait(false);
        if (replayed.Broken is { } gap) return new InstanceReport(instance, replayed.Commands, replayed.Events, gap, []);
        return new InstanceReport(instance, replayed.Commands, replayed.Events, null, RowComparison.Differences(replayed.Rows.ToInstanceRows(), stored.Rows));
    }

    /// <summary>All instances, in order of their numbers; the rows compared, chains checked.</summary>
    public async IAsyncEnumerable<InstanceReport> VerifyAllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        for (long after = 0; ;)
        {
            var page = await _history.InstancesAsync(after, 500, cancellation).ConfigureAwait(false);
            if (page.Count == 0) yield break;
            foreach (var instance in page)
                if (await VerifyAsync(instance, cancellation).ConfigureAwait(false) is { } report) yield return report;
            after = page[^1].Number;
        }
    }

    /// <summary>Replaces the rows of an instance by what its history says; false when the chain is broken (then nothing is touched) or the instance kept moving.</summary>
    public async Task<bool> RebuildAsync(InstanceId instance, CancellationToken cancellation)
    {
        if (await _history.VerifyChainAsync(instance, cancellation).ConfigureAwait(false) is not null) return false;
        for (var i = 0; i < EngineLimits.StaleDecisionsMax; i++)
        {
            if (await _history.RowsAsync(instance, cancellation).ConfigureAwait(false) is not { } stored) return false;
            var replayed = await ReplayAsync(instance, stored.Version, cancellation).ConfigureAwait(false);
            if (replayed.Broken is not null) return false;
            if (await _history.ReplaceRowsAsync(instance, stored.Version, replayed.Rows.ToInstanceRows(), cancellation).ConfigureAwait(false)) return true;
        }
        return false;
    }

    private async Task<Replayed> ReplayAsync(InstanceId instance, long version, CancellationToken cancellation)
    {
        var rows = new ProjectedRows();
        InstanceState? state = null;
        long commands = 0;
        try
        {
            while ((state?.Version ?? 0) < version)
            {
                var page = await _history.ReadAsync(instance, state?.Version ?? 0, EngineLimits.HistoryPageMax, cancellation).ConfigureAwait(false);
                if (page.Count == 0) break;
                foreach (var entry in page)
                {
                    if ((state?.Version ?? 0) >= version) break;
                    var before = state;
                    state = Replay.After(instance, before, entry);
                    await _definitions.EnsureAsync(state).ConfigureAwait(false);
                    rows.Apply(Projector.Project(new ProjectionContext(instance, before, state, entry.At, _definitions.View, _options), entry.Events).ToList());
                    commands++;
                }
            }
        }
        catch (InvariantBrokenException broken)
        {
            return new Replayed(rows, commands, state?.Version ?? 0, new ChainBreak((state?.Version ?? 0) + 1, broken.Message));
        }
        var reached = state?.Version ?? 0;
        return new Replayed(rows, commands, reached, reached == version ? null : new ChainBreak(reached + 1, $"Expected history up to position {version}, but it ends at {reached}."));
    }

    private sealed record Replayed(ProjectedRows Rows, long Commands, long Events, ChainBreak? Broken);
}

/// <summary>What the verification of one instance found. Sound: no break and no difference.</summary>
public sealed record InstanceReport(InstanceId Instance, long Commands, long Events, ChainBreak? Break, IReadOnlyList<RowDifference> Differences)
{
    public bool Sound => Break is null && Differences.Count == 0;
}

/// <summary>A row that is not what history says. The texts name table, key and column, and hold no values of variables.</summary>
public sealed record RowDifference(string Table, string Key, string Message);
