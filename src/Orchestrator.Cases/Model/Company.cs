namespace Orchestrator.Cases.Model;

/// <summary>A company, known by its tax code.</summary>
internal sealed class Company
{
    public required string TaxCode { get; init; }

    public string? VatNumber { get; set; }

    public required string Name { get; set; }

    /// <summary>Classification of its activity.</summary>
    public string? Ateco { get; set; }

    /// <summary>ISTAT code of the seat.</summary>
    public string? Municipality { get; set; }
}
