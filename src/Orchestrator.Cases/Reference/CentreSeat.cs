namespace Orchestrator.Cases.Reference;

/// <summary>A seat of a centre; reference data.</summary>
/// <param name="Municipality">ISTAT code.</param>
/// <param name="Name">Empty where a centre has one seat.</param>
/// <param name="HallPlaces">Persons that its largest hall holds.</param>
internal sealed record CentreSeat(string Centre, string CentreName, string Municipality, string Name, int HallPlaces)
{
    /// <summary>What a convocation calls it.</summary>
    public string Venue => Name.Length == 0 ? $"Centro per l'impiego di {CentreName}" : $"Centro per l'impiego di {CentreName}, sede di {Name}";
}
