namespace Orchestrator.Cases.Desk;

/// <summary>The name behind a case id, for a page that shows it; personal data.</summary>
public sealed record PersonName(string CaseId, string Surname, string Name, string Centre)
{
    /// <summary>The opaque id alone, so that a log never holds the person.</summary>
    public override string ToString() => "Name of " + CaseId;
}
