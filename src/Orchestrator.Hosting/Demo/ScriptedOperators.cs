using System.Collections.Immutable;
using Orchestrator.Engine.HumanTasks;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Hosting.Demo;

/// <summary>
/// People who do the human tasks, through the doors that real people use: claimed, and completed with the data of the form. When and what is a hash of seed, worker and
/// question (design §8.10), so it does not depend on the order in which things happened.
/// </summary>
internal sealed class ScriptedOperators(DemoHost host, DemoWorld world, DemoScript script)
{
    private const int Page = 1_000;
    private const int AtOnce = 16;

    private readonly Dictionary<ScopeKey, DateTimeOffset> _plans = [];

    /// <summary>When somebody acts next, or null.</summary>
    public DateTimeOffset? NextAct => _plans.Count == 0 ? null : _plans.Values.Min();

    /// <summary>Does what is to be done now; true when anything was done.</summary>
    public async Task<bool> ActAsync(CancellationToken cancellation)
    {
        var now = host.Clock.GetUtcNow();
        var open = await OpenTasksAsync(cancellation);
        foreach (var gone in _plans.Keys.Except(open.Select(row => row.Key)).ToList()) _plans.Remove(gone);
        // At an instant that is no time of action nobody acts: a run that goes on there waits like the one that was cut.
        var slot = DemoCalendar.NextSlot(now);
        foreach (var row in open)
            if (!_plans.ContainsKey(row.Key)) _plans[row.Key] = DemoScript.ActsAt(row, world) is var at && at > slot ? at : slot;
        var due = open.Where(row => _plans[row.Key] <= now).ToLookup(DemoScript.IsOneByOne);
        var did = await DoAllAsync(due[false], now, cancellation);
        // What the others set in motion is over first: it asks the same calendars.
        if (did > 0) await host.SettleAsync(cancellation);
        // Each office has calendars of its own: the offices act side by side, the people of one office one after the other.
        var offices = due[true].OrderBy(row => row.Element, StringComparer.Ordinal).ThenBy(row => row.BusinessKey, StringComparer.Ordinal)
            .GroupBy(row => string.Join(' ', row.CandidateGroups), StringComparer.Ordinal).Select(office => office.ToList()).ToList();
        for (var turn = 0; offices.Any(office => turn < office.Count); turn++)
        {
            var done = await DoAllAsync(offices.Where(office => turn < office.Count).Select(office => office[turn]), now, cancellation);
            if (done > 0) await host.SettleAsync(cancellation);
            did += done;
        }
        return did > 0;
    }

    private async Task<int> DoAllAsync(IEnumerable<TaskRow> rows, DateTimeOffset now, CancellationToken cancellation)
    {
        var did = 0;
        await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (row, stop) =>
        {
            if (await DoAsync(row, now, stop)) Interlocked.Increment(ref did);
        });
        return did;
    }

    private async Task<bool> DoAsync(TaskRow row, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await host.Node.Tasks.OpenAsync(row.Key, cancellation) is not { } task) return false;
        var answer = script.Answer(new ScriptedTask(task, world, now)
        {
            Places = await PlacesAsync(task, cancellation), Earlier = await EarlierAsync(row, cancellation),
        });
        if (answer is null)
        {
            // What the task needs is not there yet: the person looks again at the next occasion.
            lock (_plans) _plans[row.Key] = DemoCalendar.NextSlot(now.AddMinutes(1));
            return false;
        }
        var actor = new Actor("demo." + (row.CandidateGroups is [var first, ..] ? first.Replace(':', '-') : "operatore"), [.. row.CandidateGroups]);
        var claimed = row.Assignee is null ? await host.Node.Tasks.ClaimAsync(Guid.CreateVersion7(now), actor, row.Key, null, cancellation) : null;
        Check(row, claimed);
        var data = (FeelContext)FeelJson.Read(answer.ToJsonString());
        Check(row, await host.Node.Tasks.CompleteAsync(Guid.CreateVersion7(now), actor, row.Key, data, null, cancellation));
        return true;
    }

    // The sheet of a session stands in the registry: the operator fills it there, and the process hears the same rows.
    private async Task<IReadOnlyList<string>> PlacesAsync(OpenTask task, CancellationToken cancellation)
    {
        if (task.Row.Element != "register-attendance" || !task.Variables.TryGet("session", out var session) || session is not FeelContext fields) return [];
        var sheet = await host.Cases.ReadAttendanceAsync(((FeelString)fields["id"]).Value, new("demo", "attendance sheet"), cancellation);
        return [.. sheet.Rows.Select(row => row.CaseId).Order(StringComparer.Ordinal)];
    }

    private async Task<int> EarlierAsync(TaskRow row, CancellationToken cancellation)
    {
        if (row.Element != "register-decisions") return 0;
        var done = await host.Node.Tasks.SearchAsync(
            new TaskQuery { Instance = row.Instance, Element = row.Element, State = TaskRowState.Completed, Page = new(0, 1) }, cancellation);
        return (int)done.Total;
    }

    // A task that ended meanwhile, by a timer or a message, is no fault of the person's.
    private static void Check(TaskRow row, SubmitResult? result)
    {
        if (result?.Rejection is not { } refused || refused.Reason is RejectionReason.NotFound or RejectionReason.WrongState) return;
        var fields = result.FormErrors is { Length: > 0 } errors ? ": " + string.Join("; ", errors.Select(error => $"{error.Path} {error.Code} {error.Message}")) : "";
        throw new DemoFailedException($"Expected the task {row.Element} of {row.ProcessId} {row.BusinessKey} to be done, but it was refused: {refused.Message}{fields}");
    }

    private async Task<IReadOnlyList<TaskRow>> OpenTasksAsync(CancellationToken cancellation)
    {
        var all = ImmutableArray.CreateBuilder<TaskRow>();
        while (true)
        {
            var page = await host.Node.Tasks.SearchAsync(new TaskQuery { State = TaskRowState.Created, Page = new(all.Count, Page) }, cancellation);
            all.AddRange(page.Items);
            if (!page.HasMore) return all.ToImmutable();
        }
    }
}
