using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Server.Client;

/// <summary>Saved filters: one's own, and those that are shared with a group.</summary>
internal sealed class InboxFilterShelf(IDeskStore desk, CaseNames names, TimeProvider time)
{
    public async Task<IReadOnlyList<SavedInboxFilter>> OfAsync(ActingUser user, CancellationToken cancellation)
    {
        var kept = await desk.FiltersAsync(user.UserName, [.. user.Groups], cancellation);
        await names.LearnAsync(kept.Select(filter => filter.Owner), cancellation);
        var shown = new List<SavedInboxFilter>(kept.Count);
        foreach (var filter in kept)
        {
            var owner = filter.Owner == user.UserName ? null : await names.PersonAsync(filter.Owner, cancellation) ?? filter.Owner;
            shown.Add(new(filter.Id, filter.Name, filter.Query, filter.SharedWith, owner, MayDelete(user, filter)));
        }
        return shown;
    }

    public async Task<Outcome<bool>> SaveAsync(ActingUser user, Guid request, NewInboxFilter filter, CancellationToken cancellation)
    {
        var name = filter.Name.Trim();
        if (name.Length is 0 or > NewInboxFilter.NameCharsMax || name.Any(char.IsControl))
            return new Refusal(RefusalKind.Invalid, "FilterName", $"Expected a name of 1 to {NewInboxFilter.NameCharsMax} characters.");
        if (filter.Query.Length > NewInboxFilter.QueryCharsMax)
            return new Refusal(RefusalKind.Invalid, "FilterName", $"Expected a filter of at most {NewInboxFilter.QueryCharsMax} characters.");
        if (filter.SharedWith is { } group && !user.Groups.Contains(group))
            return new Refusal(RefusalKind.NotAllowed, "FilterGroup", $"Expected a group of yours to share the filter with, but found {group}.");
        await desk.SaveFilterAsync(new(request, user.UserName, filter.SharedWith, name, filter.Query, time.GetUtcNow()), cancellation);
        return true;
    }

    public async Task<Outcome<bool>> DeleteAsync(ActingUser user, Guid id, CancellationToken cancellation)
    {
        // One that is gone already is as it should be.
        if (await desk.FilterAsync(id, cancellation) is not { } filter) return false;
        if (!MayDelete(user, filter)) return new Refusal(RefusalKind.NotAllowed, "FilterOwner", "Expected the owner of the filter, or a supervisor of the group that it is shared with.");
        await desk.DeleteFilterAsync(id, cancellation);
        return true;
    }

    private static bool MayDelete(ActingUser user, SavedFilter filter) =>
        filter.Owner == user.UserName || (filter.SharedWith is { } group && user.Has(Roles.Supervisor) && (user.Groups.Count == 0 || user.Groups.Contains(group)));
}
