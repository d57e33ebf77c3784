using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Accounts;

namespace Orchestrator.Server.Client;

/// <summary>Who gives which task to whom: a supervisor of one of its groups to a candidate of it. An administrator gives nothing: they look after the program, not after the work.</summary>
internal sealed class TaskAssignment(AccountBook accounts)
{
    private IReadOnlyList<Colleague>? _colleagues;

    /// <summary>A supervisor who belongs to no group supervises all of them.</summary>
    public static bool MayAssign(ActingUser user, TaskRow row) =>
        row.State == TaskRowState.Created && user.Has(Roles.Supervisor) && (user.Groups.Count == 0 || row.CandidateGroups.Any(user.Groups.Contains));

    public async Task<Refusal?> WhyNotAsync(ActingUser user, TaskRow row, string assignee, CancellationToken cancellation)
    {
        if (!user.Has(Roles.Supervisor)) return new(RefusalKind.NotAllowed, "AssignNotAllowed", "Expected a supervisor: others take tasks themselves and give none to somebody else.");
        // What has ended is told by who was faster, not here.
        if (row.State != TaskRowState.Created) return null;
        if (!MayAssign(user, row)) return new(RefusalKind.NotAllowed, "AssignOtherGroup", $"Expected a supervisor of one of the groups {string.Join(", ", row.CandidateGroups)}.");
        return (await CandidatesAsync(row, cancellation)).Any(candidate => candidate.UserName == assignee)
            ? null
            : new(RefusalKind.Invalid, "AssigneeNotCandidate", $"Expected a candidate of the task, but {assignee} is none.");
    }

    /// <summary>Whom the task can be given to.</summary>
    public async Task<IReadOnlyList<InboxChoice>> OfferAsync(ActingUser user, TaskRow row, CancellationToken cancellation) => MayAssign(user, row)
        ? [.. (await CandidatesAsync(row, cancellation)).Where(candidate => candidate.UserName != row.Assignee).Select(Choice)]
        : [];

    /// <summary>Whom this user can give tasks to, whichever.</summary>
    public async Task<IReadOnlyList<InboxChoice>> ColleaguesOfAsync(ActingUser user, CancellationToken cancellation) => user.Has(Roles.Supervisor)
        ? [.. (await ColleaguesAsync(cancellation)).Where(one => user.Groups.Count == 0 || one.Groups.Any(user.Groups.Contains)).Select(Choice)]
        : [];

    // A task that names nobody is everybody's.
    private async Task<IEnumerable<Colleague>> CandidatesAsync(TaskRow row, CancellationToken cancellation) => (await ColleaguesAsync(cancellation)).Where(one =>
        (row.CandidateGroups.IsEmpty && row.CandidateUsers.IsEmpty) || row.CandidateUsers.Contains(one.UserName) || one.Groups.Any(group => row.CandidateGroups.Contains(group)));

    private async Task<IReadOnlyList<Colleague>> ColleaguesAsync(CancellationToken cancellation) => _colleagues ??= await accounts.ColleaguesAsync(cancellation);

    private static InboxChoice Choice(Colleague one) => new(one.UserName, one.DisplayName);
}
