namespace Orchestrator.Cases.Model;

/// <summary>A private operator accredited for labour services, as the register knows it.</summary>
internal sealed class AccreditedProvider
{
    /// <summary>Eleven digits.</summary>
    public required string TaxCode { get; init; }

    public required string Name { get; set; }

    public required string RegisterNumber { get; set; }

    /// <summary>Of the office, not of a person.</summary>
    public string? Email { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }
}
