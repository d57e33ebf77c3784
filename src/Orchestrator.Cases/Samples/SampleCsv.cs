using System.Globalization;
using System.Text;

namespace Orchestrator.Cases.Samples;

/// <summary>Writes a table: <c>;</c>, a header, one line feed a row; a value that holds a separator, a quote or a line break is quoted.</summary>
internal sealed class SampleCsv
{
    private readonly StringBuilder _text = new();
    private readonly int _columns;

    public SampleCsv(params IReadOnlyList<string> header)
    {
        _columns = header.Count;
        Write(header);
    }

    /// <summary>Rows without the header.</summary>
    public int Rows { get; private set; }

    /// <exception cref="ArgumentException">The number of values is not that of the header.</exception>
    public void Add(params IReadOnlyList<string> values)
    {
        if (values.Count != _columns)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Expected {_columns} values, but found {values.Count}."), nameof(values));
        Write(values);
        Rows++;
    }

    public SampleFile File(string name) => new(name, _text.ToString(), Rows);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Write(IReadOnlyList<string> values) => _text.AppendJoin(';', values.Select(Quoted)).Append('\n');

    private static string Quoted(string value) =>
        value.AsSpan().IndexOfAny(";\"\n\r") >= 0 ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}
