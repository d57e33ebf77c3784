namespace Orchestrator.Cases.Desk;

/// <summary>The name behind a case id, and the number to call if one is known, for a page that shows them; personal data.</summary>
public sealed record PersonName(string CaseId, string Surname, string Name, string Centre, string? Mobile)
{
    /// <summary>Surname and name.</summary>
    public string FullName => $"{Surname} {Name}";

    /// <summary>The opaque id alone, so that a log never holds the person.</summary>
    public override string ToString() => "Name of " + CaseId;
}
