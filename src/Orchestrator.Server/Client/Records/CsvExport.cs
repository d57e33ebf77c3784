using System.Globalization;
using CsvHelper;

namespace Orchestrator.Server.Client.Records;

/// <summary>Histories as rows (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe before it.</summary>
internal static class CsvExport
{
    private static readonly string[] s_columns = ["pratica", "processo", "posizione", "istante", "autore", "evento", "passo", "id_passo", "dettaglio"];

    public static byte[] Write(IReadOnlyList<ExportedCase> cases, Func<string, string> nameOf)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, new CsvWriterOptions { NewLine = "\r\n", WriteByteOrderMark = true, Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            Row(csv, s_columns);
            foreach (var one in cases)
                foreach (var entry in one.Entries)
                    Row(csv,
                        one.Row.Case.BusinessKey ?? one.Row.Case.InstanceKey.ToString(CultureInfo.InvariantCulture), one.Row.Case.ProcessId, entry.Position.ToString(CultureInfo.InvariantCulture),
                        entry.At.ToString("O", CultureInfo.InvariantCulture), nameOf(entry.Actor), entry.EventName, entry.ElementName, entry.ElementId,
                        entry.Detail is { } account && StoryTeller.TellingPersons.Contains(entry.EventName) ? nameOf(account) : entry.Detail);
        }
        return bytes.ToArray();
    }

    private static void Row(CsvWriter csv, params string?[] cells)
    {
        foreach (var cell in cells) csv.WriteField(cell ?? "");
        csv.EndRecord();
    }
}
