namespace Orchestrator.Agency.AnpalServizi.Rendering;

/// <summary>The folder of rendered reports. A file appears whole under its name or not at all.</summary>
internal static class ReportFolder
{
    /// <summary>Writes the files and returns their names below the folder, with <c>/</c>.</summary>
    public static async Task<IReadOnlyList<string>> WriteAsync(string root, string report, IReadOnlyList<(string Name, byte[] Bytes)> files, CancellationToken cancellation)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, report)).FullName;
        foreach (var (name, bytes) in files) await WriteAsync(folder, name, bytes, cancellation);
        return [.. files.Select(file => $"{report}/{file.Name}")];
    }

    private static async Task WriteAsync(string folder, string name, byte[] bytes, CancellationToken cancellation)
    {
        var unfinished = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            await using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await stream.WriteAsync(bytes, cancellation);
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
