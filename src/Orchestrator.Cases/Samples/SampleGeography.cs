using Orchestrator.Cases.Reference;

namespace Orchestrator.Cases.Samples;

/// <summary>
/// Where people live and were born. Domiciles follow gravity, inhabitants by the square of the distance to the site. The reference has no coordinates, so the distance
/// is nominal: within the site's municipality, its basin, its province; farther than 45 km, in another province, nobody is drawn.
/// </summary>
internal static class SampleGeography
{
    private const long SameMunicipalityKm = 6;
    private const long SameBasinKm = 12;
    private const long SameProvinceKm = 25;

    /// <summary>Keeps small places apart when a weight is divided by the square of a distance.</summary>
    private const long Scale = 1_000;

    private static readonly string[] s_elsewhereInItaly = ["A662", "B354", "C351", "D969", "F205", "F839", "G273", "H224", "H501", "L736"];
    private static readonly string[] s_abroad = ["Z100", "Z110", "Z129", "Z330", "Z335", "Z605", "Z611"];

    public static IReadOnlyList<SampleMunicipality> All { get; } = Read();

    public static IReadOnlyDictionary<string, SampleMunicipality> ByIstat { get; } = All.ToDictionary(place => place.Istat, StringComparer.Ordinal);

    /// <summary>Any place of the region, by inhabitants.</summary>
    public static WeightedList<SampleMunicipality> Inhabited { get; } = new(All.Select(place => (place, place.Population)));

    /// <summary>The seat of each centre, by the centre's code.</summary>
    public static IReadOnlyDictionary<string, SampleMunicipality> Seats { get; } = ReferenceTables.ReadCentres()
        .ToDictionary(centre => centre.Code, centre => All.Single(place => place.Name == centre.Name && place.Province == centre.Province), StringComparer.Ordinal);

    /// <summary>Domiciles of who works at <paramref name="site"/>.</summary>
    public static WeightedList<SampleMunicipality> Around(SampleMunicipality site) => new(All.Select(place => (place, Gravity(place, site))));

    /// <summary>Belfiore code of a birth place: three of four were born where others live around, the others elsewhere in Italy or abroad.</summary>
    public static string BirthPlace(SampleChance chance, long number, WeightedList<SampleMunicipality> around) => chance.Below(number, "born where", 100) switch
    {
        < 75 => chance.Pick(number, "birth place", around).Belfiore,
        < 89 => chance.Pick(number, "birth place", s_elsewhereInItaly),
        _ => chance.Pick(number, "birth place", s_abroad),
    };

    private static long Gravity(SampleMunicipality place, SampleMunicipality site)
    {
        if (place.Province != site.Province)
            return 0;
        var km = place.Istat == site.Istat ? SameMunicipalityKm : place.Centre == site.Centre ? SameBasinKm : SameProvinceKm;
        return place.Population * Scale / (km * km);
    }

    private static List<SampleMunicipality> Read()
    {
        var population = ReferenceTables.ReadPopulation();
        return [.. ReferenceTables.ReadMunicipalities()
            .Where(row => row.ValidTo is null)
            .Select(row => new SampleMunicipality(row.IstatCode, row.Name, row.Province, row.Belfiore, row.CentreCode, population.GetValueOrDefault(row.IstatCode)))
            .OrderBy(row => row.Istat, StringComparer.Ordinal)];
    }
}
