using Orchestrator.Contracts.Bus;

namespace Orchestrator.Contracts.Catalogue;

/// <summary>There are new vacancies near a case; <c>Key</c> is the case, in all other messages of this file the crisis.</summary>
[Contract("vacancies-updated", version: 1)]
public sealed record VacanciesUpdated(long MessageKey, string Key, DateTimeOffset At) : ICatalogueMessage;

/// <summary>A monitoring report is due.</summary>
[Contract("monitoring-due", version: 1)]
public sealed record MonitoringDue(long MessageKey, string Key, DateTimeOffset At, string Crisis, string Period, string Kind) : ICatalogueMessage;

/// <summary>All cases of a crisis ended, or its time is over.</summary>
[Contract("intervention-completed", version: 1)]
public sealed record InterventionCompleted(long MessageKey, string Key, DateTimeOffset At, string Crisis, string Outcome, string? Agreement = null) : ICatalogueMessage;

/// <summary>A report is published.</summary>
[Contract("report-published", version: 1)]
public sealed record ReportPublished(long MessageKey, string Key, DateTimeOffset At, string Crisis, string ReportId, string Period) : ICatalogueMessage;
