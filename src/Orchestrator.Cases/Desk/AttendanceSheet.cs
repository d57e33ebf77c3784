namespace Orchestrator.Cases.Desk;

/// <summary>The sheet of a session, all persons by surname and name.</summary>
public sealed record AttendanceSheet(
    string Session, string Crisis, string? Agreement, string Purpose, DateTimeOffset StartsAt, int DurationMinutes, bool Cancelled, long Version, IReadOnlyList<AttendanceRow> Rows);
