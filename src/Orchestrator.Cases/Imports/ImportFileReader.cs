using System.Globalization;
using System.Text;
using CsvHelper;
using Orchestrator.Cases.Desk;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Imports;

/// <summary>
/// Reads an uploaded file: UTF-8 with or without byte order mark, <c>;</c> or <c>,</c>, a header with the columns of its <see cref="FileFormat"/> in any order.
/// A file that is not that is refused whole; a row that is not is kept with its reason, and a quote that is never closed breaks its own line only.
/// </summary>
internal static class ImportFileReader
{
    private const string Field = "content";
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ImportFile Read(ReadOnlyMemory<byte> content, FileFormat format)
    {
        if (WhyNotReadable(content, format) is { } unreadable)
            return new([], unreadable);

        var malformed = new Dictionary<long, CsvMalformedReason>();
        using var csv = CsvReader.Create(content, Options(SeparatorOf(content.Span), malformed));
        csv.ReadHeader();
        var headers = csv.Headers.ToArray().Select(Normalised).ToArray();
        if (HeaderRules.WhyNot(headers, format) is { } wrongHeader)
            return new([], wrongHeader);

        var rows = new List<FileRow>();
        while (csv.Read())
        {
            if (rows.Count == CaseLimits.ImportRowsMax)
                return new([], Problem("TOO_MANY_ROWS", string.Create(CultureInfo.InvariantCulture, $"Il file ha più di {CaseLimits.ImportRowsMax} righe: dividerlo in più file.")));
            rows.Add(ReadRow(csv, headers));
        }
        if (rows.Count == 0)
            return new([], Problem("NO_ROWS", "Il file contiene solo l'intestazione: aggiungere le righe."));
        return new([.. rows.Select(row => WithMalformed(row, malformed))], null);
    }

    private static FieldProblem? WhyNotReadable(ReadOnlyMemory<byte> content, FileFormat format)
    {
        if (content.Length == 0)
            return Problem("EMPTY_FILE", $"Il file è vuoto: scegliere il file {format.FileName}.");
        if (content.Length > CaseLimits.ImportBytesMax)
            return Problem("FILE_TOO_LARGE", string.Create(CultureInfo.InvariantCulture, $"Il file supera {CaseLimits.ImportBytesMax / 1024 / 1024} MiB: dividerlo in più file."));
        if (content.Span.StartsWith("PK"u8))
            return Problem("NOT_CSV", "Il file è una cartella di lavoro (per esempio .xlsx), non un CSV: salvarlo come «CSV UTF-8».");
        try
        {
            _ = s_strict.GetCharCount(content.Span);
        }
        catch (DecoderFallbackException)
        {
            return Problem("NOT_UTF8", "Il file non è in codifica UTF-8: salvarlo come «CSV UTF-8».");
        }
        return content.Span.Contains((byte)0)
            ? Problem("NOT_UTF8", "Il file non è in codifica UTF-8 (sembra UTF-16 o un file binario): salvarlo come «CSV UTF-8».")
            : null;
    }

    private static CsvReaderOptions Options(char separator, Dictionary<long, CsvMalformedReason> malformed) => new()
    {
        Separator = separator,
        AllowLineBreaksInQuotes = false, // one bad quote must not swallow the rest of the file
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false, // personal data
        FieldCountMismatch = CsvFieldCountHandling.Allow,
        OnMalformedRecord = record => malformed[record.LineNumber] = record.Reason,
    };

    private static FileRow ReadRow(CsvReader csv, string[] headers)
    {
        var number = checked((int)csv.LineNumber);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var broken = new List<RowIssue>();
        for (var i = 0; i < Math.Min(csv.FieldCount, headers.Length); i++)
        {
            var value = csv.GetString(i).Trim();
            if (value.Length > CaseLimits.ImportFieldCharsMax)
            {
                broken.Add(new(headers[i], RowCode.TooLong, RowSeverity.Error, string.Create(CultureInfo.InvariantCulture, $"Il valore supera {CaseLimits.ImportFieldCharsMax} caratteri: abbreviarlo.")));
                value = "";
            }
            if (value.Length > 0)
                values[headers[i]] = value;
        }
        if (csv.FieldCount != headers.Length)
        {
            broken.Add(Broken(string.Create(
                CultureInfo.InvariantCulture, $"La riga ha {csv.FieldCount} campi invece di {headers.Length}: controllare i separatori; un testo che contiene il separatore va tra virgolette.")));
        }
        return new(number, values, broken);
    }

    private static FileRow WithMalformed(FileRow row, Dictionary<long, CsvMalformedReason> malformed) =>
        malformed.TryGetValue(row.RowNumber, out var reason)
            ? row with { Broken = [Broken(Explain(reason)), .. row.Broken] }
            : row;

    private static string Explain(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.StrayQuote => "La riga ha virgolette in mezzo a un campo: racchiudere tutto il campo tra virgolette e raddoppiare quelle interne.",
        CsvMalformedReason.TextAfterClosingQuote => "La riga ha testo dopo le virgolette di chiusura di un campo: correggere le virgolette.",
        _ => "La riga ha virgolette che non si chiudono sulla stessa riga: chiuderle o toglierle.",
    };

    private static RowIssue Broken(string message) => new("", RowCode.RowBroken, RowSeverity.Error, message);

    // The header's own names contain neither separator, so the one that occurs there is the file's.
    private static char SeparatorOf(ReadOnlySpan<byte> content)
    {
        var end = content.IndexOfAny((byte)'\r', (byte)'\n');
        return (end < 0 ? content : content[..end]).Contains((byte)';') ? ';' : ',';
    }

    private static string Normalised(string header) => header.Trim().ToLowerInvariant();

    private static FieldProblem Problem(string code, string message) => new(Field, code, message);
}
