namespace Orchestrator.Contracts.Cases;

/// <summary>What reports are made of. Part of <see cref="ICaseRegistry"/>, whose remarks hold here.</summary>
public interface IOutcomeRegistry
{
    /// <summary>Freezes the figures of all cases of a crisis. The same job again gives the same snapshot. Refused: NOT_FOUND.</summary>
    Task<SnapshotTaken> TakeSnapshotAsync(SnapshotRequest request, AccessReason reason, CancellationToken cancellation);

    /// <summary>A page of a snapshot. Refused: NOT_FOUND.</summary>
    Task<SnapshotPage> ReadSnapshotAsync(Guid snapshot, string? afterCase, int take, CancellationToken cancellation);

    /// <summary>
    /// What the employment notices say <paramref name="months"/> (6 or 12) after the end of the case's last pathway (after its start while it goes on), and keeps
    /// it. Refused: NOT_FOUND; INVALID months.
    /// </summary>
    Task<FollowUpAnswer> FollowUpAsync(string caseId, int months, AccessReason reason, CancellationToken cancellation);
}
