namespace Orchestrator.Contracts.Cases;

/// <summary>What a convocation says (RFC 5546): come, or do not come after all.</summary>
public enum ConvocationMethod
{
    /// <summary>First invitation, or the changed time of one that was sent before.</summary>
    Request = 1,

    /// <summary>The session does not take place; only who was invited before is told.</summary>
    Cancel = 2,
}
