namespace Orchestrator.Contracts.Cases;

/// <summary>A case that already exists in the crisis of an import for a person of the list; personal data.</summary>
public sealed record ExistingCase(string CanonicalCodiceFiscale, string CaseId)
{
    /// <summary>The opaque id alone, so that a log never holds the person.</summary>
    public override string ToString() => "Existing case " + CaseId;
}
