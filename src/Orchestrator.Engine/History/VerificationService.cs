using System.Globalization;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Instances;
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
        // Before the rows: a snapshot is written with its version, so all of these are at or before theirs.
        var snapshots = await _history.SnapshotVersionsAsync(instance, cancellation).ConfigureAwait(false);
        if (await _history.RowsAsync(instance, cancellation).ConfigureAwait(false) is not { } stored) return null;
        var replayed = await ReplayAsync(instance, stored.Version, snapshots, cancellation).ConfigureAwait(false);
        if (replayed.Broken is { } gap) return new InstanceReport(instance, replayed.Commands, replayed.Events, gap, OtherSubject(instance, stored.Rows));
        if (replayed.Erased) return new InstanceReport(instance, 0, 0, null, OtherSubject(instance, stored.Rows)) { Erased = true };
        return new InstanceReport(instance, replayed.Commands, replayed.Events, null, [.. Differences(instance, replayed, stored), .. replayed.Snapshots]);
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

    /// <summary>Rows of instances that do not exist, each as a report of its instance.</summary>
    public async Task<IReadOnlyList<InstanceReport>> VerifyStrayAsync(CancellationToken cancellation) =>
    [
        .. (await _history.StrayRowsAsync(cancellation).ConfigureAwait(false))
            .GroupBy(row => row.Instance)
            .Select(rows => new InstanceReport(rows.Key, 0, 0, null, [.. rows.Select(row => new RowDifference(row.Table, row.Key, "Expected no such row, since there is no such instance."))])),
    ];

    /// <summary>Removes what <see cref="VerifyStrayAsync"/> finds.</summary>
    public Task DropStrayAsync(CancellationToken cancellation) => _history.DropStrayRowsAsync(cancellation);

    /// <summary>
    /// Replaces the rows of an instance by what its history says and drops snapshots that hold another state; false when the chain is broken (then nothing is touched),
    /// the person was erased, or the instance kept moving.
    /// </summary>
    public async Task<bool> RebuildAsync(InstanceId instance, CancellationToken cancellation)
    {
        if (await _history.VerifyChainAsync(instance, cancellation).ConfigureAwait(false) is not null) return false;
        for (var i = 0; i < EngineLimits.StaleDecisionsMax; i++)
        {
            var snapshots = await _history.SnapshotVersionsAsync(instance, cancellation).ConfigureAwait(false);
            if (await _history.RowsAsync(instance, cancellation).ConfigureAwait(false) is not { } stored) return false;
            var replayed = await ReplayAsync(instance, stored.Version, snapshots, cancellation).ConfigureAwait(false);
            if ((replayed.Broken is not null || replayed.Erased) && OtherSubject(instance, stored.Rows).Count > 0)
            {
                await _history.CorrectSubjectAsync(instance, InstanceProjection.SubjectOf(instance), cancellation).ConfigureAwait(false);
                replayed = await ReplayAsync(instance, stored.Version, snapshots, cancellation).ConfigureAwait(false);
            }
            if (replayed.Broken is not null || replayed.Erased) return false;
            foreach (var version in replayed.BadSnapshots) await _history.DropSnapshotAsync(instance, version, cancellation).ConfigureAwait(false);
            if (await _history.ReplaceRowsAsync(instance, stored.Version, replayed.Rows.ToInstanceRows(), cancellation).ConfigureAwait(false)) return true;
        }
        return false;
    }

    private static IReadOnlyList<RowDifference> Differences(InstanceId instance, Replayed replayed, StoredRows stored) =>
        stored.Unreadable is { } why ? [new RowDifference("rows", instance.ToString(), why)] : RowComparison.Differences(replayed.Rows.ToInstanceRows(), stored.Rows);

    // The column that names the key is a row like any other; while it is wrong, nothing can be read.
    private static IReadOnlyList<RowDifference> OtherSubject(InstanceId instance, InstanceRows stored) =>
        stored.Instance is { } row && row.Subject != InstanceProjection.SubjectOf(instance)
            ? [new RowDifference("instances", instance.ToString(), "Expected the row that history gives, but it differs in Subject.")]
            : [];

    private async Task<Replayed> ReplayAsync(InstanceId instance, long version, IReadOnlyList<long> snapshots, CancellationToken cancellation)
    {
        var replayed = new Replayed(snapshots);
        try
        {
            while (replayed.Events < version)
            {
                var page = await _history.ReadAsync(instance, replayed.Events, EngineLimits.HistoryPageMax, cancellation).ConfigureAwait(false);
                if (page.Count == 0) break;
                foreach (var entry in page)
                {
                    if (replayed.Events >= version) break;
                    await ApplyAsync(replayed, instance, entry, cancellation).ConfigureAwait(false);
                }
            }
        }
        catch (Exception broken) when (broken is InvariantBrokenException or HistoryUnreadableException)
        {
            replayed.Broken = new ChainBreak((broken as HistoryUnreadableException)?.Position ?? replayed.Events + 1, broken.Message);
            return replayed;
        }
        catch (HistoryErasedException)
        {
            replayed.Erased = true;
            return replayed;
        }
        if (replayed.Events != version) replayed.Broken = new ChainBreak(replayed.Events + 1, $"Expected history up to position {version}, but it ends at {replayed.Events}.");
        foreach (var unmet in replayed.Unmet) replayed.Bad(unmet, "Expected no such snapshot, since no command ended at its position.");
        return replayed;
    }

    private async Task ApplyAsync(Replayed replayed, InstanceId instance, HistoryEntry entry, CancellationToken cancellation)
    {
        var before = replayed.State;
        var state = Replay.After(instance, before, entry);
        await _definitions.EnsureAsync(state).ConfigureAwait(false);
        replayed.Rows.Apply(Projector.Project(new ProjectionContext(instance, before, state, entry.At, _definitions.View, _options), entry.Events).ToList());
        replayed.State = state;
        replayed.Commands++;
        if (replayed.Unmet.Remove(state.Version) && await _history.WhyNotSnapshotAsync(state, cancellation).ConfigureAwait(false) is { } why) replayed.Bad(state.Version, why);
    }

    private sealed class Replayed(IReadOnlyList<long> snapshots)
    {
        private readonly List<(long Version, string Why)> _bad = [];

        public ProjectedRows Rows { get; } = new();

        public InstanceState? State { get; set; }

        public long Commands { get; set; }

        public long Events => State?.Version ?? 0;

        public ChainBreak? Broken { get; set; }

        public bool Erased { get; set; }

        /// <summary>Snapshots whose position was not reached yet.</summary>
        public SortedSet<long> Unmet { get; } = [.. snapshots];

        public IEnumerable<long> BadSnapshots => _bad.Select(one => one.Version);

        public IEnumerable<RowDifference> Snapshots => _bad.Select(one => new RowDifference("snapshots", one.Version.ToString(CultureInfo.InvariantCulture), one.Why));

        public void Bad(long version, string why) => _bad.Add((version, why));
    }
}

/// <summary>What the verification of one instance found. Sound: no break and no difference.</summary>
public sealed record InstanceReport(InstanceId Instance, long Commands, long Events, ChainBreak? Break, IReadOnlyList<RowDifference> Differences)
{
    public bool Sound => Break is null && Differences.Count == 0;

    /// <summary>The person was erased: the chain holds, and nothing can be replayed or compared.</summary>
    public bool Erased { get; init; }
}

/// <summary>A row that is not what history says. The texts name table, key and column, and hold no values of variables.</summary>
public sealed record RowDifference(string Table, string Key, string Message);
