using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Ports;
using Orchestrator.Server.Security;

namespace Orchestrator.Server.Client;

/// <summary>What an absent colleague has, for who stands in for them today.</summary>
internal sealed partial class Inbox
{
    public async Task<Outcome<TaskSummary>> TakeOverAsync(ActingUser user, TaskAction action, CancellationToken cancellation)
    {
        if (WhyNotAct(user) is { } refused) return refused;
        return await FindAsync(user, action.TaskKey, cancellation) is { } row ? await TakeOverAsync(user, row, action, cancellation) : Missing(action.TaskKey);
    }

    private async Task<Outcome<TaskSummary>> TakeOverAsync(ActingUser user, TaskRow row, TaskAction action, CancellationToken cancellation)
    {
        // What has ended, and a request that is sent again, are answered by the engine.
        if (row.State == TaskRowState.Created && row.Assignee != user.UserName && !await StandsInAsync(user, row.Assignee, cancellation)) return NotStandingIn();
        if (!IsCandidate(user, row))
            return new Refusal(RefusalKind.NotAllowed, "NotCandidate", $"Expected {user.UserName} to be a candidate of task {row.Key}, but the candidates are {string.Join(", ", row.CandidateGroups.Concat(row.CandidateUsers))}.");
        // A supervisor stands in as any other candidate: what nobody may do who is no candidate they may not either.
        var actor = user.Actor() with { Unrestricted = false };
        return await AnswerAsync(row.Key, await tasks.TakeOverAsync(action.Request, actor, row.Key, row.Assignee ?? "", action.Version, cancellation), cancellation);
    }

    private async Task<bool> MayTakeOverAsync(ActingUser user, TaskRow row, CancellationToken cancellation) =>
        row.State == TaskRowState.Created && WhyNotAct(user) is null && IsCandidate(user, row) && await StandsInAsync(user, row.Assignee, cancellation);

    private async Task<bool> StandsInAsync(ActingUser user, string? holder, CancellationToken cancellation) =>
        holder is not null && (await absent.StandsInForAsync(user.UserName, cancellation)).Any(one => one.Person == holder);

    private async Task<Refusal?> WhyNotListAsync(ActingUser user, InboxQuery query, CancellationToken cancellation) =>
        query.Tab != InboxTab.StandingIn || await StandsInAsync(user, query.Filter.Assignee, cancellation) ? null : NotStandingIn();

    private async Task<IReadOnlyList<AbsentColleague>> StandsInForAsync(ActingUser user, InboxLists lists, CancellationToken cancellation)
    {
        if (!CaseRights.MayDoTasks(user)) return [];
        var colleagues = new List<AbsentColleague>();
        foreach (var one in await absent.StandsInForAsync(user.UserName, cancellation))
            colleagues.Add(await ToldAsync(one, await lists.CountAsync(lists.StandingInFor(one.Person), cancellation), await lists.CountAsync(lists.OverdueOf(one.Person), cancellation), cancellation));
        return colleagues;
    }

    private async Task<AbsentColleague> ToldAsync(Substitution one, int open, int overdue, CancellationToken cancellation) =>
        new(one.Person, await names.PersonAsync(one.Person, cancellation) ?? one.Person, (await absent.ToldAsync(one.Person, cancellation))!, open) { Overdue = overdue };

    // A task that names nobody is everybody's.
    private static bool IsCandidate(ActingUser user, TaskRow row) =>
        (row.CandidateGroups.IsEmpty && row.CandidateUsers.IsEmpty) || row.CandidateUsers.Contains(user.UserName) || row.CandidateGroups.Any(user.Groups.Contains);

    private static Refusal NotStandingIn() => new(RefusalKind.NotAllowed, "NotStandingIn", "Expected somebody for whom you stand in today, but you do not: the absence has ended, was revoked, or names somebody else.");
}
