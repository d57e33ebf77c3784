using Orchestrator.Engine;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Testing.Building;

namespace Orchestrator.Testing.Checkers;

/// <summary>
/// What must be true of a database whenever the engine rests, whatever happened before: each check gives the sentences that say where it is not so.
/// </summary>
public static class EngineChecker
{
    private const int PageSize = 1_000;

    /// <summary>All checks over all instances of a node's database.</summary>
    public static async Task<IReadOnlyList<string>> CheckAsync(EngineNode node)
    {
        var problems = new List<string>();
        for (long after = 0; ;)
        {
            var page = await node.Stores.History.InstancesAsync(after, PageSize, CancellationToken.None);
            if (page.Count == 0) return problems;
            foreach (var instance in page) await CheckAsync(node, instance, problems);
            after = page[^1].Number;
        }
    }

    /// <summary>What a caller was told is in history.</summary>
    public static async Task<IReadOnlyList<string>> AcknowledgedAsync(EngineNode node, IEnumerable<Guid> requests)
    {
        var problems = new List<string>();
        foreach (var request in requests)
            if (await node.Stores.Store.FindRequestAsync(request, CancellationToken.None) is null)
                problems.Add($"Expected the acknowledged request {request} in history, but it is not there.");
        return problems;
    }

    private static async Task CheckAsync(EngineNode node, InstanceId instance, List<string> problems)
    {
        var history = await ReadAsync(node.Stores.History, instance);
        Gaps(instance, history, problems);
        JobsAcceptedOnce(instance, history, problems);
        TimersFiredOnce(instance, history, problems);

        var report = await node.Verification.VerifyAsync(instance, CancellationToken.None);
        if (report is null) problems.Add($"Expected rows of instance {instance}, but there are none.");
        else if (report.Break is { } broken) problems.Add($"Instance {instance}, position {broken.Position}: {broken.Reason}");
        else problems.AddRange(report.Differences.Select(one => $"Instance {instance}, {one.Table} {one.Key}: {one.Message}"));

        var replayed = history.SelectMany(entry => entry.Events.Select(e => (Event: e, entry.At)))
            .Aggregate(InstanceState.Empty(instance), (state, one) => state.Evolve(one.Event, one.At));
        await SnapshotsAsync(node, instance, replayed, problems);
        var stored = await node.Stores.History.RowsAsync(instance, CancellationToken.None);
        if (stored is not null) RowsOfState(instance, replayed, stored.Rows, problems);
    }

    private static async Task<List<HistoryEntry>> ReadAsync(IHistoryStore store, InstanceId instance)
    {
        var all = new List<HistoryEntry>();
        while (true)
        {
            var after = all.Count == 0 ? 0 : all[^1].FirstSequence + all[^1].Events.Length - 1;
            var page = await store.ReadAsync(instance, after, PageSize, CancellationToken.None);
            if (page.Count == 0) return all;
            all.AddRange(page);
        }
    }

    private static void Gaps(InstanceId instance, List<HistoryEntry> history, List<string> problems)
    {
        long next = 1;
        foreach (var entry in history)
        {
            if (entry.FirstSequence != next) problems.Add($"Instance {instance}: expected position {next}, but found {entry.FirstSequence}.");
            if (entry.Events.IsEmpty) problems.Add($"Instance {instance}: expected events in the command at {entry.FirstSequence}, but there are none.");
            next = entry.FirstSequence + entry.Events.Length;
        }
        foreach (var twice in history.GroupBy(entry => entry.Request).Where(group => group.Count() > 1))
            problems.Add($"Instance {instance}: expected request {twice.Key} once, but it is there {twice.Count()} times.");
    }

    private static void JobsAcceptedOnce(InstanceId instance, List<HistoryEntry> history, List<string> problems)
    {
        var answers = history.SelectMany(entry => entry.Events).Select(e => e switch
        {
            InstanceEvent.JobCompleted x => (x.Scope, x.Attempt),
            InstanceEvent.JobFailed x => (x.Scope, x.Attempt),
            InstanceEvent.JobErrorThrown x => (x.Scope, x.Attempt),
            _ => ((ScopeKey, int)?)null,
        }).OfType<(ScopeKey Job, int Attempt)>();
        foreach (var twice in answers.GroupBy(one => one).Where(group => group.Count() > 1))
            problems.Add($"Instance {instance}: expected one answer to attempt {twice.Key.Attempt} of job {twice.Key.Job}, but {twice.Count()} were accepted.");
    }

    private static void TimersFiredOnce(InstanceId instance, List<HistoryEntry> history, List<string> problems)
    {
        foreach (var twice in history.SelectMany(entry => entry.Events).OfType<InstanceEvent.TimerFired>().GroupBy(e => e.Timer).Where(group => group.Count() > 1))
            problems.Add($"Instance {instance}: expected timer {twice.Key} to fire once, but it fired {twice.Count()} times.");
    }

    // What is loaded (a snapshot and the events after it) and the newest snapshot itself are what replay from nothing gives.
    private static async Task SnapshotsAsync(EngineNode node, InstanceId instance, InstanceState replayed, List<string> problems)
    {
        var loaded = await node.States.FindAsync(instance);
        if (loaded is null || StateText.Of(loaded) != StateText.Of(replayed))
            problems.Add($"Instance {instance}: expected the loaded state to be the replayed one, but it differs: {StateText.Difference(loaded, replayed)}");
        if (await node.Stores.History.SnapshotAsync(instance, long.MaxValue, CancellationToken.None) is not { } snapshot) return;
        var then = await node.History.StateAtAsync(instance, snapshot.Version, CancellationToken.None);
        if (then is null || StateText.Of(snapshot) != StateText.Of(then))
            problems.Add($"Instance {instance}: expected the snapshot at {snapshot.Version} to be the replayed state, but it differs.");
    }

    // Beside the fold of the projections: said once more, from the state, by other means.
    private static void RowsOfState(InstanceId instance, InstanceState state, InstanceRows rows, List<string> problems)
    {
        Same("open tasks", state.Elements.Values.Where(one => one.UserTask is not null).Select(one => one.Key), rows.Tasks.Where(one => one.State == TaskRowState.Created).Select(one => one.Key));
        Same("armed timers", state.Timers.Values.Where(one => one.HeldBy is null).Select(one => one.Key), rows.Timers.Select(one => one.Key));
        Same("jobs", state.Elements.Values.Where(one => one.Job is not null).Select(one => one.Key), rows.Jobs.Select(one => one.Key));
        Same("subscriptions", state.Subscriptions.Keys, rows.Subscriptions.Select(one => one.Key));
        Same("open incidents", state.Incidents.Keys, rows.Incidents.Where(one => one.ResolvedAt is null).Select(one => one.Key));

        void Same(string what, IEnumerable<ScopeKey> expected, IEnumerable<ScopeKey> found)
        {
            var (there, here) = (expected.Order().ToList(), found.Order().ToList());
            if (!there.SequenceEqual(here)) problems.Add($"Instance {instance}, {what}: expected {string.Join(' ', there)}, but the rows are {string.Join(' ', here)}.");
        }
    }
}
