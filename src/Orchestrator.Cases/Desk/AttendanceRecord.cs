namespace Orchestrator.Cases.Desk;

/// <summary>Attendance of one case, without the reason and without the person.</summary>
public sealed record AttendanceRecord(string CaseId, AttendanceStatus Status, int Minutes);
