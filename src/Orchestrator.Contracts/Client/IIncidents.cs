namespace Orchestrator.Contracts.Client;

/// <summary>Incidents: what waits for help.</summary>
public interface IIncidents
{
    /// <summary>Open incidents that the user may see, the oldest first.</summary>
    Task<Outcome<IncidentPage>> ListAsync(ActingUser user, IncidentQuery query, CancellationToken cancellation);

    /// <summary>One incident with the variables its element sees.</summary>
    Task<Outcome<IncidentDetail>> OpenAsync(ActingUser user, long incidentKey, CancellationToken cancellation);

    /// <summary>
    /// Tries the element again, after setting variables when <see cref="IncidentAction.VariablesJson"/> is given (then a reason is
    /// mandatory). <c>Conflict</c> when it is no longer open. A new failure makes a new incident.
    /// </summary>
    Task<Outcome<IncidentView>> RetryAsync(ActingUser user, IncidentAction action, CancellationToken cancellation);

    /// <summary>Keeps the open incidents that say the same as a list and gives its id; nothing is retried yet. <c>NotFound</c> when none is open any more.</summary>
    Task<Outcome<Guid>> FreezeAsync(ActingUser user, FailureKey failure, CancellationToken cancellation);

    /// <summary>A list with a page of its rows: what will be retried, then what became of each.</summary>
    Task<Outcome<RetryList>> RetryListAsync(ActingUser user, RetryListQuery query, CancellationToken cancellation);

    /// <summary>Begins to retry exactly the list with this hash, or goes on with one that was stopped. <c>Conflict</c> when it is another list than was shown.</summary>
    Task<Outcome<bool>> RetryAllAsync(ActingUser user, Guid list, string hash, CancellationToken cancellation);

    /// <summary>Stops a list; rows under way come to their end.</summary>
    Task<Outcome<bool>> StopAsync(ActingUser user, Guid list, CancellationToken cancellation);
}

/// <summary>What incidents are wanted.</summary>
/// <param name="Search">Business key, process, element or message; null for all.</param>
/// <param name="Offset">0 or more.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record IncidentQuery(string? Search, int Offset, int Limit);

/// <summary>A page of incidents.</summary>
public sealed record IncidentPage(IReadOnlyList<IncidentView> Incidents, int Total);

/// <summary>An incident in a list.</summary>
/// <param name="IncidentKey">The incident.</param>
/// <param name="Case">Its case.</param>
/// <param name="ElementId">The element that waits.</param>
/// <param name="ElementName">Its name.</param>
/// <param name="Code">A stable code: <c>ExpressionFailed</c>, <c>JobFailed</c>, <c>NoConditionTrue</c>, …</param>
/// <param name="Message">What was expected and what was found.</param>
/// <param name="At">When it happened.</param>
public sealed record IncidentView(
    long IncidentKey, CaseReference Case, string ElementId, string ElementName, string Code, string Message, DateTimeOffset At)
{
    /// <summary>The job that failed, when it was one.</summary>
    public string? JobType { get; init; }

    /// <summary>Set when somebody has already retried it.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }
}

/// <summary>An incident with what its page shows.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Version">The case's version; a write names it.</param>
/// <param name="VariablesJson">The variables the element sees, a JSON object, without personal values.</param>
/// <param name="MayAct">True when the user may retry.</param>
public sealed record IncidentDetail(IncidentView Incident, long Version, string VariablesJson, bool MayAct);

/// <summary>A retry.</summary>
/// <param name="Request">Idempotency key.</param>
/// <param name="IncidentKey">The incident.</param>
/// <param name="Version">The version that the page showed.</param>
/// <param name="VariablesJson">Variables to set in the element's scope before the retry, a JSON object; null for none.</param>
/// <param name="Reason">Why; mandatory when variables are changed.</param>
public sealed record IncidentAction(Guid Request, long IncidentKey, long Version, string? VariablesJson, string? Reason);

/// <summary>Incidents that say the same, as <see cref="FailureGroup"/> tells them.</summary>
public sealed record FailureKey(string ProcessId, string ElementId, string Code, string Message);

/// <summary>What of a list of retries is wanted.</summary>
/// <param name="List">Its id.</param>
/// <param name="Outcome">Rows with this outcome alone; null for all.</param>
/// <param name="Offset">0 or more.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record RetryListQuery(Guid List, RetryOutcome? Outcome, int Offset, int Limit);

/// <summary>Where a list stands.</summary>
public enum RetryListState
{
    /// <summary>Nothing was retried yet.</summary>
    Shown = 1,

    Running = 2,

    /// <summary>By hand; may go on.</summary>
    Stopped = 3,

    Done = 4,
}

/// <summary>What became of a row.</summary>
public enum RetryOutcome
{
    Retried = 1,

    /// <summary>It was cured before its turn and left as it was.</summary>
    Cured = 2,

    Refused = 3,
}

/// <summary>A frozen list of incidents.</summary>
/// <param name="Id">The list.</param>
/// <param name="Hash">What the rows are held by; carrying out names it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Failure">What all of them say.</param>
/// <param name="ProcessName">Name of the process.</param>
/// <param name="ElementName">Name of the element.</param>
/// <param name="CreatedBy">Account that made the list.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="Total">How many.</param>
/// <param name="Retried">Retried so far.</param>
/// <param name="Cured">Found cured and left alone so far.</param>
/// <param name="Refused">Refused by the engine so far.</param>
/// <param name="Rows">A page of rows.</param>
public sealed record RetryList(
    Guid Id, string Hash, RetryListState State, FailureKey Failure, string ProcessName, string ElementName, string CreatedBy, DateTimeOffset CreatedAt, int Total, int Retried, int Cured, int Refused,
    IReadOnlyList<RetryRow> Rows)
{
    public int Ended => Retried + Cured + Refused;
}

/// <summary>One incident of a list.</summary>
/// <param name="IncidentKey">The incident.</param>
/// <param name="Case">Its case.</param>
/// <param name="Message">What it said when the list was made.</param>
/// <param name="Outcome">What became of it; null before its turn.</param>
/// <param name="OutcomeMessage">Why it was refused.</param>
public sealed record RetryRow(long IncidentKey, CaseReference Case, string? Message, RetryOutcome? Outcome, string? OutcomeMessage);
