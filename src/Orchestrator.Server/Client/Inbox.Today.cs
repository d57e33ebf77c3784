using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Server.Client;

/// <summary>The start page of who does tasks.</summary>
internal sealed partial class Inbox
{
    public async Task<Outcome<WorkDay>> TodayAsync(ActingUser user, CancellationToken cancellation)
    {
        if (!CaseRights.MayDoTasks(user)) return new WorkDay(new(0, 0, 0, 0), 0, 0, [], [], []);
        var due = new DueRanges(world, time.GetUtcNow());
        var lists = new InboxLists(tasks, cases, user, due);
        var loads = user.Has(Roles.Supervisor) ? await LoadsAsync(lists, cancellation) : [];
        var mine = lists.TabOf(InboxTab.Mine);
        return new WorkDay(
            await lists.CountsAsync(cancellation),
            (await tasks.SearchAsync(due.Of(mine, InboxDue.Overdue) with { Page = new(0, 0) }, cancellation)).Total,
            (await tasks.SearchAsync(due.Of(mine, InboxDue.Today) with { Page = new(0, 0) }, cancellation)).Total,
            await FirstAsync(mine, cancellation), await FirstAsync(lists.TabOf(InboxTab.Groups), cancellation),
            loads)
        {
            StandsInFor = await StandsInForAsync(user, lists, cancellation),
            Absent = user.Has(Roles.Supervisor) ? await AbsentAsync(user, loads, cancellation) : [],
        };
    }

    private async Task<IReadOnlyList<AbsentColleague>> AbsentAsync(ActingUser user, IReadOnlyList<Workload> loads, CancellationToken cancellation)
    {
        var absences = await absent.AllAsync(cancellation);
        var people = new List<AbsentColleague>();
        foreach (var one in await assignment.SupervisedAsync(user, cancellation))
        {
            if (!absences.TryGetValue(one, out var absence)) continue;
            var load = loads.FirstOrDefault(load => load.Account == one);
            people.Add(await ToldAsync(absence, load?.Open ?? 0, load?.Overdue ?? 0, cancellation));
        }
        return people;
    }

    private async Task<IReadOnlyList<TaskSummary>> FirstAsync(TaskQuery list, CancellationToken cancellation) =>
        await views.OfAsync((await tasks.SearchAsync(list with { Page = new(0, WorkDay.ShownMax) }, cancellation)).Items, cancellation);

    // Who is latest stands first.
    private async Task<IReadOnlyList<Workload>> LoadsAsync(InboxLists lists, CancellationToken cancellation)
    {
        var open = await tasks.CountAsync(lists.TabOf(InboxTab.All), TaskFacet.Assignee, cancellation);
        var overdue = (await tasks.CountAsync(lists.TabOf(InboxTab.Overdue), TaskFacet.Assignee, cancellation)).ToDictionary(count => count.Value ?? "", count => count.Count);
        await names.LearnAsync(open.Select(count => count.Value), cancellation);
        var loads = new List<Workload>(open.Count);
        foreach (var count in open)
            loads.Add(new(count.Value, count.Value is null ? null : await names.PersonAsync(count.Value, cancellation) ?? count.Value, count.Count, overdue.GetValueOrDefault(count.Value ?? "")));
        return [.. loads.OrderByDescending(load => load.Overdue).ThenByDescending(load => load.Open)];
    }
}
