using System.Globalization;
using CsvHelper;
using Orchestrator.Cases.Model;

namespace Orchestrator.Cases.Reference;

/// <summary>The reference files that the assembly carries: municipalities and centres. A file that breaks its own rules is a bug and throws.</summary>
internal static class ReferenceTables
{
    /// <summary>Stands for "since before the programme" in a key that cannot be empty.</summary>
    internal static readonly DateOnly Always = new(1900, 1, 1);

    private const string CentresFile = "centri.csv";
    private const string MunicipalitiesFile = "comuni-cpi.csv";
    private const string PopulationFile = "popolazione.csv";

    private static readonly CsvReaderOptions s_options = new() { Separator = ',', CommentPrefix = '#', TrackLineNumbers = true };

    /// <summary>All centres, by code.</summary>
    public static IReadOnlyList<EmploymentCentre> ReadCentres() => Read(CentresFile, row => new EmploymentCentre
    {
        Code = Needed(row, "codice"),
        Name = Needed(row, "centro"),
        Province = Needed(row, "provincia"),
    });

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

    private static DateOnly? Day(CsvReader row, string column) =>
        row.GetString(column) is { Length: > 0 } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
