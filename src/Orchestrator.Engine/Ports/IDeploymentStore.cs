using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Ports;

/// <summary>Deployments: immutable, numbered, never deleted.</summary>
public interface IDeploymentStore
{
    /// <summary>
    /// Writes a deployment whole: resources, definitions with the next version of each process id (counted here, from 1), decision models and decisions numbered the same way, forms, and the start subscriptions of the new latest versions in the place
    /// of those of the versions before. When a deployment with the same content hash exists, nothing is written and that one is returned with <c>New</c> false.
    /// </summary>
    /// <returns>Null when <see cref="NewDeployment.After"/> is not the last deployment any more: nothing was written.</returns>
    Task<SavedDeployment?> SaveAsync(NewDeployment deployment, CancellationToken cancellation);

    /// <summary>Deployments with a key greater than <paramref name="after"/>, ascending, whole.</summary>
    Task<IReadOnlyList<DeploymentRecord>> ReadAsync(long after, int take, CancellationToken cancellation);

    /// <summary>Retires a version: keeps the retirement and removes the start subscriptions of the version, both or neither. Its number is counted here, from 1.</summary>
    /// <returns>False when the version is retired already, or <paramref name="after"/> is not the last deployment any more: nothing was written.</returns>
    Task<bool> RetireAsync(Retirement retirement, long after, CancellationToken cancellation);

    /// <summary>Takes the standing retirement of a version back and puts these start subscriptions in, both or neither.</summary>
    /// <returns>False when the version is not retired, or <paramref name="after"/> is not the last deployment any more: nothing was written.</returns>
    Task<bool> TakeBackAsync(DefinitionKey definition, TakenBack takenBack, DefinitionStarts starts, long after, CancellationToken cancellation);

    /// <summary>All retirements that there were, those taken back too, the oldest of each version first.</summary>
    Task<IReadOnlyList<Retirement>> RetirementsAsync(CancellationToken cancellation);

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
    DefinitionKey Key, string ProcessId, string? Name, string? VersionTag, string ResourceName, string ContentHash, DefinitionStarts Starts)
{
    /// <summary>
    /// It comes along with what is published: when its file is that of the latest version and that one is retired, it is retired too, for the same reason, and starts nothing. False for what somebody publishes by name.
    /// </summary>
    public bool KeepsRetirement { get; init; }
}

/// <summary>How a version of a process is started besides by a call.</summary>
public sealed record DefinitionStarts(IReadOnlyList<MessageStartRow> Messages, IReadOnlyList<StartTimerRow> Timers)
{
    public static readonly DefinitionStarts None = new([], []);
}

/// <summary>That a version starts no new process any more.</summary>
/// <param name="By">The account that retired it.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="TakenBack">When and by whom it was taken back; null while it stands.</param>
public sealed record Retirement(DefinitionKey Definition, DateTimeOffset At, string By, string Reason, TakenBack? TakenBack);

/// <summary>That a retirement was taken back.</summary>
public sealed record TakenBack(DateTimeOffset At, string By);

/// <summary>A file of decisions of a new deployment. Keys are allocated by the engine, the versions by the store; <see cref="ModelId"/> is the id of its <c>definitions</c>.</summary>
public sealed record NewDecisionModel(DefinitionKey Key, string ModelId, string Name, string ResourceName, string ContentHash, IReadOnlyList<NewDecision> Decisions);

/// <summary>A decision of a new deployment.</summary>
public sealed record NewDecision(DefinitionKey Key, string DecisionId, string Name, string? VersionTag);

/// <summary>A form of a new deployment.</summary>
public sealed record FormRecord(string FormId, string ResourceName);

/// <param name="ContentHash">SHA-256 over all resources, hexadecimal; unique. Of a deployment that was made over another one, over that one's key too.</param>
public sealed record NewDeployment(
    long Key, string ContentHash, string DeployedBy, DateTimeOffset DeployedAt,
    IReadOnlyList<DeploymentResource> Resources, IReadOnlyList<NewDefinition> Definitions, IReadOnlyList<NewDecisionModel> DecisionModels, IReadOnlyList<FormRecord> Forms)
{
    /// <summary>It is made over this deployment, and only while that is the last one; null for one that replaces whatever there is.</summary>
    public long? After { get; init; }

    /// <summary>What is kept about its publication from a draft; null when it came another way.</summary>
    public Publication? Publication { get; init; }
}

/// <summary>How a draft was published.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Folder">The folder that it replaced.</param>
/// <param name="ScenariosPassed">How many scenarios of the folder held.</param>
/// <param name="ScenariosFailed">The names of those that did not.</param>
/// <param name="Reason">Why it was published all the same; null when all held.</param>
public sealed record Publication(Guid Draft, string Folder, int ScenariosPassed, IReadOnlyList<string> ScenariosFailed, string? Reason);

public sealed record SavedDeployment(DeploymentRecord Deployment, bool New);

public sealed record DeploymentRecord(
    long Key, string ContentHash, string DeployedBy, DateTimeOffset DeployedAt,
    IReadOnlyList<DeploymentResource> Resources, IReadOnlyList<DefinitionRecord> Definitions, IReadOnlyList<DecisionModelRecord> DecisionModels, IReadOnlyList<FormRecord> Forms)
{
    /// <summary>How it was published, when it came from a draft.</summary>
    public Publication? Publication { get; init; }
}

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
