using Orchestrator.Contracts.Bus;

namespace Orchestrator.Contracts.Catalogue;

/// <summary>An analysis of the labour market and the workers is asked for; <c>Key</c> is the crisis, as in all messages of this file.</summary>
[Contract("analysis-requested", version: 1)]
public sealed record AnalysisRequested(long MessageKey, string Key, DateTimeOffset At, string Crisis, string Centre, string? Agreement = null, int? Redundancies = null) : ICatalogueMessage;

/// <summary>A list of workers was uploaded.</summary>
[Contract("workers-list-received", version: 1)]
public sealed record WorkersListReceived(long MessageKey, string Key, DateTimeOffset At, string Crisis, Guid ImportId) : ICatalogueMessage;

/// <summary>A list of workers was checked and decided.</summary>
[Contract("workers-validated", version: 1)]
public sealed record WorkersValidated(long MessageKey, string Key, DateTimeOffset At, string Crisis, Guid ImportId) : ICatalogueMessage;

/// <summary>The dossier is approved.</summary>
[Contract("analysis-ready", version: 1)]
public sealed record AnalysisReady(long MessageKey, string Key, DateTimeOffset At, string Crisis, string DossierId, bool AggregateOnly) : ICatalogueMessage;

/// <summary>All three entities approved a project.</summary>
[Contract("project-approved", version: 1)]
public sealed record ProjectApproved(long MessageKey, string Key, DateTimeOffset At, string Crisis, InterventionProject Project) : ICatalogueMessage;
