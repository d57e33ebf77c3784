using System.Linq.Expressions;
using Orchestrator.Engine.Ports;
using Orchestrator.Storage.Model;

namespace Orchestrator.Storage.Sql;

/// <summary>The inbox and its filters.</summary>
internal static class TaskSearch
{
    public static IQueryable<TaskRecord> Build(EngineContext context, TaskQuery query)
    {
        var rows = context.Tasks
            .WhereSet(query.Key, key => row => row.Key == key.Value)
            .WhereKey(query.Keys, row => row.Key)
            .WhereInstance(query.Instance, row => row.Key)
            .WhereSet(query.State, state => row => row.State == state)
            .WhereText(query.Assignee, user => row => row.Assignee == user)
            .WhereSet(query.Assigned, assigned => row => row.Assignee != null == assigned)
            .WhereText(query.ProcessId, id => row => row.ProcessId == id)
            .WhereSet(query.Definition, definition => row => row.Definition == definition.Value)
            .WhereText(query.BusinessKey, key => row => row.BusinessKey == key)
            .WhereText(query.Element, element => row => row.Element == element)
            .WhereSet(query.DueFrom, from => row => row.DueAt >= from)
            .WhereSet(query.DueBefore, before => row => row.DueAt < before)
            .WhereSet(query.Escalation, escalation => row => row.EscalationOf != null == escalation)
            .WhereText(query.CandidateUser, user => CandidateUser(user));
        if (query.CandidateGroups is { } groups) rows = rows.WhereAny(groups.Select(CandidateGroup));
        if (query.VisibleTo is { } viewer) rows = Visible(rows, viewer);
        foreach (var condition in query.Variables) rows = rows.Where(Has(context, condition));
        // A bound leaves out rows without the instant, so that they need not be sorted last and the index gives the order.
        if (query is { Sort: TaskSort.DueAt, Descending: false } && (query.DueFrom ?? query.DueBefore) is not null) return rows.OrderBy(row => row.DueAt).ThenBy(row => row.Key);
        return Sorted(rows, query.Sort, query.Descending);
    }

    /// <summary>What a person may see: their own tasks, and those of which they or their groups are candidates.</summary>
    public static IQueryable<TaskRecord> Visible(IQueryable<TaskRecord> rows, TaskViewer viewer) =>
        rows.WhereAny([Assigned(viewer.User), CandidateUser(viewer.User), .. viewer.Groups.Select(CandidateGroup)]);

    private static Expression<Func<TaskRecord, bool>> Assigned(string user) => row => row.Assignee == user;

    private static Expression<Func<TaskRecord, bool>> CandidateUser(string user)
    {
        var mark = NameList.Mark(user);
        return row => row.CandidateUsers.Contains(mark);
    }

    private static Expression<Func<TaskRecord, bool>> CandidateGroup(string group)
    {
        var mark = NameList.Mark(group);
        return row => row.CandidateGroups.Contains(mark);
    }

    private static Expression<Func<TaskRecord, bool>> Has(EngineContext context, VariableCondition condition)
    {
        var (name, text, number) = condition;
        return row => context.SearchVariables.Any(variable => variable.Instance == row.Instance && variable.Name == name && variable.Text == text && variable.Number == number);
    }

    /// <summary>Rows without the instant come last, whichever the direction; equal rows stand in the order of their keys.</summary>
    private static IQueryable<TaskRecord> Sorted(IQueryable<TaskRecord> rows, TaskSort sort, bool descending) => sort switch
    {
        TaskSort.DueAt => Directed(rows.OrderBy(row => row.DueAt == null), row => row.DueAt, descending).ThenBy(row => row.Key),
        TaskSort.FollowUpAt => Directed(rows.OrderBy(row => row.FollowUpAt == null), row => row.FollowUpAt, descending).ThenBy(row => row.Key),
        TaskSort.EndedAt => Directed(rows.OrderBy(row => row.EndedAt == null), row => row.EndedAt, descending).ThenBy(row => row.Key),
        TaskSort.Priority => (descending ? rows.OrderByDescending(row => row.Priority) : rows.OrderBy(row => row.Priority)).ThenBy(row => row.Key),
        _ => (descending ? rows.OrderByDescending(row => row.CreatedAt) : rows.OrderBy(row => row.CreatedAt)).ThenBy(row => row.Key),
    };

    private static IOrderedQueryable<TaskRecord> Directed(IOrderedQueryable<TaskRecord> rows, Expression<Func<TaskRecord, DateTimeOffset?>> by, bool descending) =>
        descending ? rows.ThenByDescending(by) : rows.ThenBy(by);
}
