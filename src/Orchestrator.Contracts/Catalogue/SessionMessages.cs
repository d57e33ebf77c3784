using Orchestrator.Contracts.Bus;

namespace Orchestrator.Contracts.Catalogue;

/// <summary>A group session has a time and a place; <c>Key</c> is the session, as in the next four.</summary>
[Contract("session-planned", version: 1)]
public sealed record SessionPlanned(long MessageKey, string Key, DateTimeOffset At, PlannedSession Session, string Crisis, string Centre, string? Agreement = null, bool? Convened = null) : ICatalogueMessage;

/// <summary>A session has a new time, an instant.</summary>
[Contract("session-moved", version: 1)]
public sealed record SessionMoved(long MessageKey, string Key, DateTimeOffset At, string StartAt) : ICatalogueMessage;

/// <summary>An appointment of one person is at another time.</summary>
[Contract("appointment-moved", version: 1)]
public sealed record AppointmentMoved(long MessageKey, string Key, DateTimeOffset At, string StartAt) : ICatalogueMessage;

/// <summary>An appointment of one person does not take place.</summary>
[Contract("appointment-cancelled", version: 1)]
public sealed record AppointmentCancelled(long MessageKey, string Key, DateTimeOffset At) : ICatalogueMessage;

/// <summary>A session does not take place.</summary>
[Contract("session-cancelled", version: 1)]
public sealed record SessionCancelled(long MessageKey, string Key, DateTimeOffset At) : ICatalogueMessage;

/// <summary>A session took place.</summary>
[Contract("session-held", version: 1)]
public sealed record SessionHeld(long MessageKey, string Key, DateTimeOffset At, string SessionId, string Crisis, string Type, string? Agreement = null) : ICatalogueMessage;

/// <summary>The attendance of a session is complete.</summary>
[Contract("session-closed", version: 1)]
public sealed record SessionClosed(long MessageKey, string Key, DateTimeOffset At, string SessionId, string Crisis, string Type, string? Agreement = null, int? Participants = null) : ICatalogueMessage;

/// <summary>The case <c>Key</c> waits for a session of this kind.</summary>
[Contract("session-wanted", version: 1)]
public sealed record SessionWanted(long MessageKey, string Key, DateTimeOffset At, string Case, string Crisis, string Centre, string Kind) : ICatalogueMessage;

/// <summary>The case <c>Key</c> has a place.</summary>
[Contract("session-assigned", version: 1)]
public sealed record SessionAssigned(long MessageKey, string Key, DateTimeOffset At, string Case, string SessionId, string Kind, string StartAt, string Venue) : ICatalogueMessage;

/// <summary>Whether the case <c>Key</c> came, and for how many minutes.</summary>
[Contract("attendance-recorded", version: 1)]
public sealed record AttendanceRecorded(long MessageKey, string Key, DateTimeOffset At, string Case, string SessionId, string Kind, string Status, int? Minutes = null, bool? CvSupport = null) : ICatalogueMessage;
