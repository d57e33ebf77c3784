namespace Orchestrator.Server.V2.Cluster;

/// <summary>The nodes that answer; this one is all that a node knows.</summary>
internal sealed record Topology
{
    public required IReadOnlyList<Broker> Brokers { get; init; }
    public string? ClusterId { get; init; }
    public int ClusterSize { get; init; } = 1;
    public int PartitionsCount { get; init; } = 1;
    public int ReplicationFactor { get; init; } = 1;
    public required string GatewayVersion { get; init; }
    public string LastCompletedChangeId { get; init; } = "-1";
}

/// <summary>A node.</summary>
internal sealed record Broker(int NodeId, string Host, int Port, IReadOnlyList<Partition> Partitions, string Version);

/// <summary>A part of the data; there is one.</summary>
internal sealed record Partition(int PartitionId, string Role, string Health);

/// <summary>The licence: free software, valid for ever.</summary>
internal sealed record License
{
    public bool ValidLicense { get; init; } = true;
    public string LicenseType { get; init; } = "EUPL-1.2";
    public bool IsCommercial { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>The account that asks.</summary>
internal sealed record Me
{
    public required string Username { get; init; }
    public required string? DisplayName { get; init; }

    /// <summary>Never given out.</summary>
    public string? Email { get; init; }
    public IReadOnlyList<string> AuthorizedComponents { get; init; } = ["*"];
    public IReadOnlyList<Tenant> Tenants { get; init; } = [new("Default", V2.Tenants.Only, null)];
    public required IReadOnlyList<string> Groups { get; init; }
    public required IReadOnlyList<string> Roles { get; init; }
    public string? SalesPlanType { get; init; }
    public IReadOnlyDictionary<string, string> C8Links { get; init; } = new Dictionary<string, string>();
    public bool CanLogout { get; init; } = true;
}

/// <summary>A tenant.</summary>
internal sealed record Tenant(string Name, string TenantId, string? Description);
