using System.Text;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agency.Regione.Publishing;

/// <summary>The static folder of publications. A file appears whole under its name or not at all, and the same report gives the same bytes.</summary>
internal static class PublicFolder
{
    /// <summary>Writes the files of a report and returns their names below the folder, with <c>/</c>.</summary>
    public static async Task<IReadOnlyList<string>> WriteAsync(ReportView report, RegioneOptions options, CancellationToken cancellation)
    {
        var figures = Suppression.Of(report.Figures);
        (string Name, string Text)[] files =
        [
            (ReportFiles.Csv, ReportFiles.CsvOf(figures)),
            (ReportFiles.Json, ReportFiles.JsonOf(report, figures)),
            (ReportFiles.Metadata, DcatMetadata.Write(report, options)),
        ];
        var folder = Directory.CreateDirectory(Path.Combine(options.PublishFolder, report.ReportId)).FullName;
        foreach (var (name, text) in files) await WriteAsync(folder, name, text, cancellation);
        return [.. files.Select(file => $"{report.ReportId}/{file.Name}")];
    }

    private static async Task WriteAsync(string folder, string name, string text, CancellationToken cancellation)
    {
        var unfinished = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            await using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
                stream.Flush(flushToDisk: true);
            }
            File.Move(unfinished, Path.Combine(folder, name), overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
