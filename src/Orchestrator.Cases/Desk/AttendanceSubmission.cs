namespace Orchestrator.Cases.Desk;

/// <summary>An attendance sheet to be saved: all rows or, when one has a problem, none.</summary>
/// <param name="Version">Of the sheet it was made on; another one in the registry makes it stale. Null when something else (the task) guards against that.</param>
/// <param name="Rows">Rows that are not sent stay as they are.</param>
/// <param name="Complete">Every case of the session needs a status.</param>
public sealed record AttendanceSubmission(string Session, long? Version, IReadOnlyList<AttendanceEntry> Rows, bool Complete)
{
    /// <summary>Kept when the sheet is saved, for the process to be told; null when nobody is.</summary>
    public NoticeDraft? Notice { get; init; }
}
