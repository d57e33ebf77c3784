namespace Orchestrator.Xml;

/// <summary>Offsets of lines as an XML reader counts them: a carriage return alone ends a line too.</summary>
internal sealed class LineTable
{
    private readonly List<int> _starts = [0];
    private readonly int _length;

    public LineTable(string text)
    {
        _length = text.Length;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) _starts.Add(i + 1);
        }
    }

    /// <summary>The offset of a place that counts from 1; a place outside the text is moved to its nearest end.</summary>
    public int OffsetOf(int line, int column)
    {
        if (line < 1) return 0;
        if (line > _starts.Count) return _length;
        return Math.Clamp(_starts[line - 1] + column - 1, 0, _length);
    }
}
