using System.Globalization;
using System.Text;

namespace Orchestrator.Storage.Seals;

/// <summary>
/// The file of checkpoints, appended only: each is its canonical text and then one line <c>signature HEX</c>. It lies outside the database and can be copied elsewhere
/// at any time; a half-written last checkpoint (the power failed) is taken off before the next is appended.
/// </summary>
public static class SealFile
{
    /// <summary>All checkpoints with their signatures, unchecked.</summary>
    /// <exception cref="SealBrokenException">A line that is none of ours, or a checkpoint without its signature at the end.</exception>
    public static IReadOnlyList<(Checkpoint Checkpoint, byte[] Signature)> Read(string path)
    {
        var found = Read(path, out var cutAt);
        return cutAt is null ? found : throw new SealBrokenException($"{path}({cutAt}): expected the signature of the last checkpoint, but the file ends.");
    }

    /// <summary>The same without a last checkpoint that was cut off while it was written.</summary>
    public static IReadOnlyList<(Checkpoint Checkpoint, byte[] Signature)> ReadWhole(string path) => Read(path, out _);

    private static List<(Checkpoint Checkpoint, byte[] Signature)> Read(string path, out int? cutAt)
    {
        var found = new List<(Checkpoint, byte[])>();
        var open = new List<string>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (!line.StartsWith("signature ", StringComparison.Ordinal))
            {
                open.Add(line);
                continue;
            }
            try
            {
                found.Add((Parse(open), Convert.FromHexString(line["signature ".Length..])));
            }
            catch (Exception wrong) when (wrong is FormatException or IndexOutOfRangeException or ArgumentException or OverflowException)
            {
                throw new SealBrokenException($"{path}({number}): expected a checkpoint, but its lines have another form.", wrong);
            }
            open.Clear();
        }
        cutAt = open.Count > 0 ? number : null;
        return found;
    }

    /// <summary>Appends and waits until it is on the disk.</summary>
    public static void Append(string path, Checkpoint checkpoint, byte[] signature)
    {
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        file.SetLength(EndOfLastSignature(file));
        file.Seek(0, SeekOrigin.End);
        file.Write(checkpoint.CanonicalBytes());
        file.Write(Encoding.ASCII.GetBytes($"signature {Convert.ToHexStringLower(signature)}\n"));
        file.Flush(flushToDisk: true);
    }

    private static long EndOfLastSignature(FileStream file)
    {
        using var reader = new StreamReader(file, Encoding.ASCII, leaveOpen: true);
        var text = reader.ReadToEnd();
        var last = text.LastIndexOf("\nsignature ", StringComparison.Ordinal);
        if (last < 0) return 0;
        var end = text.IndexOf('\n', last + 1);
        if (end >= 0) return end + 1;
        // The last signature itself is cut: its checkpoint goes too.
        var before = last > 0 ? text.LastIndexOf("\nsignature ", last - 1, StringComparison.Ordinal) : -1;
        return before < 0 ? 0 : text.IndexOf('\n', before + 1) + 1;
    }

    private static Checkpoint Parse(List<string> lines)
    {
        var first = lines[0].Split(' ');
        if (first[0] != "checkpoint" || first[1] != "1") throw new FormatException("Not a checkpoint of version 1.");
        var heads = new List<SealedHead>();
        var tombstones = new List<Tombstone>();
        foreach (var line in lines.Skip(1))
        {
            var parts = line.Split(' ');
            if (parts is ["head", var instance, var sequence, var hash]) heads.Add(new(Long(instance), Long(sequence), hash));
            else if (parts is ["tombstone", var buried, var last, var head]) tombstones.Add(new(Long(buried), Long(last), head));
            else throw new FormatException("Neither a head nor a tombstone.");
        }
        return new Checkpoint(Long(first[2]), DateTimeOffset.Parse(first[3], CultureInfo.InvariantCulture), Long(first[4]), first[5], heads, tombstones);
    }

    private static long Long(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
