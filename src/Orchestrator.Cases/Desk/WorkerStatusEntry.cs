namespace Orchestrator.Cases.Desk;

/// <summary>Something about the person changes the case.</summary>
/// <param name="Request">Made by the form: the same request sent twice is recorded once.</param>
/// <param name="Case">Opaque id.</param>
/// <param name="Status">One of <see cref="WorkerStatus.All"/>.</param>
/// <param name="Reason">Needed for <see cref="WorkerStatus.Declined"/>; without health data and documents.</param>
/// <param name="Municipality">New domicile (ISTAT code), for <see cref="WorkerStatus.CentreChanged"/> only.</param>
public sealed record WorkerStatusEntry(Guid Request, string Case, string Status, string? Reason, string? Municipality = null);
