using Orchestrator.Contracts.Client;
using Orchestrator.Engine.HumanTasks;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Server.Client;

/// <summary>The tabs of one user's inbox as searches of the store.</summary>
internal sealed class InboxLists(HumanTaskDesk tasks, ActingUser user, DateTimeOffset now)
{
    // Words are looked for in what the first pages of a tab show; a business key is found wherever it stands.
    private const int WordsPageRows = 1_000;
    private const int WordsPagesMax = 10;
    private const string AgreementVariable = "agreement";

    public async Task<(IReadOnlyList<TaskRow> Rows, int Total)> ReadAsync(InboxQuery query, CancellationToken cancellation)
    {
        var tab = TabOf(query.Tab);
        var search = query.Search?.Trim();
        if (string.IsNullOrEmpty(search)) return await PageAsync(tab with { Page = new(query.Offset, query.Limit) }, cancellation);
        // The number of an agreement finds the tasks of all its cases: a session of it carries the number as a variable.
        var ofAgreement = await PageAsync(tab with { Variables = [new(AgreementVariable, search, null)], Page = new(query.Offset, query.Limit) }, cancellation);
        if (ofAgreement.Total > 0) return ofAgreement;
        var exact = await PageAsync(tab with { BusinessKey = search, Page = new(query.Offset, query.Limit) }, cancellation);
        return exact.Total > 0 ? exact : await WordsAsync(tab, search, query, cancellation);
    }

    public async Task<InboxCounts> CountsAsync(CancellationToken cancellation) => new(
        await CountAsync(InboxTab.Mine, cancellation), await CountAsync(InboxTab.Groups, cancellation),
        await CountAsync(InboxTab.Overdue, cancellation), await CountAsync(InboxTab.Completed, cancellation));

    private async Task<int> CountAsync(InboxTab tab, CancellationToken cancellation) =>
        (await tasks.SearchAsync(TabOf(tab) with { Page = new(0, 1) }, cancellation)).Total;

    private TaskQuery TabOf(InboxTab tab) => tab switch
    {
        InboxTab.Mine => new() { State = TaskRowState.Created, Assignee = user.UserName, Sort = TaskSort.DueAt },
        InboxTab.Groups => new() { State = TaskRowState.Created, Assigned = false, VisibleTo = CaseRights.TasksOf(user), Sort = TaskSort.DueAt },
        InboxTab.Overdue => new() { State = TaskRowState.Created, DueBefore = now, VisibleTo = CaseRights.TasksOf(user), Sort = TaskSort.DueAt },
        InboxTab.Completed => new() { State = TaskRowState.Completed, Assignee = user.UserName, Sort = TaskSort.EndedAt, Descending = true },
        _ => throw new ArgumentOutOfRangeException(nameof(tab), tab, "Expected a tab of the inbox."),
    };

    private async Task<(IReadOnlyList<TaskRow> Rows, int Total)> PageAsync(TaskQuery query, CancellationToken cancellation)
    {
        var page = await tasks.SearchAsync(query, cancellation);
        return (page.Items, page.Total);
    }

    private async Task<(IReadOnlyList<TaskRow>, int)> WordsAsync(TaskQuery tab, string search, InboxQuery query, CancellationToken cancellation)
    {
        var found = new List<TaskRow>();
        for (var i = 0; i < WordsPagesMax; i++)
        {
            var page = await tasks.SearchAsync(tab with { Page = new(i * WordsPageRows, WordsPageRows) }, cancellation);
            found.AddRange(page.Items.Where(row => Holds(row, search)));
            if (!page.HasMore) break;
        }
        return (found.Skip(query.Offset).Take(query.Limit).ToList(), found.Count);
    }

    private static bool Holds(TaskRow row, string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
        Holds(row.Name, word) || Holds(row.BusinessKey, word) || Holds(row.ProcessId, word) || Holds(row.Element, word));

    private static bool Holds(string? text, string word) => text?.Contains(word, StringComparison.CurrentCultureIgnoreCase) == true;
}
