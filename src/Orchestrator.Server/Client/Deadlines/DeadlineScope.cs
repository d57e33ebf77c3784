using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Accounts;

namespace Orchestrator.Server.Client.Deadlines;

/// <summary>Whose deadlines a list is restricted to, and what its filters offer.</summary>
internal sealed class DeadlineScope(AccountBook accounts)
{
    private const int PeopleMax = 500;

    /// <summary>Offices: one's own; all that accounts belong to for who sees all cases. Persons: oneself; all for who sees all tasks.</summary>
    public async Task<DeadlineChoices> ChoicesAsync(ActingUser user, CancellationToken cancellation)
    {
        var groups = CaseRights.SeesAllCases(user) ? await accounts.GroupsAsync(cancellation) : [.. user.Groups.Order(StringComparer.Ordinal)];
        var me = new PersonChoice(user.UserName, user.DisplayName);
        if (CaseRights.TasksOf(user) is not null) return new(groups, CaseRights.SeesTasks(user) ? [me] : []);
        var names = await accounts.DisplayNamesAsync(await accounts.NamesAsync(PeopleMax, cancellation), cancellation);
        var others = names.Where(one => one.Key != user.UserName).Select(one => new PersonChoice(one.Key, one.Value)).OrderBy(one => one.Name, StringComparer.CurrentCulture);
        return new(groups, [me, .. others]);
    }

    /// <summary>Of one office, of one person, or of all when both are null.</summary>
    public static TaskViewer? Of(string? group, string? person) =>
        group is not null ? new("", [group]) : person is not null ? new(person, []) : null;

    public static Refusal? WhyNotOf(string? group, string? person) => group is null || person is null
        ? null
        : new(RefusalKind.Invalid, "Invalid", "Expected an office or a person, but both are named.");
}
