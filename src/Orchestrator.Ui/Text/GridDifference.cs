using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Text;

/// <summary>A cell in which somebody typed another value than the recorded one.</summary>
public sealed record GridDifference(GridRow Row, GridColumn Column, string Recorded, string Typed)
{
    /// <summary>All of them, row by row and left to right. An empty typed cell is nobody's word, so it differs from nothing.</summary>
    public static IReadOnlyList<GridDifference> Of(GridSheet sheet, IReadOnlyList<GridEntry> typed)
    {
        var byCase = typed.GroupBy(entry => entry.CaseId).ToDictionary(group => group.Key, group => group.Last().Values);
        return
        [
            .. from row in sheet.Rows
               where byCase.ContainsKey(row.CaseId)
               from column in sheet.Columns
               let written = byCase[row.CaseId].GetValueOrDefault(column.Key, "")
               let recorded = row.Values.GetValueOrDefault(column.Key, "")
               where written.Length > 0 && written != recorded
               select new GridDifference(row, column, recorded, written),
        ];
    }
}

/// <summary>What a cell of a grid shows.</summary>
public static class CellText
{
    /// <summary>Labels for the values of options, other values as they are.</summary>
    public static string Of(GridColumn column, string value)
    {
        string Label(string part) => column.Options.FirstOrDefault(option => option.Value == part)?.Label ?? part;
        return column.Kind == GridColumnKind.Choices
            ? string.Join(", ", value.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Label))
            : Label(value);
    }
}
