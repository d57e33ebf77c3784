using System.Text;

namespace Orchestrator.Storage.Encryption;

/// <summary>Files that only their owner may read.</summary>
internal static class PrivateFile
{
    /// <summary>Makes the file, and its folder when there is none, whole or not at all: a program that dies here leaves no half of a key. When another program was faster, its file stays.</summary>
    public static void Create(string path, string text)
    {
        // A program that opens a PostgreSQL database before the server's first start finds no data folder.
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        var unfinished = $"{path}.{Guid.CreateVersion7():N}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using (var file = new FileStream(unfinished, options))
            {
                file.Write(Encoding.ASCII.GetBytes(text));
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Two programs start at once.
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
