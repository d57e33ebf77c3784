namespace Orchestrator.Contracts.Cases;

/// <summary>What processes tell of cases. Each call may be repeated with the same event key. Part of <see cref="ICaseRegistry"/>, whose remarks hold here.</summary>
public interface ICaseEvents
{
    /// <summary>Keeps a state. Refused: NOT_FOUND.</summary>
    Task RecordStateAsync(CaseProgress progress, CancellationToken cancellation);

    /// <summary>Keeps an outcome and ends the case's waits. Refused: NOT_FOUND.</summary>
    Task RecordOutcomeAsync(PathwayEnd end, CancellationToken cancellation);
}
