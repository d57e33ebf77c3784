namespace Orchestrator.Contracts.Cases;

/// <summary>How far the convocation of one case by one job has come.</summary>
public enum ConvocationState
{
    /// <summary>Written into the index, not yet handed to the mail.</summary>
    Prepared = 1,

    /// <summary>Handed to the mail.</summary>
    Sent = 2,

    /// <summary>The person has no usable e-mail address: somebody must call.</summary>
    NeedsPhoneContact = 3,
}
