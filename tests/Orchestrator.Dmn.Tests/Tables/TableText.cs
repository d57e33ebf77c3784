using System.Globalization;
using System.Text;
using static Orchestrator.Dmn.Tests.DmnTesting;

namespace Orchestrator.Dmn.Tests.Tables;

/// <summary>Decision tables as text: <c>cell | cell => output | output</c>, one rule a line.</summary>
internal static class TableText
{
    /// <param name="attributes">For instance <c>hitPolicy="COLLECT" aggregation="SUM"</c>.</param>
    /// <param name="inputs">Input expressions.</param>
    /// <param name="outputs">Columns: <c>name</c>, or <c>name: listed values</c>, or <c>name: listed values; default</c>.</param>
    public static string Table(string attributes, string[] inputs, string[] outputs, params string[] rules)
    {
        var text = new StringBuilder($"<decisionTable id=\"t\" {attributes}>");
        foreach (var input in inputs) text.Append(CultureInfo.InvariantCulture, $"<input><inputExpression><text>{Escape(input)}</text></inputExpression></input>");
        foreach (var output in outputs) text.Append(Output(output));
        for (var i = 0; i < rules.Length; i++)
        {
            var sides = rules[i].Split("=>");
            text.Append(CultureInfo.InvariantCulture, $"<rule id=\"r{i + 1}\">");
            foreach (var cell in sides[0].Split('|')) text.Append(CultureInfo.InvariantCulture, $"<inputEntry><text>{Escape(cell.Trim())}</text></inputEntry>");
            foreach (var cell in sides[1].Split('|')) text.Append(CultureInfo.InvariantCulture, $"<outputEntry><text>{Escape(cell.Trim())}</text></outputEntry>");
            text.Append("</rule>");
        }
        return text.Append("</decisionTable>").ToString();
    }

    private static string Output(string output)
    {
        var parts = output.Split(':', ';');
        var listed = parts.Length > 1 && parts[1].Trim().Length > 0 ? $"<outputValues><text>{Escape(parts[1].Trim())}</text></outputValues>" : "";
        var fallback = parts.Length > 2 ? $"<defaultOutputEntry><text>{Escape(parts[2].Trim())}</text></defaultOutputEntry>" : "";
        return $"<output name=\"{parts[0].Trim()}\">{listed}{fallback}</output>";
    }
}
