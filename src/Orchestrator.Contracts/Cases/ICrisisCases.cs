namespace Orchestrator.Contracts.Cases;

/// <summary>Cases of a crisis: how lists become cases, which centre is theirs, how one writes to them. Part of <see cref="ICaseRegistry"/>, whose remarks hold here.</summary>
public interface ICrisisCases
{
    /// <summary>
    /// Enters the good rows of a checked list, unless that was done before, and says of every case of it whether it is in scope. Idempotent on crisis and
    /// person: whoever has a case in the crisis keeps it, and gets the agreement when the case had none. Refused: NOT_FOUND; WRONG_STATE when the list is not
    /// checked yet, has no good row, or was rejected; INVALID when it belongs to another crisis.
    /// </summary>
    Task<CasesLoaded> LoadCasesAsync(CaseLoad load, AccessReason reason, CancellationToken cancellation);

    /// <summary>
    /// Finds the centre that is competent for the domicile of a case on <paramref name="day"/>, and keeps it with the case when there is one. Refused: NOT_FOUND.
    /// </summary>
    Task<CentreAnswer> RefreshCentreAsync(string caseId, DateOnly day, AccessReason reason, CancellationToken cancellation);

    /// <summary>Names and addresses of these cases (1 to <see cref="CaseLimits.PageRowsMax"/>), in the order of their ids. Refused: NOT_FOUND when one does not exist.</summary>
    Task<IReadOnlyList<Recipient>> ReadRecipientsOfAsync(IReadOnlyList<string> caseIds, AccessReason reason, CancellationToken cancellation);

    /// <summary>
    /// The seat nearest to <paramref name="municipality"/> (ISTAT code; null for the seat of the crisis's company) whose hall holds <paramref name="capacity"/>
    /// persons (null for any); the nearest of all, and said so, when none does. Refused: NOT_FOUND crisis; INVALID when no place is known or it is not in Piemonte.
    /// </summary>
    Task<NearestCentre> FindNearestCentreAsync(string crisis, string? municipality, int? capacity, CancellationToken cancellation);

    /// <summary>Accredited operators with a site in the basin of a centre that is valid on <paramref name="day"/>, by name.</summary>
    Task<IReadOnlyList<OperatorContact>> ListOperatorsAsync(string centre, DateOnly day, CancellationToken cancellation);
}
