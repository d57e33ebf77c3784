using Orchestrator.Contracts.Bus;

namespace Orchestrator.Contracts.Catalogue;

/// <summary>A crisis was reported to Regione. What a person wrote about a contact stays out.</summary>
[Contract("crisis-reported", version: 1)]
public sealed record CrisisReported(long MessageKey, string Key, DateTimeOffset At, string Crisis, CrisisReport? Report = null) : ICatalogueMessage;

/// <summary>Regione convenes the crisis table; <c>Key</c> is the crisis, as in all messages of this file.</summary>
[Contract("meeting-requested", version: 1)]
public sealed record MeetingRequested(long MessageKey, string Key, DateTimeOffset At, string Crisis, MeetingPlan Meeting) : ICatalogueMessage;

/// <summary>An entity answered whether it takes part: <c>sì</c>, <c>no</c> or <c>delega</c>.</summary>
[Contract("participation-confirmed", version: 1)]
public sealed record ParticipationConfirmed(long MessageKey, string Key, DateTimeOffset At, string Crisis, string MeetingId, string Agency, string Participates) : ICatalogueMessage;

/// <summary>A meeting has a new time: an instant as the form wrote it.</summary>
[Contract("meeting-moved", version: 1)]
public sealed record MeetingMoved(long MessageKey, string Key, DateTimeOffset At, string MeetingAt) : ICatalogueMessage;

/// <summary>A meeting does not take place.</summary>
[Contract("meeting-cancelled", version: 1)]
public sealed record MeetingCancelled(long MessageKey, string Key, DateTimeOffset At, string? Reason = null) : ICatalogueMessage;

/// <summary>An intervention is to be designed.</summary>
[Contract("design-requested", version: 1)]
public sealed record DesignRequested(
    long MessageKey, string Key, DateTimeOffset At, string Crisis, string RegionalInterest, int Redundancies, int TotalWorkers, IReadOnlyList<string> Provinces, string Ateco, string Centre,
    string? Agreement = null, DateOnly? SigningDate = null) : ICatalogueMessage;

/// <summary>A relocation agreement was signed: <c>SigningDate</c> is day 0 of the terms.</summary>
[Contract("agreement-signed", version: 1)]
public sealed record AgreementSigned(
    long MessageKey, string Key, DateTimeOffset At, string Crisis, string Agreement, DateOnly SigningDate, string SigningPlace, string CigsGround, DateOnly CigsFrom, DateOnly CigsTo, string Centre, string RegionalInterest) : ICatalogueMessage;

/// <summary>The table ended without an agreement.</summary>
[Contract("agreement-not-signed", version: 1)]
public sealed record AgreementNotSigned(long MessageKey, string Key, DateTimeOffset At, string Crisis, string Centre, string RegionalInterest, string? Reason = null, DateOnly? CigsTo = null) : ICatalogueMessage;

/// <summary>The crisis is over.</summary>
[Contract("crisis-resolved", version: 1)]
public sealed record CrisisResolved(long MessageKey, string Key, DateTimeOffset At, string Crisis, string? Reason = null) : ICatalogueMessage;

/// <summary>The company withdrew.</summary>
[Contract("company-withdrew", version: 1)]
public sealed record CompanyWithdrew(long MessageKey, string Key, DateTimeOffset At, string Crisis, string? Reason = null) : ICatalogueMessage;

/// <summary>No project of its own: the standard model is enough.</summary>
[Contract("standard-model-only", version: 1)]
public sealed record StandardModelOnly(long MessageKey, string Key, DateTimeOffset At, string Crisis) : ICatalogueMessage;
