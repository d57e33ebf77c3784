using System.Globalization;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Imports.Kinds;

/// <summary>Reads the values of one staged line and collects what is wrong with them. Messages say what to do and repeat no value.</summary>
internal sealed class LineChecks
{
    private readonly IReadOnlyDictionary<string, string> _values;
    private readonly List<RowIssue> _issues = [];

    public LineChecks(StagedLine line, FileFormat format)
    {
        _values = ImportDesk.ValuesOf(line);
        foreach (var column in format.Required.Where(column => !_values.ContainsKey(column)))
            Error(column, RowCode.RequiredMissing, "Il valore manca: indicarlo.");
    }

    /// <summary>An error keeps the line out.</summary>
    public bool IsGood => _issues.TrueForAll(issue => issue.Severity != RowSeverity.Error);

    /// <summary>The value of <paramref name="column"/>, or null.</summary>
    public string? Text(string column) => _values.GetValueOrDefault(column);

    /// <summary>A person's code in its canonical form; null when it is missing or wrong, which is noted.</summary>
    public string? Person(string column, DateOnly today)
    {
        if (Text(column) is not { } text)
            return null;
        var (code, problem) = CodiceFiscaleReader.Read(text, today);
        if (code is not null)
            return code.Canonical;
        Error(column, problem switch
        {
            CodiceFiscaleProblem.Structure => RowCode.CfStructure,
            CodiceFiscaleProblem.Date => RowCode.CfDate,
            _ => RowCode.CfCheck,
        }, "Il codice fiscale della persona non è corretto: ricopiarlo dal documento.");
        return null;
    }

    /// <summary>The tax code of a company or of an employer; employers may be persons.</summary>
    public string? Company(string column, DateOnly today)
    {
        if (Text(column) is not { } text)
            return null;
        if (PartitaIva.IsValid(text) || CodiceFiscaleReader.Read(text, today).Code is not null)
            return text.ToUpperInvariant();
        Error(column, RowCode.TaxCode, "Il codice fiscale dell'ente deve avere 11 cifre (16 caratteri per una persona) e il carattere di controllo giusto: ricontrollarlo.");
        return null;
    }

    public DateOnly? Day(string column)
    {
        if (Text(column) is not { } text)
            return null;
        if (WorkerValues.ReadDay(text) is { } day)
            return day;
        Error(column, RowCode.DateSyntax, "La data deve essere scritta come 2010-05-31 (anno, mese, giorno).");
        return null;
    }

    public decimal? Number(string column, decimal max)
    {
        if (Text(column) is not { } text)
            return null;
        if (WorkerValues.ReadNumber(text, max) is { } number)
            return number;
        Error(column, RowCode.NumberSyntax, FormattableString.Invariant($"Il valore deve essere un numero da 0 a {max}, con al più due decimali."));
        return null;
    }

    /// <summary>A whole number; what is none, or out of the range, is noted.</summary>
    public int? Whole(string column, int min, int max)
    {
        if (Text(column) is not { } text)
            return null;
        if (ReadWhole(text) is { } number && number >= min && number <= max)
            return number;
        Error(column, RowCode.NumberSyntax, FormattableString.Invariant($"Il valore deve essere un numero intero da {min} a {max}."));
        return null;
    }

    /// <summary>Digits alone; null when it is something else.</summary>
    public static int? ReadWhole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What <paramref name="read"/> makes of the value; when it makes nothing of it, the names that exist are listed.</summary>
    public T? OneOf<T>(string column, Func<string, T?> read, IReadOnlyList<string> names)
        where T : struct
    {
        if (Text(column) is not { } text)
            return null;
        if (read(text) is { } value)
            return value;
        Error(column, RowCode.NotAnOption, $"Il valore non è previsto. Valori ammessi: {string.Join(", ", names)}.");
        return null;
    }

    public void Error(string column, string code, string message) => _issues.Add(new(column, code, RowSeverity.Error, message));

    public void Warning(string column, string code, string message) => _issues.Add(new(column, code, RowSeverity.Warning, message));

    /// <summary>Writes the answer to the line.</summary>
    public void Answer(CasesContext context, StagedLine line)
    {
        line.IsGood = IsGood;
        context.RowFindings.AddRange(ImportDesk.FindingsOf(line.ImportId, line.RowNumber, _issues));
    }
}
