using Orchestrator.Contracts.Bus;

namespace Orchestrator.Contracts.Catalogue;

/// <summary>A worker begins pathway 1; <c>Key</c> is the case, as in all messages of this file.</summary>
[Contract("pathway1-opened", version: 1)]
public sealed record Pathway1Opened(long MessageKey, string Key, DateTimeOffset At, string Case, string Crisis, string Agreement, string Centre, DateOnly SigningDate, DateOnly CigsTo) : ICatalogueMessage;

/// <summary>A worker begins pathway 2, with or without an agreement.</summary>
[Contract("pathway2-opened", version: 1)]
public sealed record Pathway2Opened(long MessageKey, string Key, DateTimeOffset At, string Case, string Crisis, string Centre, string? Agreement = null, DateOnly? SigningDate = null, DateOnly? CigsTo = null) : ICatalogueMessage;

/// <summary>A worker wants help with these steps.</summary>
[Contract("support-requested", version: 1)]
public sealed record SupportRequested(long MessageKey, string Key, DateTimeOffset At, string Case, IReadOnlyList<string> Support) : ICatalogueMessage;

/// <summary>A worker booked the voucher; <c>BookedAt</c> is an instant.</summary>
[Contract("booking-made", version: 1)]
public sealed record BookingMade(long MessageKey, string Key, DateTimeOffset At, string Case, string BookingNumber, string BookedAt, string Channel, bool InTerm) : ICatalogueMessage;

/// <summary>The term of the booking ended on this day.</summary>
[Contract("booking-term-expired", version: 1)]
public sealed record BookingTermExpired(long MessageKey, string Key, DateTimeOffset At, string Case, DateOnly On) : ICatalogueMessage;

/// <summary>ANPAL decided: <c>APPROVED</c> or <c>REJECTED</c>.</summary>
[Contract("booking-decided", version: 1)]
public sealed record BookingDecided(long MessageKey, string Key, DateTimeOffset At, string Case, string Decision, DateOnly DecisionDate, string? Reason = null, bool? Correctable = null) : ICatalogueMessage;

/// <summary>A worker chose who delivers the service: <c>CPI</c> or <c>operatore privato</c>; instants as the form wrote them.</summary>
[Contract("provider-chosen", version: 1)]
public sealed record ProviderChosen(long MessageKey, string Key, DateTimeOffset At, string Case, string ProviderType, string ChosenAt, string? Provider = null, string? Site = null, string? FirstAppointment = null) : ICatalogueMessage;

/// <summary>The term of the choice ended on this day.</summary>
[Contract("choice-expired", version: 1)]
public sealed record ChoiceExpired(long MessageKey, string Key, DateTimeOffset At, string Case, string Crisis, DateOnly On) : ICatalogueMessage;

/// <summary>A worker is ready for scouting.</summary>
[Contract("job-ready", version: 1)]
public sealed record JobReady(long MessageKey, string Key, DateTimeOffset At, string Case) : ICatalogueMessage;

/// <summary>A case has a new state, since <c>HappenedAt</c> (the variable <c>at</c>).</summary>
[Contract("case-state-changed", version: 1)]
public sealed record CaseStateChanged(long MessageKey, string Key, DateTimeOffset At, string Case, string Crisis, string Pathway, string State, string HappenedAt, string? Agreement = null) : ICatalogueMessage;

/// <summary>A mandatory notice about a worker: <c>hire</c> or <c>termination</c>.</summary>
[Contract("employment-notice", version: 1)]
public sealed record EmploymentNotice(long MessageKey, string Key, DateTimeOffset At, string Case, string Kind, string Contract, DateOnly From, bool SixMonths, DateOnly? To = null) : ICatalogueMessage;

/// <summary>A worker declined, retired, moved… Why is written in the case alone.</summary>
[Contract("worker-status-changed", version: 1)]
public sealed record WorkerStatusChanged(long MessageKey, string Key, DateTimeOffset At, string Case, string Status) : ICatalogueMessage;

/// <summary>A case of pathway 2 moves to pathway 1.</summary>
[Contract("move-to-pathway1", version: 1)]
public sealed record MoveToPathway1(long MessageKey, string Key, DateTimeOffset At, string Case, string Agreement) : ICatalogueMessage;

/// <summary>A pathway ended with this outcome; <c>MoveTo</c> is <c>p1</c>, <c>p2</c> or null.</summary>
[Contract("pathway-completed", version: 1)]
public sealed record PathwayCompleted(long MessageKey, string Key, DateTimeOffset At, string Case, string Crisis, string Pathway, string Outcome, string? MoveTo = null, string? BookingState = null) : ICatalogueMessage;
