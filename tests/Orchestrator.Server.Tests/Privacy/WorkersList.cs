using System.Globalization;
using System.Text;

namespace Orchestrator.Server.Tests.Privacy;

/// <summary>What the report must say about a line of the file: the field and code of each error; none for a good row.</summary>
internal sealed record ExpectedRow(int Line, Person Person, IReadOnlyList<(string Field, string Code)> Errors)
{
    public bool IsGood => Errors.Count == 0;
}

/// <summary>A <c>lavoratori.csv</c> of invented people, the same for the same seed, with what must be said about each of its rows.</summary>
internal sealed class WorkersList
{
    private static readonly string[] s_columns = ["codice_fiscale", "cognome", "nome", "email", "cellulare", "comune_domicilio_istat", "indirizzo", "mansione", "data_assunzione", "ore_settimanali"];

    private readonly List<ExpectedRow> _rows = [];
    private readonly StringBuilder _text = new();
    private readonly Random _chance;
    private readonly char _separator;

    private WorkersList(int seed, char separator)
    {
        _chance = new Random(seed);
        _separator = separator;
    }

    public IReadOnlyList<ExpectedRow> Rows => _rows;

    public IReadOnlyList<ExpectedRow> Good => [.. _rows.Where(row => row.IsGood)];

    public byte[] Content { get; private set; } = [];

    /// <summary>How many good rows have an e-mail address: so many mails go out for a session that all are invited to.</summary>
    public int WithEmail { get; private set; }

    /// <param name="seed">Another seed, other people and other faults.</param>
    /// <param name="count">Rows of the file.</param>
    /// <param name="separator"><c>;</c> or <c>,</c>.</param>
    /// <param name="byteOrderMark">As a spreadsheet writes it.</param>
    public static WorkersList Of(int seed, int count, char separator, bool byteOrderMark)
    {
        var list = new WorkersList(seed, separator);
        list._text.AppendJoin(separator, s_columns).Append("\r\n");
        for (var number = 1; number <= count; number++) list.Add(number);
        var text = Encoding.UTF8.GetBytes(list._text.ToString());
        list.Content = byteOrderMark ? [.. Encoding.UTF8.Preamble, .. text] : text;
        return list;
    }

    private void Add(int number)
    {
        var person = Person.Invent(_chance, number);
        var line = number + 1;
        switch (_chance.Next(100))
        {
            case < 8: Add(line, person, [("codice_fiscale", "CF_CHECK")], code: person.WrongCode); break;
            case < 12: Add(line, person, [("codice_fiscale", "CF_STRUCTURE")], code: person.TaxCode[..15]); break;
            case < 17 when Good is { Count: > 0 } good:
                // The same person once more, written in small letters.
                var earlier = good[_chance.Next(good.Count)].Person;
                Add(line, earlier, [("codice_fiscale", "DUPLICATE_IN_FILE")], code: earlier.TaxCode.ToLowerInvariant());
                break;
            case < 22: Add(line, person, [("comune_domicilio_istat", "MUNICIPALITY_UNKNOWN")], municipality: "001999"); break;
            case < 25: Add(line, person, [("comune_domicilio_istat", "MUNICIPALITY_OUTSIDE_REGION")], municipality: "015146"); break;
            case < 28: Add(line, person with { Name = "" }, [("nome", "REQUIRED_MISSING")]); break;
            case < 31: Broken(line, person); break;
            case < 33: Add(line, person, [("data_assunzione", "DATE_SYNTAX")], hired: "31/12/2010"); break;
            case < 35: Add(line, person, [("ore_settimanali", "NUMBER_SYNTAX")], hours: "169"); break;
            case < 41: Add(line, person with { Email = "" }, []); break;
            default:
                Add(line, person, []);
                WithEmail++;
                break;
        }
    }

    // A line with the separator of the other kind of file: one field where there should be ten.
    private void Broken(int line, Person person)
    {
        var other = _separator == ';' ? ',' : ';';
        _rows.Add(new(line, person, [("", "ROW_BROKEN")]));
        _text.AppendJoin(other, person.TaxCode, person.Surname, person.Name, person.Email, person.Mobile, "001272", "Via Po 1", "Operaio", "2010-05-31", "40").Append("\r\n");
    }

    private void Add(
        int line, Person person, IReadOnlyList<(string Field, string Code)> errors, string? code = null, string municipality = "001272", string hired = "2010-05-31", string hours = "38,5")
    {
        _rows.Add(new(line, person, errors));
        string[] values = [code ?? person.TaxCode, person.Surname, person.Name, person.Email, person.Mobile, municipality, $"Via Po {line.ToString(CultureInfo.InvariantCulture)}; scala A, interno 2", "Operaio", hired, hours];
        _text.AppendJoin(_separator, values.Select(Quoted)).Append("\r\n");
    }

    private static string Quoted(string value) => value.AsSpan().IndexOfAny(";,\"") >= 0 ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}
