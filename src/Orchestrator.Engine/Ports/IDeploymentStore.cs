using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Ports;

/// <summary>Deployments: immutable, numbered, never deleted.</summary>
public interface IDeploymentStore
{
    /// <summary>
    /// Writes a deployment whole: resources, definitions with the next version of each process id (counted here, from 1), decision models and decisions numbered the same way, forms, and the start subscriptions of the new latest versions in the place
    /// of those of the versions before. When a deployment with the same content hash exists, nothing is written and that one is returned with <c>New</c> false.
    /// </summary>
    Task<SavedDeployment> SaveAsync(NewDeployment deployment, CancellationToken cancellation);

    /// <summary>Deployments with a key greater than <paramref name="after"/>, ascending, whole.</summary>
    Task<IReadOnlyList<DeploymentRecord>> ReadAsync(long after, int take, CancellationToken cancellation);

    /// <summary>Timer starts that stand now.</summary>
    Task<IReadOnlyList<StartTimerRow>> StartTimersAsync(CancellationToken cancellation);
}

/// <summary>A file of a deployment: its name (unique in it, relative path) and text.</summary>
public sealed record DeploymentResource(string Name, ResourceKind Kind, string Content);

public enum ResourceKind
{
    Bpmn = 1,
    Form = 2,
    Other = 3,
    Dmn = 4,
}

/// <summary>A process of a new deployment; <see cref="Key"/> is allocated by the engine, the version by the store.</summary>
public sealed record NewDefinition(
    DefinitionKey Key, string ProcessId, string? Name, string? VersionTag, string ResourceName, string ContentHash,
    IReadOnlyList<MessageStartRow> MessageStarts, IReadOnlyList<StartTimerRow> TimerStarts);

/// <summary>A file of decisions of a new deployment. Keys are allocated by the engine, the versions by the store; <see cref="ModelId"/> is the id of its <c>definitions</c>.</summary>
public sealed record NewDecisionModel(DefinitionKey Key, string ModelId, string Name, string ResourceName, string ContentHash, IReadOnlyList<NewDecision> Decisions);

/// <summary>A decision of a new deployment.</summary>
public sealed record NewDecision(DefinitionKey Key, string DecisionId, string Name, string? VersionTag);

/// <summary>A form of a new deployment.</summary>
public sealed record FormRecord(string FormId, string ResourceName);

/// <param name="ContentHash">SHA-256 over all resources, hexadecimal; unique.</param>
public sealed record NewDeployment(
    long Key, string ContentHash, string DeployedBy, DateTimeOffset DeployedAt,
    IReadOnlyList<DeploymentResource> Resources, IReadOnlyList<NewDefinition> Definitions, IReadOnlyList<NewDecisionModel> DecisionModels, IReadOnlyList<FormRecord> Forms);

public sealed record SavedDeployment(DeploymentRecord Deployment, bool New);

public sealed record DeploymentRecord(
    long Key, string ContentHash, string DeployedBy, DateTimeOffset DeployedAt,
    IReadOnlyList<DeploymentResource> Resources, IReadOnlyList<DefinitionRecord> Definitions, IReadOnlyList<DecisionModelRecord> DecisionModels, IReadOnlyList<FormRecord> Forms);

public sealed record DefinitionRecord(
    DefinitionKey Key, long Deployment, string ProcessId, string? Name, int Version, string? VersionTag, string ResourceName, string ContentHash);

/// <summary>A version of a file of decisions.</summary>
public sealed record DecisionModelRecord(
    DefinitionKey Key, long Deployment, string ModelId, string Name, int Version, string ResourceName, string ContentHash, IReadOnlyList<DecisionRecord> Decisions);

/// <summary>A version of a decision; it counts by itself, whatever file it stands in.</summary>
public sealed record DecisionRecord(DefinitionKey Key, string DecisionId, string Name, int Version, string? VersionTag);

/// <summary>A message start of the latest version of a process.</summary>
public sealed record MessageStartRow(string ProcessId, DefinitionKey Definition, string Element, string MessageName);

/// <summary>A timer start of the latest version of a process. <see cref="Repetitions"/> left after this one: null for ever.</summary>
public sealed record StartTimerRow(string ProcessId, DefinitionKey Definition, string Element, DateTimeOffset DueAt, string? Schedule, int? Repetitions);
