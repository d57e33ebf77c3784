using Orchestrator.Diagnostics;

namespace Orchestrator.Bpmn.Reading;

internal static class Texts
{
    /// <summary>Without the white space around it, or null when nothing else is there.</summary>
    public static EmbeddedText? TrimmedOrNull(EmbeddedText? text)
    {
        if (text is null) return null;
        var start = 0;
        var end = text.Text.Length;
        while (start < end && char.IsWhiteSpace(text.Text[start])) start++;
        while (end > start && char.IsWhiteSpace(text.Text[end - 1])) end--;
        return start == end ? null : text.Slice(TextSpan.Between(start, end));
    }

    /// <summary>The place in the file of the whole text.</summary>
    public static TextSpan SpanOf(EmbeddedText text) => text.ToOuter(new TextSpan(0, text.Text.Length));

    /// <summary>A reference is a QName: <c>prefix:id</c> names the same id.</summary>
    public static string LocalName(string reference)
    {
        var trimmed = reference.Trim();
        return trimmed[(trimmed.LastIndexOf(':') + 1)..];
    }
}
