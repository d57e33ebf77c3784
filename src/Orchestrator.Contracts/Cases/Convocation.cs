namespace Orchestrator.Contracts.Cases;

/// <summary>One line of the convocation index.</summary>
/// <param name="CaseId">Who.</param>
/// <param name="Uid">UID of the calendar entry: the same for every convocation of this session and case.</param>
/// <param name="Sequence">SEQUENCE of the calendar entry: 0 for the first convocation, one more for each later invitation or cancellation of the same session and case; a reminder repeats the last one.</param>
/// <param name="State">Whether this job has sent it already.</param>
/// <param name="PreparedAt">DTSTAMP and date of the mail: fixed when the index line was written, so that a repeated job makes the same message.</param>
public sealed record Convocation(string CaseId, string Uid, int Sequence, ConvocationState State, DateTimeOffset PreparedAt)
{
    /// <summary>Nothing is left to do for this case and job.</summary>
    public bool WasAlreadyDone => State != ConvocationState.Prepared;
}
