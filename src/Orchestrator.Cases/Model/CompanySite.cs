namespace Orchestrator.Cases.Model;

/// <summary>A site of a company, as the dossier of a crisis names it.</summary>
internal sealed class CompanySite
{
    public required string CrisisCode { get; init; }

    /// <summary>Place in the form, from 1.</summary>
    public required int Position { get; init; }

    public required string Address { get; init; }

    /// <summary>The address without case, punctuation and double spaces: what two dossiers are compared by.</summary>
    public required string AddressKey { get; init; }

    /// <summary>ISTAT code.</summary>
    public required string Municipality { get; init; }

    /// <summary>Code of the province; null outside the region.</summary>
    public string? Province { get; init; }

    public required int Workers { get; init; }
}
