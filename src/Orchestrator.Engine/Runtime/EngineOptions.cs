namespace Orchestrator.Engine.Runtime;

/// <summary>What a deployer may set. Defaults serve one office on one machine.</summary>
public sealed record EngineOptions
{
    /// <summary>Lanes of a node: commands of one instance run in one lane, one after the other.</summary>
    public int Lanes { get; init; } = 8;

    /// <summary>Commands that may wait in one lane; a fuller lane refuses with Overloaded.</summary>
    public int LaneCapacity { get; init; } = 2_000;

    /// <summary>States kept in memory. A state in memory is a hint; the commit confirms it.</summary>
    public int CachedInstances { get; init; } = 20_000;

    /// <summary>Events after which a commit carries a snapshot.</summary>
    public int SnapshotEvery { get; init; } = 64;

    /// <summary>Rows that a pump claims at once.</summary>
    public int ClaimBatch { get; init; } = 200;

    /// <summary>How long claimed work stays with the node that claimed it; after that another node may do it.</summary>
    public TimeSpan ClaimFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the pumps look for work that other nodes made due. Work of this node wakes them at once.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often everything is swept: buffered messages, expired rows, definitions deployed by other nodes.</summary>
    public TimeSpan SweepInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Job types that start with one of these are offered on the bus; the others wait to be activated by type.</summary>
    public IReadOnlyList<string> BusJobTypes { get; init; } = [];

    /// <summary>How long a worker on the bus has for an attempt, when the task's headers do not say (<c>deadline</c>, an ISO 8601 duration).</summary>
    public TimeSpan BusJobDeadline { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The wait before the second attempt of a job; doubled for each further one.</summary>
    public TimeSpan RetryBackoff { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan RetryBackoffMax { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long ids of messages from the bus are remembered.</summary>
    public TimeSpan InboxMemory { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The zone of terms and of date-times without one.</summary>
    public string Zone { get; init; } = "Europe/Rome";

    public bool IsBusJob(string type)
    {
        foreach (var prefix in BusJobTypes)
            if (type.StartsWith(prefix, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>The wait before attempt <paramref name="next"/> (from 2 on).</summary>
    public TimeSpan BackoffBefore(int next)
    {
        var doublings = Math.Clamp(next - 2, 0, 20);
        var ticks = Math.Min((double)RetryBackoff.Ticks * (1L << doublings), RetryBackoffMax.Ticks);
        return TimeSpan.FromTicks((long)ticks);
    }
}
