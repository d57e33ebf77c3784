using System.Collections.Concurrent;
using System.Collections.Immutable;
using Orchestrator.Engine.Batches;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.History;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Migrating;

/// <summary>Running processes go on under another version: one by itself, or all of a version by a list that was rehearsed before. Who may is decided by the door.</summary>
public sealed class MigrationDesk
{
    private readonly ProcessEngine _engine;
    private readonly DefinitionCatalog _definitions;
    private readonly StateReader _states;
    private readonly EngineStores _stores;
    private readonly TimeProvider _time;

    internal MigrationDesk(ProcessEngine engine, DefinitionCatalog definitions, StateReader states, EngineStores stores, TimeProvider time)
    {
        _engine = engine;
        _definitions = definitions;
        _states = states;
        _stores = stores;
        _time = time;
    }

    /// <summary>One process, now. NotFound when it or the version is not there, Invalid when the mapping cannot be used, WrongState when something active has no counterpart.</summary>
    public async Task<SubmitResult> MigrateAsync(Guid request, Actor actor, ScopeKey process, DefinitionKey target, ImmutableArray<ElementMapping> mapping, CancellationToken cancellation)
    {
        if (await _definitions.FindAsync(target).ConfigureAwait(false) is null) return SubmitResult.Refused(RejectionReason.NotFound, $"Expected a deployed definition {target}, but there is none.");
        return await _engine.SubmitAsync(new Submission(request, process.Instance, actor, new Command.MigrateInstance(process, target, mapping)) { MayRepeat = true }, cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Looks at every running process of a version, called ones too, without changing anything, and keeps what it found as a frozen list, to be carried out by <see cref="BatchDesk.ExecuteAsync"/>.
    /// Each verdict is about the version of the instance that stands beside it.
    /// </summary>
    /// <param name="id">The id of the list to be made; when there is a list of this id, that list is the answer. Null: a new one.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="wanted">From which version to which.</param>
    /// <param name="cancellation">Gives up; nothing is kept then.</param>
    public async Task<(Batch? List, Rejection? Rejection)> RehearseAsync(Guid? id, string by, MigrationTarget wanted, CancellationToken cancellation)
    {
        if (id is { } known && await _stores.Batches.FindAsync(known, cancellation).ConfigureAwait(false) is { } made) return (made, null);
        if (await _definitions.FindAsync(wanted.Source).ConfigureAwait(false) is not { } source) return (null, new(RejectionReason.NotFound, $"Expected a deployed definition {wanted.Source}, but there is none."));
        if (await _definitions.FindAsync(wanted.Target).ConfigureAwait(false) is not { } target) return (null, new(RejectionReason.NotFound, $"Expected a deployed definition {wanted.Target}, but there is none."));
        if ((Migrations.WhyNotMap(source, target, wanted.Mapping) ?? Migrations.WhyNotEnter(_definitions.World, target)) is { } unusable) return (null, unusable);

        var now = _time.GetUtcNow();
        var found = new ConcurrentBag<BatchRow>();
        var last = new ScopeKey(0);
        var together = new ParallelOptions { MaxDegreeOfParallelism = EngineLimits.RehearsedTogetherMax, CancellationToken = cancellation };
        while (true)
        {
            var page = await _stores.Queries.RunningAsync(wanted.Source, last, EngineLimits.BatchPageMax, cancellation).ConfigureAwait(false);
            if (page.Count == 0) break;
            last = page[^1];
            if (found.Count + page.Count > EngineLimits.BatchRowsMax)
                return (null, new(RejectionReason.Invalid, $"Expected at most {EngineLimits.BatchRowsMax} running processes of one version, but there are more: migrate them one by one (POST /v2/process-instances/KEY/migration)."));
            await Parallel.ForEachAsync(page, together, async (key, _) =>
            {
                if (await RehearseAsync(key, wanted, now).ConfigureAwait(false) is { } row) found.Add(row);
            }).ConfigureAwait(false);
        }

        var rows = found.OrderBy(row => row.Key).Select((row, i) => row with { Number = i + 1 }).ToList();
        var json = wanted.ToJson();
        var list = new Batch(id ?? Guid.CreateVersion7(now), BatchKind.Migration, source.Graph.ProcessId, json, BatchHash.Of(BatchKind.Migration, json, rows), rows.Count, by, now);
        await _stores.Batches.CreateAsync(list, rows, now - EngineLimits.RehearsalKept, cancellation).ConfigureAwait(false);
        return (list, null);
    }

    // Null for one that ended, or went to another version, since it was listed.
    private async Task<BatchRow?> RehearseAsync(ScopeKey key, MigrationTarget wanted, DateTimeOffset now)
    {
        InstanceState? state;
        try
        {
            state = await _states.FindAsync(key.Instance).ConfigureAwait(false);
        }
        catch (HistoryErasedException)
        {
            return new BatchRow(0, key, 0, MigrationWords.Of(MigrationVerdict.Impossible)) { Reason = MigrationWords.Erased, Message = "Its history was erased: nothing of it can go on." };
        }
        if (state is null || state.Elements.GetValueOrDefault(key)?.Definition != wanted.Source) return null;
        var (findings, rejection) = Migrations.Rehearse(_definitions.World, state, new Command.MigrateInstance(key, wanted.Target, wanted.Mapping), now);
        if (rejection is not null || findings is null) return null;
        if (findings.Verdict == MigrationVerdict.Ok) return new BatchRow(0, key, state.Version, BatchRow.Ok);
        var problem = findings.Problems[0];
        return new BatchRow(0, key, state.Version, MigrationWords.Of(problem.Verdict)) { Reason = MigrationWords.Of(problem.Reason), Element = problem.Element.Value, Message = problem.Message };
    }
}
