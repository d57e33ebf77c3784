using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Accounts;
using Orchestrator.Server.Client.Absences;

namespace Orchestrator.Server.Client;

/// <summary>Who gives which task to whom: a supervisor of one of its groups to a candidate of it. An administrator gives nothing: they look after the program, not after the work.</summary>
internal sealed class TaskAssignment(AccountBook accounts, AbsentToday absent)
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

    /// <summary>The account is of a group of this supervisor, who has all of them when they belong to none.</summary>
    public static bool IsOf(ActingUser supervisor, Colleague one) => supervisor.Groups.Count == 0 || one.Groups.Any(supervisor.Groups.Contains);

    /// <summary>Whom the task can be given to.</summary>
    public async Task<IReadOnlyList<ColleagueChoice>> OfferAsync(ActingUser user, TaskRow row, CancellationToken cancellation) => MayAssign(user, row)
        ? await ChoicesAsync((await CandidatesAsync(row, cancellation)).Where(candidate => candidate.UserName != row.Assignee), row.Assignee, cancellation)
        : [];

    /// <summary>Whom this user can give tasks to, whichever.</summary>
    /// <param name="holder">Who has the tasks; null for whoever.</param>
    public async Task<IReadOnlyList<ColleagueChoice>> ColleaguesOfAsync(ActingUser user, string? holder, CancellationToken cancellation) => user.Has(Roles.Supervisor)
        ? await ChoicesAsync((await ColleaguesAsync(cancellation)).Where(one => IsOf(user, one)), holder, cancellation)
        : [];

    /// <summary>The accounts that this supervisor looks after.</summary>
    public async Task<IReadOnlyList<string>> SupervisedAsync(ActingUser supervisor, CancellationToken cancellation) =>
        [.. (await ColleaguesAsync(cancellation)).Where(one => IsOf(supervisor, one)).Select(one => one.UserName)];

    // Who stands in comes first, who is not here last; within each the order by name stays.
    private async Task<IReadOnlyList<ColleagueChoice>> ChoicesAsync(IEnumerable<Colleague> people, string? holder, CancellationToken cancellation)
    {
        var absences = await absent.AllAsync(cancellation);
        var substitute = holder is null ? null : await absent.SubstituteOfAsync(holder, cancellation);
        return
        [
            .. people.Select(one => new ColleagueChoice(one.UserName, one.DisplayName) { AbsentUntil = absences.GetValueOrDefault(one.UserName)?.LastDay, StandsIn = one.UserName == substitute })
                .OrderByDescending(one => one.StandsIn).ThenBy(one => one.AbsentUntil is not null),
        ];
    }

    // A task that names nobody is everybody's.
    private async Task<IEnumerable<Colleague>> CandidatesAsync(TaskRow row, CancellationToken cancellation) => (await ColleaguesAsync(cancellation)).Where(one =>
        (row.CandidateGroups.IsEmpty && row.CandidateUsers.IsEmpty) || row.CandidateUsers.Contains(one.UserName) || one.Groups.Any(group => row.CandidateGroups.Contains(group)));

    private async Task<IReadOnlyList<Colleague>> ColleaguesAsync(CancellationToken cancellation) => _colleagues ??= await accounts.ColleaguesAsync(cancellation);
}
