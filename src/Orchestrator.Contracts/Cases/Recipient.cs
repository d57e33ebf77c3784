namespace Orchestrator.Contracts.Cases;

/// <summary>Somebody to be invited; personal data.</summary>
/// <param name="CaseId">Opaque id, the only part that may leave the handler.</param>
/// <param name="FullName">Name and surname.</param>
/// <param name="Email">Null when there is none: the person needs a telephone call.</param>
/// <param name="Language">Two letters of ISO 639-1; <c>it</c> unless the registry knows better.</param>
public sealed record Recipient(string CaseId, string FullName, string? Email, string Language)
{
    /// <summary>The opaque id alone, so that a log never holds the person.</summary>
    public override string ToString() => "Recipient " + CaseId;
}
