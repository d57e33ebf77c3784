using System.Globalization;
using System.Text;

namespace Orchestrator.Storage.Seals;

/// <summary>A checkpoint with the signature that stands behind it, 64 bytes, unchecked.</summary>
public sealed record SignedCheckpoint(Checkpoint Checkpoint, byte[] Signature);

/// <summary>
/// The file of checkpoints, appended only: each is its canonical text and then one line <c>signature HEX</c>. It lies outside the database and can be copied elsewhere
/// at any time; a half-written last checkpoint (the power failed) is taken off before the next is appended.
/// </summary>
public static class SealFile
{
    private const string Signature = "signature ";
    private const int SignatureChars = 128;
    private const int BlockBytes = 64 * 1024;
    private const int WaitsMax = 200;

    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(50);

    /// <summary>All checkpoints with their signatures, in order, read as they are asked for.</summary>
    /// <exception cref="SealBrokenException">A line that is none of ours, or a checkpoint without its signature at the end.</exception>
    public static IEnumerable<SignedCheckpoint> Read(string path)
    {
        using var file = Open(path);
        var open = new List<string>();
        var number = 0;
        foreach (var (line, ended) in Lines(file))
        {
            number++;
            open.Add(line);
            if (!ended) throw new SealBrokenException($"{Path.GetFileName(path)}({number}): expected the signature of the last checkpoint, but the file ends.");
            if (!line.StartsWith(Signature, StringComparison.Ordinal)) continue;
            yield return Parse(open) ?? throw new SealBrokenException($"{Path.GetFileName(path)}({number}): expected a checkpoint, but its lines have another form.");
            open.Clear();
        }
        if (open.Count > 0) throw new SealBrokenException($"{Path.GetFileName(path)}({number}): expected the signature of the last checkpoint, but the file ends.");
    }

    /// <summary>The last whole checkpoint, read from the end of the file; null when there is none. What a crash left behind it is passed over.</summary>
    /// <exception cref="SealBrokenException">The lines before the last signature have another form.</exception>
    public static SignedCheckpoint? Last(string path)
    {
        if (!File.Exists(path)) return null;
        using var file = Open(path);
        var (text, _) = Tail(file);
        if (text.Length == 0) return null;
        return Parse([.. text[..^1].Split('\n')]) ?? throw new SealBrokenException($"{Path.GetFileName(path)}: expected a checkpoint before the last signature, but its lines have another form.");
    }

    /// <summary>Appends behind the last whole checkpoint and waits until it is on the disk.</summary>
    public static void Append(string path, Checkpoint checkpoint, byte[] signature)
    {
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        var (_, end) = Tail(file);
        file.SetLength(end);
        file.Seek(0, SeekOrigin.End);
        file.Write([.. checkpoint.CanonicalBytes(), .. Encoding.ASCII.GetBytes($"{Signature}{Convert.ToHexStringLower(signature)}\n")]);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Waits until no other program of this machine is appending, and keeps the others from it until it is disposed of or the process ends.</summary>
    /// <exception cref="IOException">The folder cannot be written, or another program does not come to an end.</exception>
    public static async Task<IDisposable> LockAsync(string path, CancellationToken cancellation)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        for (var waited = 1; ; waited++)
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < WaitsMax)
            {
                await Task.Delay(Wait, cancellation);
            }
        }
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

    /// <summary>The text of the last whole checkpoint with its signature line, empty when there is none, and where it ends.</summary>
    private static (string Text, long End) Tail(FileStream file)
    {
        for (var size = (long)BlockBytes; ; size *= 4)
        {
            var from = Math.Max(0, file.Length - size);
            var text = Latin1(file, from);
            if (WholeAtEnd(text, atStart: from == 0) is { } found) return (text[found.From..found.To], from + found.To);
            if (from == 0) return ("", 0);
        }
    }

    private static (int From, int To)? WholeAtEnd(string text, bool atStart)
    {
        for (var last = text.Length; last > 0;)
        {
            last = text.LastIndexOf("\n" + Signature, last - 1, StringComparison.Ordinal);
            if (last < 0) return null;
            var end = text.IndexOf('\n', last + 1);
            if (end < 0) continue;
            var before = last > 0 ? text.LastIndexOf("\n" + Signature, last - 1, StringComparison.Ordinal) : -1;
            if (before >= 0) return (text.IndexOf('\n', before + 1) + 1, end + 1);
            return atStart ? (0, end + 1) : null;
        }
        return null;
    }

    private static string Latin1(FileStream file, long from)
    {
        file.Seek(from, SeekOrigin.Begin);
        var bytes = new byte[file.Length - from];
        file.ReadExactly(bytes);
        return Encoding.Latin1.GetString(bytes);
    }

    /// <summary>Lines without their line feed, which alone ends one; false for a last one that has none.</summary>
    private static IEnumerable<(string Line, bool Ended)> Lines(FileStream file)
    {
        using var reader = new StreamReader(file, Encoding.Latin1, detectEncodingFromByteOrderMarks: false, BlockBytes);
        var line = new StringBuilder();
        var block = new char[BlockBytes];
        while (reader.Read(block, 0, block.Length) is var read and > 0)
        {
            for (var from = 0; from < read;)
            {
                var feed = Array.IndexOf(block, '\n', from, read - from);
                line.Append(block, from, (feed < 0 ? read : feed) - from);
                if (feed < 0) break;
                yield return (line.ToString(), true);
                line.Clear();
                from = feed + 1;
            }
        }
        if (line.Length > 0) yield return (line.ToString(), false);
    }

    /// <summary>Null for anything but the one form that is written: what is hashed is exactly what stands in the file.</summary>
    private static SignedCheckpoint? Parse(List<string> lines)
    {
        try
        {
            var first = lines[0].Split(' ');
            var heads = new List<SealedHead>();
            var tombstones = new List<Tombstone>();
            foreach (var line in lines.Skip(1).SkipLast(1))
            {
                var parts = line.Split(' ');
                if (parts is ["head", var instance, var sequence, var hash]) heads.Add(new(Long(instance), Long(sequence), hash));
                else if (parts is ["tombstone", var buried, var last, var head]) tombstones.Add(new(Long(buried), Long(last), head));
                else return null;
            }
            var checkpoint = new Checkpoint(Long(first[2]), DateTimeOffset.Parse(first[3], CultureInfo.InvariantCulture), Long(first[4]), first[5], heads, tombstones);
            var signature = lines[^1][Signature.Length..];
            return signature.Length == SignatureChars && checkpoint.Canonical() == string.Concat(lines.SkipLast(1).Select(line => line + "\n"))
                ? new SignedCheckpoint(checkpoint, Convert.FromHexString(signature))
                : null;
        }
        catch (Exception wrong) when (wrong is FormatException or IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static long Long(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
