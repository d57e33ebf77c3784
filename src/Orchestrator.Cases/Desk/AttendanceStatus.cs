namespace Orchestrator.Cases.Desk;

/// <summary>How somebody attended. The Italian names of forms and messages are in <see cref="AttendanceStatusName"/>.</summary>
public enum AttendanceStatus
{
    Present = 1,
    AbsentJustified = 2,
    Absent = 3,
    Late = 4,
    Partial = 5,
}
