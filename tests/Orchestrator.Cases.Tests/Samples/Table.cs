using Orchestrator.Cases.Samples;

namespace Orchestrator.Cases.Tests.Samples;

/// <summary>A file of a sample, read as anyone would: no value of it needs quotes.</summary>
internal sealed class Table
{
    private readonly Dictionary<string, int> _places;

    private Table(SampleFile file)
    {
        var lines = file.Text.Split('\n');
        Header = lines[0];
        _places = Header.Split(';').Select((name, place) => (name, place)).ToDictionary(column => column.name, column => column.place, StringComparer.Ordinal);
        Rows = [.. lines.Skip(1).SkipLast(1).Select(line => line.Split(';'))];
    }

    public string Header { get; }

    public IReadOnlyList<string[]> Rows { get; }

    public int Columns => _places.Count;

    public static Table Of(SampleSet set, string name) => new(set[name]);

    public IEnumerable<string> this[string column] => Rows.Select(row => row[_places[column]]);

    public string At(string[] row, string column) => row[_places[column]];
}
