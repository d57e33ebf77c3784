namespace Orchestrator.Contracts.Catalogue;

/// <summary>What is known of a crisis when it is reported.</summary>
public sealed record CrisisReport(
    string? Title = null, string? CompanyTaxCode = null, string? CompanyName = null, string? Ateco = null, string? Reason = null, string? RequestedBy = null,
    int? TotalWorkers = null, int? Redundancies = null, string? RegionalInterest = null);

/// <summary>A meeting of the table.</summary>
/// <param name="Id">Unique in the crisis.</param>
/// <param name="MeetingAt">An instant as the form wrote it; without an offset it means Europe/Rome.</param>
/// <param name="DurationMin">Minutes.</param>
/// <param name="Mode"><c>presenza</c>, <c>videoconferenza</c> or <c>mista</c>.</param>
public sealed record MeetingPlan(string Id, string MeetingAt, int DurationMin, string Mode, string? Venue = null, string? Link = null, string? Agenda = null);

/// <summary>An approved intervention project.</summary>
public sealed record InterventionProject(
    string Id, string Model, bool Scouting, IReadOnlyList<string>? Modules = null, IReadOnlyList<ProjectPhase>? Phases = null, int? GroupSize = null);

/// <summary>A phase of a project; days are ISO texts.</summary>
public sealed record ProjectPhase(
    string Name, string? Type = null, string? Service = null, string? Module = null, string? Owner = null, string? TargetGroup = null, string? PlannedFrom = null, string? PlannedTo = null);

/// <summary>A case and whether the agreement's plan covers it.</summary>
/// <param name="Centre">Code of the competent employment centre.</param>
public sealed record ScopedCase(string Case, bool InScope, string Centre);

/// <summary>A group session as processes write it.</summary>
/// <param name="StartAt">An instant; without an offset it means Europe/Rome.</param>
/// <param name="DurationMin">Minutes.</param>
/// <param name="Capacity">Most cases that find a place.</param>
/// <param name="Min">Fewest cases with which it takes place.</param>
/// <param name="Centre">Only cases of this centre.</param>
public sealed record PlannedSession(
    string Id, string Type, string StartAt, int DurationMin, string Venue, int Capacity, string? VenueType = null, int? Min = null, string? Centre = null);
