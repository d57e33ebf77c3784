using Orchestrator.Engine.Ports;

namespace Orchestrator.Engine.Projections;

/// <summary>
/// Stores keep the instants of rows in whole microseconds, rounded up so that nothing is due before its event says so; history itself keeps every tick.
/// What history gives is rounded the same way before it is compared with rows.
/// </summary>
public static class StoredInstants
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset Of(DateTimeOffset instant)
    {
        var rest = instant.UtcTicks % TicksPerMicrosecond;
        return rest == 0 ? instant.ToUniversalTime() : new DateTimeOffset(instant.UtcTicks - rest + TicksPerMicrosecond, TimeSpan.Zero);
    }

    public static DateTimeOffset? Of(DateTimeOffset? instant) => instant is { } present ? Of(present) : null;

    public static InstanceRows Of(InstanceRows rows) => rows with
    {
        Instance = rows.Instance is { } row ? row with { StartedAt = Of(row.StartedAt), EndedAt = Of(row.EndedAt) } : null,
        ProcessScopes = [.. rows.ProcessScopes.Select(row => row with { StartedAt = Of(row.StartedAt), EndedAt = Of(row.EndedAt) })],
        Tasks = [.. rows.Tasks.Select(row => row with { DueAt = Of(row.DueAt), FollowUpAt = Of(row.FollowUpAt), CreatedAt = Of(row.CreatedAt), EndedAt = Of(row.EndedAt) })],
        Timers = [.. rows.Timers.Select(row => row with { DueAt = Of(row.DueAt) })],
        Jobs = [.. rows.Jobs.Select(row => row with { AvailableAt = Of(row.AvailableAt) })],
        Subscriptions = [.. rows.Subscriptions.Select(row => row with { OpenedAt = Of(row.OpenedAt) })],
        Incidents = [.. rows.Incidents.Select(row => row with { RaisedAt = Of(row.RaisedAt), ResolvedAt = Of(row.ResolvedAt) })],
        Continuations = [.. rows.Continuations.Select(row => row with { RequestedAt = Of(row.RequestedAt) })],
    };
}
