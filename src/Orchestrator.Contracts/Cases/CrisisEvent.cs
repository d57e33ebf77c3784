namespace Orchestrator.Contracts.Cases;

/// <summary>An event of a crisis, out of a message of the catalogue.</summary>
/// <param name="MessageKey">The publication's key: the idempotency key.</param>
/// <param name="Crisis">Business key.</param>
/// <param name="Name">The message's name.</param>
/// <param name="At">When it was thrown.</param>
/// <param name="State">The state the crisis is in since then; null when the event says nothing about it.</param>
public sealed record CrisisEvent(long MessageKey, string Crisis, string Name, DateTimeOffset At, CrisisState? State);

/// <summary>How far a crisis is.</summary>
public enum CrisisState
{
    /// <summary>Aperta: registered, nobody has been convened.</summary>
    Open = 1,

    /// <summary>In gestione: the table meets, or its outcome is carried out.</summary>
    InHand = 2,

    /// <summary>Sospesa.</summary>
    Suspended = 3,

    /// <summary>Chiusa.</summary>
    Closed = 4,
}
