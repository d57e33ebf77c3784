using Orchestrator.Cases;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.HumanTasks;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Server.Client;

/// <summary>The tabs of one user's inbox, with filter, search and headings, as searches of the store.</summary>
internal sealed class InboxLists(HumanTaskDesk tasks, CaseDesk cases, ActingUser user, DueRanges due)
{
    private const string CrisisVariable = "crisis";

    // A word of two letters is part of too many names, and more companies than this are no answer.
    private const int CompanyCharsMin = 3;
    private const int CompaniesMax = 20;

    // More words than this are no search, and each is looked for in every row.
    private const int WordsMax = 6;

    /// <summary>The page, and the query that found it, from its first row on.</summary>
    /// <param name="dataNames">The variables of cases that may be searched.</param>
    public async Task<(Page<TaskRow> Page, TaskQuery Query)> ReadAsync(InboxQuery query, IReadOnlyList<string> dataNames, CancellationToken cancellation)
    {
        var list = Sorted(Filtered(due.Of(TabOf(query.Tab), query.Tab == InboxTab.Completed ? null : query.Filter.Due), query.Filter), query) with { Page = new(query.Offset, query.Limit) };
        var search = query.Search?.Trim();
        if (string.IsNullOrEmpty(search)) return (await tasks.SearchAsync(list, cancellation), list);
        // What the case is about (the number of an agreement, a crisis, a centre) finds the tasks of all its processes; then its own number; then words.
        TaskQuery[] ways =
        [
            list with { Case = new(dataNames, [search]) },
            list with { BusinessKey = search },
            list with { Words = [.. search.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(WordsMax)] },
        ];
        foreach (var way in ways)
        {
            var page = await tasks.SearchAsync(way, cancellation);
            if (page.Total > 0) return (page, way);
        }
        // Last, the name of the company that the case is about.
        var crises = search.Length < CompanyCharsMin ? [] : (await cases.SearchCrisesAsync(new(null, search, null, 0, CompaniesMax), cancellation)).Rows;
        var ofCompany = list with { Case = new([CrisisVariable], [.. crises.Select(crisis => crisis.Crisis)]) };
        return crises.Count == 0 ? (new([], 0, false), ways[^1]) : (await tasks.SearchAsync(ofCompany, cancellation), ofCompany);
    }

    public async Task<InboxCounts> CountsAsync(CancellationToken cancellation) => new(
        await CountAsync(TabOf(InboxTab.Mine), cancellation), await CountAsync(TabOf(InboxTab.Groups), cancellation),
        await CountAsync(TabOf(InboxTab.Overdue), cancellation), await CountAsync(TabOf(InboxTab.Completed), cancellation))
    {
        All = await CountAsync(TabOf(InboxTab.All), cancellation),
    };

    /// <summary>How many tasks stand under each heading of a list.</summary>
    public async Task<IReadOnlyList<InboxSection>> SectionsAsync(InboxGrouping grouping, TaskQuery list, CancellationToken cancellation)
    {
        switch (grouping)
        {
            case InboxGrouping.Due when list.State == TaskRowState.Created:
                var sections = new List<InboxSection>();
                foreach (var (key, query) in due.Sections(list)) sections.Add(new(key, null, await CountAsync(query, cancellation)));
                return sections;
            case InboxGrouping.Process:
                return [.. (await tasks.CountAsync(list, TaskFacet.Process, cancellation)).Select(count => new InboxSection(count.Value!, null, count.Count))];
            case InboxGrouping.Person:
                return [.. (await tasks.CountAsync(list, TaskFacet.Assignee, cancellation)).Select(count => new InboxSection(count.Value ?? "", null, count.Count))];
            default:
                return [];
        }
    }

    public TaskQuery TabOf(InboxTab tab) => tab switch
    {
        InboxTab.Mine => new() { State = TaskRowState.Created, Assignee = user.UserName, Sort = TaskSort.DueAt },
        InboxTab.Groups => new() { State = TaskRowState.Created, Assigned = false, VisibleTo = CaseRights.TasksOf(user), Sort = TaskSort.DueAt },
        InboxTab.Overdue => due.Of(new() { State = TaskRowState.Created, VisibleTo = CaseRights.TasksOf(user), Sort = TaskSort.DueAt }, InboxDue.Overdue),
        InboxTab.Completed => new() { State = TaskRowState.Completed, Assignee = user.UserName, Sort = TaskSort.EndedAt, Descending = true },
        InboxTab.StandingIn => new() { State = TaskRowState.Created, VisibleTo = new(user.UserName, [.. user.Groups]), Sort = TaskSort.DueAt },
        InboxTab.All => new() { State = TaskRowState.Created, VisibleTo = CaseRights.TasksOf(user), Sort = TaskSort.DueAt },
        _ => throw new ArgumentOutOfRangeException(nameof(tab), tab, "Expected a tab of the inbox."),
    };

    /// <summary>What this person has, of what the user is a candidate of.</summary>
    public TaskQuery StandingInFor(string person) => TabOf(InboxTab.StandingIn) with { Assignee = person };

    /// <summary>Of these, what is past due.</summary>
    public TaskQuery OverdueOf(string person) => due.Of(StandingInFor(person), InboxDue.Overdue);

    /// <summary>How many a list has.</summary>
    public async Task<int> CountAsync(TaskQuery query, CancellationToken cancellation) =>
        (await tasks.SearchAsync(query with { Page = new(0, 0) }, cancellation)).Total;

    private static TaskQuery Filtered(TaskQuery list, InboxFilter filter) => list with
    {
        ProcessId = filter.ProcessId,
        Element = filter.ElementId,
        CandidateGroups = filter.Group is { } group ? [group] : null,
        Assignee = list.Assignee ?? filter.Assignee,
        Variables = filter is { DataName: { } name, DataValue: { } value } ? [new(name, value, null)] : [],
    };

    private static TaskQuery Sorted(TaskQuery list, InboxQuery query) => query.Grouping switch
    {
        InboxGrouping.Process => list with { Sort = TaskSort.Process, Descending = false },
        InboxGrouping.Person when list.State == TaskRowState.Created => list with { Sort = TaskSort.Assignee, Descending = false },
        _ => list,
    };
}
