namespace Orchestrator.Cases.Model;

/// <summary>A municipality of Piemonte and its centre while both are valid; reference data. A merger ends one row and begins another.</summary>
internal sealed class Municipality
{
    public required string IstatCode { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null while it is valid.</summary>
    public DateOnly? ValidTo { get; set; }

    public required string Name { get; set; }

    public required string Province { get; set; }

    /// <summary>Cadastral code, as in a codice fiscale.</summary>
    public required string Belfiore { get; set; }

    public required string CentreCode { get; set; }
}
