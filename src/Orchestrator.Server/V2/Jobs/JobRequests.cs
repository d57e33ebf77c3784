using System.Text.Json;

namespace Orchestrator.Server.V2.Jobs;

/// <summary>A worker asks for jobs.</summary>
internal sealed record ActivationRequest
{
    public required string Type { get; init; }

    /// <summary>How long the worker holds them, in milliseconds.</summary>
    public required long Timeout { get; init; }
    public required int MaxJobsToActivate { get; init; }
    public string? Worker { get; init; }
    public IReadOnlyList<string>? FetchVariable { get; init; }

    /// <summary>How long to wait for the first job, in milliseconds: 0 or missing for the usual time, negative not at all.</summary>
    public long? RequestTimeout { get; init; }
    public IReadOnlyList<string>? TenantIds { get; init; }
    public string? TenantFilter { get; init; }
}

/// <summary>The job is done.</summary>
internal sealed record JobCompletionRequest
{
    public JsonElement? Variables { get; init; }
    public JsonElement? Result { get; init; }
}

/// <summary>The attempt failed; with no retries left an incident is raised.</summary>
internal sealed record JobFailureRequest
{
    public int? Retries { get; init; }
    public string? ErrorMessage { get; init; }

    /// <summary>Pause before the next attempt, in milliseconds.</summary>
    public long? RetryBackOff { get; init; }
    public JsonElement? Variables { get; init; }
}

/// <summary>The work ended in an error that the process may catch by its code.</summary>
internal sealed record JobErrorRequest
{
    public required string ErrorCode { get; init; }
    public string? ErrorMessage { get; init; }
    public JsonElement? Variables { get; init; }
}

/// <summary>Changes a job that is under way.</summary>
internal sealed record JobUpdateRequest
{
    public required JobChanges Changeset { get; init; }
    public long? OperationReference { get; init; }
}

/// <summary>What changes: the end of the lock, in milliseconds from now.</summary>
internal sealed record JobChanges
{
    public int? Retries { get; init; }
    public long? Timeout { get; init; }
}
