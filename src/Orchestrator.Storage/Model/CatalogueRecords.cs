using Orchestrator.Engine.Ports;

namespace Orchestrator.Storage.Model;

// Deployments, and the small tables that the store keeps for itself.

internal sealed class StoredDeployment
{
    public long Key { get; set; }
    public string ContentHash { get; set; } = "";
    public string DeployedBy { get; set; } = "";
    public DateTimeOffset DeployedAt { get; set; }
}

internal sealed class StoredResource
{
    public long Deployment { get; set; }
    public string Name { get; set; } = "";
    public ResourceKind Kind { get; set; }
    public string Content { get; set; } = "";
}

internal sealed class StoredDefinition
{
    public long Key { get; set; }
    public long Deployment { get; set; }
    public string ProcessId { get; set; } = "";
    public string? Name { get; set; }
    public int Version { get; set; }
    public string? VersionTag { get; set; }
    public string ResourceName { get; set; } = "";
    public string ContentHash { get; set; } = "";
}

internal sealed class StoredRetirement
{
    public long Definition { get; set; }
    public int Number { get; set; }
    public DateTimeOffset At { get; set; }
    public string By { get; set; } = "";
    public string Reason { get; set; } = "";
    public DateTimeOffset? TakenBackAt { get; set; }
    public string? TakenBackBy { get; set; }
}

internal sealed class StoredDecisionModel
{
    public long Key { get; set; }
    public long Deployment { get; set; }
    public string ModelId { get; set; } = "";
    public string Name { get; set; } = "";
    public int Version { get; set; }
    public string ResourceName { get; set; } = "";
    public string ContentHash { get; set; } = "";
}

internal sealed class StoredDecision
{
    public long Key { get; set; }
    public long Model { get; set; }
    public string DecisionId { get; set; } = "";
    public string Name { get; set; } = "";
    public int Version { get; set; }
    public string? VersionTag { get; set; }
}

internal sealed class StoredForm
{
    public long Deployment { get; set; }
    public string FormId { get; set; } = "";
    public string ResourceName { get; set; } = "";
}

internal sealed class MessageStartRecord
{
    public long Definition { get; set; }
    public string Element { get; set; } = "";
    public string ProcessId { get; set; } = "";
    public string MessageName { get; set; } = "";
}

internal sealed class StartTimerRecord
{
    public long Definition { get; set; }
    public string Element { get; set; } = "";
    public string ProcessId { get; set; } = "";
    public DateTimeOffset DueAt { get; set; }
    public string? Schedule { get; set; }
    public int? Repetitions { get; set; }
    public DateTimeOffset? ClaimedUntil { get; set; }
}

internal sealed class BlockRecord
{
    public BlockKind Kind { get; set; }
    public long Next { get; set; }
}

internal sealed class InboxRecord
{
    public byte[] Message { get; set; } = [];
    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>A fact about the database itself: the check value of the master key, the last seal.</summary>
internal sealed class SettingRecord
{
    public string Name { get; set; } = "";
    public string Value { get; set; } = "";
}
