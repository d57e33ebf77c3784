using Orchestrator.Cases.Desk;

namespace Orchestrator.Cases;

/// <content>Waiting lists and the groups that operators choose from them.</content>
public sealed partial class CaseDesk
{
    /// <summary>The lists on which somebody waits for a group session, the longest wait first; of <paramref name="centres"/> only, when given.</summary>
    public Task<IReadOnlyList<WaitingRow>> WaitingListsAsync(IReadOnlyCollection<string>? centres, CancellationToken cancellation) => _groups.ListsAsync(centres, cancellation);

    /// <summary>The first <paramref name="take"/> cases of a list, the longest wait first.</summary>
    public Task<IReadOnlyList<WaitingCaseRow>> WaitingCasesAsync(WaitingList list, int take, CancellationToken cancellation) => _groups.CasesAsync(list, take, cancellation);

    /// <summary>
    /// Opens a session for exactly the chosen cases that still wait, and keeps the notice that starts its process; whoever waits no more is told with the reason. Without anybody left no
    /// session is opened. The same request again gives the same session.
    /// </summary>
    public Task<DeskAnswer<GroupMade>> MakeGroupAsync(GroupForm form, string actor, CancellationToken cancellation) => _groups.MakeAsync(form, actor, cancellation);
}
