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
