using System.Globalization;
using System.Text;

namespace Orchestrator.Agency.AnpalServizi.Rendering;

/// <summary>A small PDF 1.7 of lines of text on A4 in the standard font Courier, whose width is known without the font. The same lines give the same bytes: no date, no random id.</summary>
internal static class PdfWriter
{
    /// <summary>Characters that fit a line of ordinary size.</summary>
    public const int LineChars = 92;

    private const int Size = 9;
    private const int LineHeight = 12;
    private const int Left = 50;
    private const int Top = 790;
    private const int LinesOfPage = 62;

    /// <summary>Writes the lines; those that begin with <c># </c> are headings. What Latin-1 does not have becomes a question mark, but for the dash.</summary>
    public static byte[] Write(string title, IReadOnlyList<string> lines)
    {
        var pages = lines.SelectMany(Wrapped).Chunk(LinesOfPage).ToList();
        if (pages.Count == 0) pages.Add([]);
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R /Lang (it-IT) /ViewerPreferences << /DisplayDocTitle true >> >>",
            string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => Reference(6 + (2 * i))))}] >>"),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold /Encoding /WinAnsiEncoding >>",
            $"<< /Title ({Escaped(title)}) /Producer (Orchestrator) >>",
        ];
        for (var i = 0; i < pages.Count; i++)
        {
            var content = ContentOf(pages[i], i + 1, pages.Count);
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {Reference(7 + (2 * i))} >>");
            objects.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Length {content.Length} >>\nstream\n{content}\nendstream"));
        }
        return File(objects);
    }

    private static byte[] File(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{start}\n%%EOF\n");
        // One byte for each character, so that the offsets above are those of the file.
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static string ContentOf(string[] lines, int page, int pages)
    {
        var text = new StringBuilder();
        for (var i = 0; i < lines.Length; i++)
        {
            var isHeading = lines[i].StartsWith("# ", StringComparison.Ordinal);
            var font = isHeading ? "F2" : "F1";
            text.Append(CultureInfo.InvariantCulture, $"BT /{font} {Size} Tf {Left} {Top - (i * LineHeight)} Td ({Escaped(isHeading ? lines[i][2..] : lines[i])}) Tj ET\n");
        }
        return text.Append(CultureInfo.InvariantCulture, $"BT /F1 8 Tf {Left} 30 Td (Pagina {page} di {pages}) Tj ET").ToString();
    }

    private static IEnumerable<string> Wrapped(string line)
    {
        while (line.Length > LineChars)
        {
            var end = line.LastIndexOf(' ', LineChars);
            if (end <= 0) end = LineChars;
            yield return line[..end];
            line = "    " + line[end..].TrimStart();
        }
        yield return line;
    }

    private static string Escaped(string text) => Encoding.Latin1.GetString(Encoding.Latin1.GetBytes(text.Replace('–', '-').Replace('’', '\'')))
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);

    private static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");
}
