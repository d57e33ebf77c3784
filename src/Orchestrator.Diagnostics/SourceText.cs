namespace Orchestrator.Diagnostics;

/// <summary>A text with a path, and the line and column of each of its offsets. Lines and columns count from 1; a column counts UTF-16 units, as editors do.</summary>
public sealed class SourceText
{
    private readonly int[] _lineStarts;

    public SourceText(string path, string text)
    {
        Path = path;
        Text = text;
        _lineStarts = FindLineStarts(text);
    }

    /// <summary>The name shown to people, as given: usually relative to the folder that was read.</summary>
    public string Path { get; }

    public string Text { get; }

    /// <summary>The position of <paramref name="offset"/>; an offset outside the text is moved to its nearest end.</summary>
    public Position PositionAt(int offset)
    {
        var inside = Math.Clamp(offset, 0, Text.Length);
        var found = Array.BinarySearch(_lineStarts, inside);
        var line = found >= 0 ? found : ~found - 1;
        return new Position(line + 1, inside - _lineStarts[line] + 1);
    }

    /// <summary>The offset of <paramref name="position"/>; a position outside the text is moved to its nearest end.</summary>
    public int OffsetOf(Position position)
    {
        if (position.Line > _lineStarts.Length) return Text.Length;
        return Math.Clamp(_lineStarts[Math.Max(position.Line, 1) - 1] + position.Column - 1, 0, Text.Length);
    }

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n') starts.Add(i + 1);
        return [.. starts];
    }
}
