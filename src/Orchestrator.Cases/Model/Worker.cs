namespace Orchestrator.Cases.Model;

/// <summary>A person. One row per canonical codice fiscale; everything that identifies the person stands here and nowhere else after an import is accepted.</summary>
internal sealed class Worker
{
    public required Guid Id { get; init; }

    /// <summary>As written on the person's card; may be an omocode.</summary>
    public required string CodiceFiscale { get; set; }

    /// <summary>Decoded, for finding the person again.</summary>
    public required string CanonicalCf { get; init; }

    public required string Surname { get; set; }

    public required string Name { get; set; }

    public string? Email { get; set; }

    public string? Mobile { get; set; }

    /// <summary>ISTAT code of the domicile.</summary>
    public required string Municipality { get; set; }

    public string? Address { get; set; }

    /// <summary>Two letters of ISO 639-1.</summary>
    public required string Language { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }
}
