namespace Orchestrator.Engine.Tests.Verification;

/// <summary>A table of rows that follow from history.</summary>
/// <param name="Name">In the database.</param>
/// <param name="Label">In reports.</param>
/// <param name="Key">The columns of its primary key.</param>
/// <param name="Owned">The column that says whose the row is, in its upper bits when it is a key.</param>
/// <param name="Leases">Columns that history says nothing about.</param>
internal sealed record ProjectionTable(string Name, string Label, string[] Key, string Owned, params string[] Leases)
{
    private const string Of = "engine_";

    public static IReadOnlyList<ProjectionTable> All { get; } =
    [
        // Version, head and number belong to the chain; seals look after them.
        new(Of + "instances", "instances", ["instance"], "instance", "instance", "version", "head_hash", "sealed_version"),
        new(Of + "process_scopes", "process scopes", ["key"], "key"),
        new(Of + "tasks", "tasks", ["key"], "key"),
        new(Of + "timers", "timers", ["key"], "key", "claimed_until"),
        // Whether a job goes over the bus is configuration.
        new(Of + "jobs", "jobs", ["key"], "key", "worker", "locked_until", "bus"),
        new(Of + "subscriptions", "subscriptions", ["key"], "key"),
        new(Of + "incidents", "incidents", ["key"], "key"),
        new(Of + "search_variables", "search variables", ["instance", "name"], "instance"),
        new(Of + "continuations", "continuations", ["scope"], "scope", "claimed_until"),
        new(Of + "start_reservations", "start reservations", ["process_id", "correlation_key"], "instance"),
        new(Of + "snapshots", "snapshots", ["instance", "version"], "instance"),
    ];

    /// <summary>An instance without its row is what seals find; a snapshot is a short cut that nobody misses.</summary>
    public bool IsMissedWhenDeleted => Label is not ("instances" or "snapshots");

    public bool MayBeAdded => Label != "instances";
}
