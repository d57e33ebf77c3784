using System.Globalization;
using CsvHelper;
using Orchestrator.Cases.Model;

namespace Orchestrator.Cases.Reference;

/// <summary>The reference files that the assembly carries: municipalities, centres, seats, hours and coordinates. A file that breaks its own rules is a bug and throws.</summary>
internal static class ReferenceTables
{
    /// <summary>Stands for "since before the programme" in a key that cannot be empty.</summary>
    internal static readonly DateOnly Always = new(1900, 1, 1);

    private const string CentresFile = "centri.csv";
    private const string MunicipalitiesFile = "comuni-cpi.csv";
    private const string PopulationFile = "popolazione.csv";
    private const string CoordinatesFile = "coordinate.csv";
    private const string HoursFile = "orari.csv";

    private static readonly CsvReaderOptions s_options = new() { Separator = ',', CommentPrefix = '#', TrackLineNumbers = true };

    private static readonly Lazy<IReadOnlyList<CentreSeat>> s_seats = new(ReadSeats);
    private static readonly Lazy<IReadOnlyDictionary<string, CentreHours>> s_hours = new(ReadHours);
    private static readonly Lazy<IReadOnlyDictionary<string, GeoPoint>> s_points = new(ReadPoints);

    /// <summary>All seats, by code of their centre.</summary>
    public static IReadOnlyList<CentreSeat> Seats => s_seats.Value;

    /// <summary>Working hours by code of the centre.</summary>
    public static IReadOnlyDictionary<string, CentreHours> Hours => s_hours.Value;

    /// <summary>Where each municipality lies, by ISTAT code.</summary>
    public static IReadOnlyDictionary<string, GeoPoint> Points => s_points.Value;

    /// <summary>All centres, by code.</summary>
    public static IReadOnlyList<EmploymentCentre> ReadCentres() => [.. Read(CentresFile, row => new EmploymentCentre
    {
        Code = Needed(row, "codice"),
        Name = Needed(row, "centro"),
        Province = Needed(row, "provincia"),
    }).DistinctBy(centre => centre.Code)];

    /// <summary>All municipalities with every period of validity.</summary>
    public static IReadOnlyList<Municipality> ReadMunicipalities() => Read(MunicipalitiesFile, row => new Municipality
    {
        IstatCode = Needed(row, "istat"),
        Name = Needed(row, "comune"),
        Province = Needed(row, "provincia"),
        Belfiore = Needed(row, "belfiore"),
        CentreCode = Needed(row, "centro"),
        ValidFrom = Day(row, "dal") ?? Always,
        ValidTo = Day(row, "al"),
    });

    /// <summary>Inhabitants by ISTAT code.</summary>
    public static IReadOnlyDictionary<string, long> ReadPopulation() =>
        Read(PopulationFile, row => (Istat: Needed(row, "istat"), Inhabitants: long.Parse(Needed(row, "popolazione"), NumberStyles.None, CultureInfo.InvariantCulture)))
            .ToDictionary(row => row.Istat, row => row.Inhabitants, StringComparer.Ordinal);

    private static List<CentreSeat> ReadSeats() => Read(CentresFile, row => new CentreSeat(
        Needed(row, "codice"), Needed(row, "centro"), Needed(row, "istat_sede"), row.GetString("sede") ?? "", Whole(row, "capienza")));

    private static Dictionary<string, GeoPoint> ReadPoints() =>
        Read(CoordinatesFile, row => (Code: Needed(row, "istat"), Point: new GeoPoint(Degrees(row, "lat"), Degrees(row, "lon"))))
            .ToDictionary(row => row.Code, row => row.Point, StringComparer.Ordinal);

    private static Dictionary<string, CentreHours> ReadHours() =>
        Read(HoursFile, row => new CentreHours(
            Needed(row, "centro"), Whole(row, "operatori"), Whole(row, "sale"), Time(row, "dalle"), Time(row, "alle"), Time(row, "pausa_dalle"), Time(row, "pausa_alle"),
            Needed(row, "giorni").Select(digit => (DayOfWeek)((digit - '0') % 7)).ToHashSet(), Whole(row, "ore_giorno")))
            .ToDictionary(row => row.Centre, StringComparer.Ordinal);

    private static List<T> Read<T>(string file, Func<CsvReader, T> make)
    {
        var stream = typeof(ReferenceTables).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"Expected the assembly to carry {file}, but it does not.");
        using var csv = CsvReader.Create(stream, s_options);
        var rows = new List<T>();
        while (csv.Read())
            rows.Add(make(csv));
        return rows;
    }

    private static string Needed(CsvReader row, string column) =>
        row.GetString(column) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Expected a value in column {column}, but line {row.LineNumber} has none."));

    private static int Whole(CsvReader row, string column) => int.Parse(Needed(row, column), NumberStyles.None, CultureInfo.InvariantCulture);

    private static double Degrees(CsvReader row, string column) => double.Parse(Needed(row, column), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static TimeOnly Time(CsvReader row, string column) => TimeOnly.ParseExact(Needed(row, column), "HH:mm", CultureInfo.InvariantCulture);

    private static DateOnly? Day(CsvReader row, string column) =>
        row.GetString(column) is { Length: > 0 } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
