namespace Orchestrator.Cases.Desk;

/// <summary>One person of an attendance sheet; personal data.</summary>
/// <param name="Status">Null while nothing is recorded; then <paramref name="Minutes"/> is null too.</param>
public sealed record AttendanceRow(string CaseId, string FullName, string Centre, AttendanceStatus? Status, int? Minutes, string? ReasonCode)
{
    /// <summary>The opaque id alone, so that a log never holds the person.</summary>
    public override string ToString() => "Attendance of " + CaseId;
}
