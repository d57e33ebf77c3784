using System.IO.Compression;
using System.Text;

namespace Orchestrator.Server.Tests.Designer;

/// <summary>ZIPs as people bring them, good and bad.</summary>
internal static class Zips
{
    public static byte[] Of(params (string Name, string Content)[] files) => Of([.. files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Content)))]);

    public static byte[] Of(params (string Name, byte[] Content)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        return stream.ToArray();
    }

    /// <summary>Small as a file, large when it is unpacked.</summary>
    public static byte[] Bomb(int megabytes) => Of(("intake/bomb.scenario", new byte[megabytes * 1_024 * 1_024]));
}
