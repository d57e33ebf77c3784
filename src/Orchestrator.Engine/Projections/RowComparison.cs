using System.Globalization;
using Orchestrator.Engine.History;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Engine.Projections;

/// <summary>Compares the rows that history gives with the rows that are stored, and names what differs, never a variable's value.</summary>
internal static class RowComparison
{
    public static IReadOnlyList<RowDifference> Differences(InstanceRows replayed, InstanceRows stored)
    {
        var expected = StoredInstants.Of(replayed);
        var found = new List<RowDifference>();
        if (expected.Instance != stored.Instance)
            found.Add(new RowDifference("instances", expected.Instance?.Instance.ToString() ?? "?", Describe(expected.Instance, stored.Instance)));
        Compare("process scopes", expected.ProcessScopes, stored.ProcessScopes, row => row.Key.Value, Equals, found);
        Compare("tasks", expected.Tasks, stored.Tasks, row => row.Key.Value, SameTask, found);
        Compare("timers", expected.Timers, stored.Timers, row => row.Key.Value, Equals, found);
        // Whether a job goes over the bus is configuration, which may have changed since.
        Compare("jobs", expected.Jobs, stored.Jobs, row => row.Key.Value, (a, b) => a with { Bus = b.Bus } == b, found);
        Compare("subscriptions", expected.Subscriptions, stored.Subscriptions, row => row.Key.Value, Equals, found);
        Compare("incidents", expected.Incidents, stored.Incidents, row => row.Key.Value, Equals, found);
        Compare("search variables", expected.SearchVariables, stored.SearchVariables, row => row.Name, Equals, found);
        Compare("continuations", expected.Continuations, stored.Continuations, row => row.Scope.Value, Equals, found);
        Compare("start reservations", expected.StartReservations, stored.StartReservations, row => row.ProcessId, Equals, found);
        return found;
    }

    private static void Compare<TRow, TKey>(string table, IReadOnlyList<TRow> expected, IReadOnlyList<TRow> stored, Func<TRow, TKey> key, Func<TRow, TRow, bool> same, List<RowDifference> found)
        where TKey : notnull
    {
        var there = new Dictionary<TKey, TRow>();
        foreach (var row in stored)
            if (!there.TryAdd(key(row), row)) found.Add(new RowDifference(table, Text(key(row)), "Expected the row once, but it is there twice."));
        foreach (var row in expected)
        {
            if (!there.Remove(key(row), out var other)) found.Add(new RowDifference(table, Text(key(row)), "Expected the row, but it is missing."));
            else if (!same(row, other)) found.Add(new RowDifference(table, Text(key(row)), Describe(row, other)));
        }
        foreach (var extra in there.Keys) found.Add(new RowDifference(table, Text(extra), "Expected no such row, but it is there."));
    }

    private static bool Equals<TRow>(TRow expected, TRow stored) => EqualityComparer<TRow>.Default.Equals(expected, stored);

    // Immutable arrays compare by reference; names of groups compare one by one.
    private static bool SameTask(TaskRow expected, TaskRow stored) =>
        expected.CandidateGroups.SequenceEqual(stored.CandidateGroups) && expected.CandidateUsers.SequenceEqual(stored.CandidateUsers)
        && expected with { CandidateGroups = stored.CandidateGroups, CandidateUsers = stored.CandidateUsers } == stored;

    private static string Describe(object? expected, object? stored)
    {
        if (stored is null) return "Expected the row, but it is missing.";
        if (expected is null) return "Expected no such row, but it is there.";
        var names = new List<string>();
        foreach (var property in expected.GetType().GetProperties())
            if (!Same(property.GetValue(expected), property.GetValue(stored))) names.Add(property.Name);
        return $"Expected the row that history gives, but it differs in {string.Join(", ", names)}.";
    }

    private static bool Same(object? expected, object? stored) =>
        expected is IEnumerable<string> names && stored is IEnumerable<string> others ? names.SequenceEqual(others) : object.Equals(expected, stored);

    private static string Text<TKey>(TKey key) => key is long number ? number.ToString(CultureInfo.InvariantCulture) : key?.ToString() ?? "";
}
