using Orchestrator.Cases.Desk;

namespace Orchestrator.Cases.Model;

/// <summary>How a case attended a session.</summary>
internal sealed class Attendance
{
    public required string SessionId { get; init; }

    public required string CaseId { get; init; }

    public required AttendanceStatus Status { get; set; }

    public required int Minutes { get; set; }

    /// <summary>A code only; no document, no detail.</summary>
    public string? ReasonCode { get; set; }

    public required string RecordedBy { get; set; }

    public required DateTimeOffset RecordedAt { get; set; }
}
