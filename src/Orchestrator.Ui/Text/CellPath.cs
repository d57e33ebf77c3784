using System.Globalization;

namespace Orchestrator.Ui.Text;

/// <summary>A cell of a posted table, read from a field path such as <c>rows[12].reasonCode</c>.</summary>
/// <param name="Row">The row's place in what was posted, from 0.</param>
/// <param name="Column">The column's key.</param>
public sealed record CellPath(int Row, string Column)
{
    /// <summary>The cell, or null when the path names none.</summary>
    public static CellPath? Of(string path)
    {
        var open = path.IndexOf('[', StringComparison.Ordinal);
        var close = path.IndexOf("].", StringComparison.Ordinal);
        return open > 0 && close > open
            && int.TryParse(path.AsSpan(open + 1, close - open - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? new(row, path[(close + 2)..])
            : null;
    }
}
