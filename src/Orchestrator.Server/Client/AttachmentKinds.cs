using System.IO.Compression;
using System.Text;

namespace Orchestrator.Server.Client;

/// <summary>
/// Which files may be brought: by the end of their name, and by what their bytes say. It keeps out programs and pages under another name; what a document of an allowed kind says is
/// looked at by nobody here. Documents with macros are no allowed kind.
/// </summary>
internal static class AttachmentKinds
{
    private const int ZipEntriesMax = 10_000;
    private const string OpenDocument = "application/vnd.oasis.opendocument.";
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";

    private static readonly Dictionary<string, (string MediaType, Func<byte[], bool> Fits)> s_kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = ("application/pdf", bytes => Begins(bytes, "%PDF-"u8)),
        [".p7m"] = ("application/pkcs7-mime", IsDer),
        [".odt"] = (OpenDocument + "text", bytes => IsOpenDocument(bytes, OpenDocument + "text")),
        [".ods"] = (OpenDocument + "spreadsheet", bytes => IsOpenDocument(bytes, OpenDocument + "spreadsheet")),
        [".docx"] = (OpenXml + "wordprocessingml.document", bytes => IsOpenXml(bytes, "word/")),
        [".xlsx"] = (OpenXml + "spreadsheetml.sheet", bytes => IsOpenXml(bytes, "xl/")),
        [".jpg"] = ("image/jpeg", IsJpeg),
        [".jpeg"] = ("image/jpeg", IsJpeg),
        [".png"] = ("image/png", bytes => Begins(bytes, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])),
        [".txt"] = ("text/plain", IsText),
    };

    /// <summary>The endings that are known, with their dot.</summary>
    public static IEnumerable<string> Endings => s_kinds.Keys;

    /// <summary>The media type of a file of this name; null when its ending is none that may be brought.</summary>
    public static string? MediaTypeOf(string name) => s_kinds.TryGetValue(Path.GetExtension(name), out var kind) ? kind.MediaType : null;

    /// <summary>Whether the bytes are what the ending of the name says.</summary>
    public static bool Fits(string name, byte[] content) => s_kinds[Path.GetExtension(name)].Fits(content);

    private static bool Begins(byte[] bytes, ReadOnlySpan<byte> signature) => bytes.AsSpan().StartsWith(signature);

    private static bool IsJpeg(byte[] bytes) => Begins(bytes, [0xFF, 0xD8, 0xFF]);

    // A sequence whose length takes one to four bytes, or is not said beforehand.
    private static bool IsDer(byte[] bytes) => bytes is [0x30, >= 0x80 and <= 0x84, ..];

    private static bool IsText(byte[] bytes)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return !text.Any(letter => char.IsControl(letter) && letter is not ('\t' or '\r' or '\n'));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    // The first entry is called mimetype and says what the file is, uncompressed.
    private static bool IsOpenDocument(byte[] bytes, string mediaType) => WithEntries(bytes, archive =>
    {
        if (archive.GetEntry("mimetype") is not { Length: < 200 } entry || HasMacros(archive)) return false;
        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        return reader.ReadToEnd() == mediaType;
    });

    private static bool IsOpenXml(byte[] bytes, string folder) => WithEntries(bytes, archive =>
        archive.GetEntry("[Content_Types].xml") is not null && archive.Entries.Any(entry => entry.FullName.StartsWith(folder, StringComparison.Ordinal)) && !HasMacros(archive));

    private static bool HasMacros(ZipArchive archive) => archive.Entries.Any(entry =>
        entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || entry.FullName.StartsWith("Basic/", StringComparison.Ordinal) || entry.FullName.StartsWith("Scripts/", StringComparison.Ordinal));

    private static bool WithEntries(byte[] bytes, Func<ZipArchive, bool> look)
    {
        if (!Begins(bytes, "PK"u8)) return false;
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false));
            return archive.Entries.Count <= ZipEntriesMax && look(archive);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
