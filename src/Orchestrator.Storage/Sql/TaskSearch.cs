using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Model;

namespace Orchestrator.Storage.Sql;

/// <summary>The inbox and its filters.</summary>
internal static class TaskSearch
{
    private const long KeysOfAnInstance = 1L << ScopeKey.CounterBits;

    /// <param name="audiences">What the viewer of the query is candidate of, as <see cref="Audiences"/> found it; null to look into each row.</param>
    public static IQueryable<TaskRecord> Filter(EngineContext context, TaskQuery query, Audiences? audiences) =>
        Filter(context, query, rows => query.VisibleTo is not { } viewer ? rows
            : audiences is null ? Visible(rows, viewer)
            : query.Assigned == false ? rows.Where(Candidate(viewer, audiences))
            : rows.WhereAny([Assigned(viewer.User), Candidate(viewer, audiences)]));

    /// <summary>
    /// The same rows to be counted, in parts of which no two share a row: an index finds those of the audiences, another one those that somebody has, but none finds both at once.
    /// </summary>
    public static IReadOnlyList<IQueryable<TaskRecord>> Parts(EngineContext context, TaskQuery query, Audiences? audiences)
    {
        if (query.VisibleTo is not { } viewer || audiences is null || query.Assigned == false) return [Filter(context, query, audiences)];
        var candidate = Candidate(viewer, audiences);
        var others = Expression.Lambda<Func<TaskRecord, bool>>(Expression.Not(candidate.Body), candidate.Parameters);
        return [Filter(context, query, rows => rows.Where(candidate)), Filter(context, query, rows => rows.Where(Assigned(viewer.User)).Where(others))];
    }

    private static IQueryable<TaskRecord> Filter(EngineContext context, TaskQuery query, Func<IQueryable<TaskRecord>, IQueryable<TaskRecord>> seen)
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
            .WhereSet(query.HasDue, has => row => row.DueAt != null == has)
            .WhereSet(query.Escalation, escalation => row => row.EscalationOf != null == escalation)
            .WhereText(query.CandidateUser, user => CandidateUser(user));
        if (query.CandidateGroups is { } groups) rows = rows.WhereAny(groups.Select(CandidateGroup));
        rows = seen(rows);
        foreach (var condition in query.Variables) rows = rows.Where(Has(context, condition));
        if (query.Case is var (names, values))
            rows = rows.Where(row => context.SearchVariables.Where(variable => names.Contains(variable.Name) && values.Contains(variable.Text!)).Select(variable => variable.Instance).Contains(row.Key / KeysOfAnInstance));
        return query.Words.Aggregate(rows, (found, word) => found.Where(Holds(context, word)));
    }

    /// <summary>What a person may see: their own tasks, and those of which they or their groups are candidates.</summary>
    public static IQueryable<TaskRecord> Visible(IQueryable<TaskRecord> rows, TaskViewer viewer) =>
        rows.WhereAny([Assigned(viewer.User), CandidateUser(viewer.User), .. viewer.Groups.Select(CandidateGroup)]);

    private static Expression<Func<TaskRecord, bool>> Candidate(TaskViewer viewer, Audiences audiences)
    {
        var (all, byGroup) = (audiences.All, audiences.ByGroup);
        if (!audiences.NamesViewer) return row => all.Contains(row.CandidateGroups);
        // Who is candidate by name alone is looked up only among the few audiences that name anybody.
        var mark = NameList.Mark(viewer.User);
        return row => all.Contains(row.CandidateGroups) && (byGroup.Contains(row.CandidateGroups) || row.CandidateUsers.Contains(mark));
    }

    private static Expression<Func<TaskRecord, bool>> Holds(EngineContext context, string word)
    {
        if (context.LikeIgnoresCase)
        {
            var pattern = $"%{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            return row => EF.Functions.Like(row.Name, pattern, "\\") || EF.Functions.Like(row.BusinessKey, pattern, "\\")
                || EF.Functions.Like(row.ProcessId, pattern, "\\") || EF.Functions.Like(row.Element, pattern, "\\");
        }
        var part = word.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // Translated into the database's own lower().
        return row => row.Name!.ToLower().Contains(part) || row.BusinessKey!.ToLower().Contains(part) || row.ProcessId.ToLower().Contains(part) || row.Element.ToLower().Contains(part);
#pragma warning restore CA1304, CA1311, CA1862
    }

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

    // The instance of a key is its upper bits: asked of the key, the index of the inbox alone answers.
    private static Expression<Func<TaskRecord, bool>> Has(EngineContext context, VariableCondition condition)
    {
        var (name, text, number) = condition;
        return row => context.SearchVariables.Where(variable => variable.Name == name && variable.Text == text && variable.Number == number).Select(variable => variable.Instance).Contains(row.Key / KeysOfAnInstance);
    }

    /// <summary>In the order of a query. A bound leaves out rows without the instant, so that they need not be sorted last and the index gives the order.</summary>
    public static IQueryable<TaskRecord> Sorted(IQueryable<TaskRecord> rows, TaskQuery query) =>
        query is { Sort: TaskSort.DueAt, Descending: false } && (query.DueFrom ?? query.DueBefore) is not null
            ? rows.OrderBy(row => row.DueAt).ThenBy(row => row.Key)
            : Sorted(rows, query.Sort, query.Descending);

    // Rows without the instant come last, whichever the direction; equal rows stand in the order of their keys.
    private static IQueryable<TaskRecord> Sorted(IQueryable<TaskRecord> rows, TaskSort sort, bool descending) => sort switch
    {
        TaskSort.DueAt => Directed(rows.OrderBy(row => row.DueAt == null), row => row.DueAt, descending).ThenBy(row => row.Key),
        TaskSort.FollowUpAt => Directed(rows.OrderBy(row => row.FollowUpAt == null), row => row.FollowUpAt, descending).ThenBy(row => row.Key),
        TaskSort.EndedAt => Directed(rows.OrderBy(row => row.EndedAt == null), row => row.EndedAt, descending).ThenBy(row => row.Key),
        TaskSort.Process => Directed((descending ? rows.OrderByDescending(row => row.ProcessId) : rows.OrderBy(row => row.ProcessId)).ThenBy(row => row.DueAt == null), row => row.DueAt, false).ThenBy(row => row.Key),
        TaskSort.Assignee => Directed(
            (descending ? rows.OrderByDescending(row => row.Assignee != null).ThenByDescending(row => row.Assignee) : rows.OrderBy(row => row.Assignee != null).ThenBy(row => row.Assignee)).ThenBy(row => row.DueAt == null),
            row => row.DueAt, false).ThenBy(row => row.Key),
        TaskSort.Priority => (descending ? rows.OrderByDescending(row => row.Priority) : rows.OrderBy(row => row.Priority)).ThenBy(row => row.Key),
        _ => (descending ? rows.OrderByDescending(row => row.CreatedAt) : rows.OrderBy(row => row.CreatedAt)).ThenBy(row => row.Key),
    };

    private static IOrderedQueryable<TaskRecord> Directed(IOrderedQueryable<TaskRecord> rows, Expression<Func<TaskRecord, DateTimeOffset?>> by, bool descending) =>
        descending ? rows.ThenByDescending(by) : rows.ThenBy(by);
}
