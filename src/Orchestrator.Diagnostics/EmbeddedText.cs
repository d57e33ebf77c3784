namespace Orchestrator.Diagnostics;

/// <summary>
/// A text that stands inside another one, as a FEEL expression stands in an XML attribute or a JSON string,
/// and the place in the outer text of each of its characters, so that its diagnostics point at the file.
/// </summary>
public sealed class EmbeddedText
{
    private readonly int[] _outerOffsets;

    /// <param name="outer">The file.</param>
    /// <param name="text">The inner text, already decoded (entities and escapes resolved).</param>
    /// <param name="outerOffsets">For each character of <paramref name="text"/> its offset in <paramref name="outer"/>, and one more for its end.</param>
    public EmbeddedText(SourceText outer, string text, IReadOnlyList<int> outerOffsets)
    {
        if (outerOffsets.Count != text.Length + 1)
            throw new ArgumentException($"Expected {text.Length + 1} offsets, but found {outerOffsets.Count}.", nameof(outerOffsets));
        Outer = outer;
        Text = text;
        _outerOffsets = [.. outerOffsets];
    }

    /// <summary>A text that is a whole file of its own.</summary>
    public static EmbeddedText Whole(SourceText source) =>
        new(source, source.Text, [.. Enumerable.Range(0, source.Text.Length + 1)]);

    public SourceText Outer { get; }

    public string Text { get; }

    /// <summary>The range in the outer file of <paramref name="inner"/>, clamped to this text.</summary>
    public TextSpan ToOuter(TextSpan inner)
    {
        var start = Math.Clamp(inner.Start, 0, Text.Length);
        var end = Math.Clamp(inner.End, start, Text.Length);
        return TextSpan.Between(_outerOffsets[start], _outerOffsets[end]);
    }

    /// <summary>A part of this text, trimmed or cut out of it, which still knows its place in the file.</summary>
    public EmbeddedText Slice(TextSpan inner) =>
        new(Outer, Text.Substring(inner.Start, inner.Length), _outerOffsets[inner.Start..(inner.End + 1)]);
}
