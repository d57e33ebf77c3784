namespace Orchestrator.Contracts.Cases;

/// <summary>What a convocation says (RFC 5546): come, do not come after all, or do not forget.</summary>
public enum ConvocationMethod
{
    /// <summary>First invitation, or the changed time of one that was sent before.</summary>
    Request = 1,

    /// <summary>The session does not take place; only who was invited before is told.</summary>
    Cancel = 2,

    /// <summary>Reminds who was invited before; the calendar entry stays as it is.</summary>
    Remind = 3,
}
