using Microsoft.EntityFrameworkCore;
using Orchestrator.Engine.Ports;
using Orchestrator.Storage.Model;

namespace Orchestrator.Storage.Sql;

/// <summary>
/// What one person is candidate of. Tasks are many, but few different lists of candidates are among them: these are read first, by steps over the index, and tasks are then found
/// by equality instead of looking into each.
/// </summary>
/// <param name="All">Every list of groups under which the person may be candidate.</param>
/// <param name="ByGroup">Those that name one of the person's groups.</param>
/// <param name="NamesViewer">Somewhere the person is named, without one of the groups.</param>
internal sealed record Audiences(IReadOnlyList<string> All, IReadOnlyList<string> ByGroup, bool NamesViewer)
{
    // More different lists than this, and each row is looked into as before.
    private const int CountMax = 2_000;

    // One step of the index for each list, whatever the number of tasks that carry it. Other people of the same groups first, then the next groups: SQLite finds a pair of columns
    // that is greater than another by the first column alone, and would read every task of the groups.
    private const string Steps = """
        WITH RECURSIVE steps (n, audience, people) AS (
            SELECT * FROM (SELECT 1, candidate_groups, candidate_users FROM engine_tasks WHERE state = {0} ORDER BY candidate_groups, candidate_users LIMIT 1) AS f
            UNION ALL
            SELECT s.n + 1, t.candidate_groups, t.candidate_users FROM steps s JOIN engine_tasks t ON t.key = COALESCE(
                (SELECT u.key FROM engine_tasks u WHERE u.state = {0} AND u.candidate_groups = s.audience AND u.candidate_users > s.people ORDER BY u.candidate_users LIMIT 1),
                (SELECT u.key FROM engine_tasks u WHERE u.state = {0} AND u.candidate_groups > s.audience ORDER BY u.candidate_groups, u.candidate_users LIMIT 1))
            WHERE s.n <= {1}
        )
        SELECT audience AS "Groups", people AS "People" FROM steps
        """;

    /// <summary>Null when the query has no viewer, or no state, without which the index does not help; and when it asks for what one person has: that is found by one seek and is not much.</summary>
    public static async Task<Audiences?> OfAsync(EngineContext context, TaskQuery query, CancellationToken cancellation)
    {
        if (query is not { VisibleTo: { } viewer, State: { } state, Key: null, Instance: null, Assignee: null }) return null;
        var found = await context.Database.SqlQueryRaw<Audience>(Steps, (int)state, CountMax).ToListAsync(cancellation);
        if (found.Count > CountMax) return null;
        var marks = viewer.Groups.Select(NameList.Mark).ToList();
        var named = NameList.Mark(viewer.User);
        var byGroup = found.Select(audience => audience.Groups).Distinct().Where(groups => marks.Any(mark => groups.Contains(mark, StringComparison.Ordinal))).ToList();
        var byName = found.Where(audience => audience.People.Contains(named, StringComparison.Ordinal)).Select(audience => audience.Groups).Distinct().Except(byGroup).ToList();
        return new([.. byGroup, .. byName], byGroup, byName.Count > 0);
    }

    private sealed record Audience(string Groups, string People);
}
