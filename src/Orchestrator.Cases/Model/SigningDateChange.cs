namespace Orchestrator.Cases.Model;

/// <summary>A correction of a signing date: what it was, what it became, who and why. Rows are only added.</summary>
internal sealed class SigningDateChange
{
    public required string AgreementCode { get; init; }

    /// <summary>The agreement's version that the correction made.</summary>
    public required long Version { get; init; }

    public required DateOnly Before { get; init; }

    public required DateOnly After { get; init; }

    public required string Reason { get; init; }

    public required string ChangedBy { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}
