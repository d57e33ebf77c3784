namespace Orchestrator.Cases.Model;

/// <summary>A site of an accredited operator while it is valid.</summary>
internal sealed class ProviderSite
{
    public required string TaxCode { get; init; }

    /// <summary>ISTAT code.</summary>
    public required string Municipality { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null while it is valid.</summary>
    public DateOnly? ValidTo { get; set; }

    public string? Services { get; set; }
}
