using System.Text.Json;

namespace Orchestrator.Server.V2.Messages;

/// <summary>Publishes a message: it is buffered for its time to live.</summary>
internal sealed record PublicationRequest
{
    public required string Name { get; init; }
    public string? CorrelationKey { get; init; }

    /// <summary>In milliseconds; 0 or missing reaches only who waits now.</summary>
    public long? TimeToLive { get; init; }

    /// <summary>A second message with the same id, name and key changes nothing while the first lives.</summary>
    public string? MessageId { get; init; }
    public JsonElement? Variables { get; init; }
    public string? TenantId { get; init; }
}

/// <summary>The message that was published, or the one with its id that lived already.</summary>
internal sealed record PublicationResult(string MessageKey, string TenantId = Tenants.Only);

/// <summary>Correlates a message at once, or is refused.</summary>
internal sealed record CorrelationRequest
{
    public required string Name { get; init; }
    public string? CorrelationKey { get; init; }
    public JsonElement? Variables { get; init; }
    public string? TenantId { get; init; }
}

/// <summary>The instance that got the message.</summary>
internal sealed record CorrelationResult(string MessageKey, string ProcessInstanceKey, string TenantId = Tenants.Only);
