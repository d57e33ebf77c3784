using System.IO.Compression;
using System.Text;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Server.Client.Definitions;

/// <summary>
/// The files of a process folder out of a ZIP that somebody brings: at its top, or all in one folder of it, as the pages give them away. What else is in it is refused, not passed over. Nothing is unpacked beyond the
/// limits of a draft, whatever the ZIP says about itself.
/// </summary>
/// <param name="Folder">The folder that they lay in; null for files at the top.</param>
internal sealed record FolderZip(string? Folder, IReadOnlyList<DefinitionFile> Files)
{
    private const int EntriesMax = 2 * DraftSave.FilesMax;

    // A character of a text takes at most three bytes of UTF-8.
    private const int BytesMax = 3 * DraftSave.CharsMax;

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static (FolderZip? Zip, FieldError? Wrong) Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
            return Read(archive);
        }
        catch (Exception broken) when (broken is InvalidDataException or NotSupportedException)
        {
            return (null, new("zip", "zipBroken", "Expected a ZIP that can be read, without a password, but it is broken or something else."));
        }
    }

    private static (FolderZip? Zip, FieldError? Wrong) Read(ZipArchive archive)
    {
        var entries = archive.Entries.Count > EntriesMax ? [] : archive.Entries.Where(entry => !entry.FullName.EndsWith('/')).ToList();
        if (entries.Count is 0 or > DraftSave.FilesMax)
            return (null, new("zip", "zipCount", $"Expected 1 to {DraftSave.FilesMax} files in the ZIP, but found {archive.Entries.Count}.") { Limit = $"{DraftSave.FilesMax}" });
        var files = new List<DefinitionFile>(entries.Count);
        var folder = FolderOf(entries[0].FullName);
        var (bytes, chars) = (0, 0L);
        foreach (var entry in entries)
        {
            if (!IsPlain(entry.FullName) || FolderOf(entry.FullName) != folder)
                return (null, Named("zipPlace", entry, "Expected all files at the top of the ZIP or all in one folder of it"));
            var name = entry.FullName[(folder is null ? 0 : folder.Length + 1)..];
            if (FolderComparison.KindOf(name) == "other") return (null, Named("zipKind", entry, "Expected files that end in .bpmn, .dmn, .form or .scenario"));
            if (Unpack(entry, BytesMax - bytes) is not { } unpacked) return (null, TooLarge());
            bytes += unpacked.Length;
            if (TextOf(unpacked) is not { } text) return (null, Named("zipText", entry, "Expected texts in UTF-8"));
            chars += text.Length;
            if (chars > DraftSave.CharsMax) return (null, TooLarge());
            files.Add(new(name, text));
        }
        return (new FolderZip(folder, files), null);
    }

    // No more than there is room for, whatever size the entry claims: null when it is more.
    private static byte[]? Unpack(ZipArchiveEntry entry, int room)
    {
        using var from = entry.Open();
        using var into = new MemoryStream();
        var buffer = new byte[81_920];
        while (from.Read(buffer) is var read and > 0)
        {
            if (into.Length + read > room) return null;
            into.Write(buffer, 0, read);
        }
        return into.ToArray();
    }

    private static string? TextOf(byte[] bytes)
    {
        try
        {
            var text = s_strict.GetString(bytes);
            return text.Contains('\0', StringComparison.Ordinal) ? null : text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool IsPlain(string path) =>
        path.Split('/') is { Length: 1 or 2 } parts && parts.All(part => part.Length > 0 && part is not ("." or "..") && !part.Any(one => char.IsControl(one) || one is '\\' or ':'));

    private static string? FolderOf(string path) => path.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? path[..slash] : null;

    private static FieldError TooLarge() =>
        new("zip", "zipSize", $"Expected at most {DraftSave.CharsMax} characters in the ZIP, but found more.") { Limit = $"{DraftSave.CharsMax}" };

    private static FieldError Named(string code, ZipArchiveEntry entry, string expected) => new("zip", code, $"{expected}, but found '{entry.FullName}'.") { Limit = entry.FullName };
}
