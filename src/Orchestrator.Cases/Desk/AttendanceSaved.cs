namespace Orchestrator.Cases.Desk;

/// <summary>A saved sheet, without personal data: what the process is told.</summary>
/// <param name="Version">The new version.</param>
/// <param name="Recorded">What is recorded now, for every case with a status.</param>
/// <param name="Missing">Cases of the session without a status.</param>
public sealed record AttendanceSaved(string Session, long Version, IReadOnlyList<AttendanceRecord> Recorded, int Missing);
