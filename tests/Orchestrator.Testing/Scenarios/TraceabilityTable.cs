namespace Orchestrator.Testing.Scenarios;

/// <summary>What <c>docs/traceability.md</c> says: the rows of its tables, read from the page itself.</summary>
public static class TraceabilityTable
{
    private const string Nothing = "—";
    private static readonly string Page = Path.GetFullPath(Path.Combine(WorkflowFiles.Folder, "..", "docs", "traceability.md"));

    /// <summary>Rows of the tables headed <c># | Sentence | Process | Elements | Scenario | …</c>.</summary>
    public static IReadOnlyList<TraceabilityRow> Sentences { get; } = [.. Rows(File.ReadAllText(Page), "Sentence")];

    /// <summary>Rows of the table headed <c># | Case | Process | Elements | Scenario | …</c>.</summary>
    public static IReadOnlyList<TraceabilityRow> Cases { get; } = [.. Rows(File.ReadAllText(Page), "Case")];

    /// <summary>Every claim of the page: without the element of the process the scenario fails.</summary>
    public static IEnumerable<TraceabilityClaim> Claims { get; } =
        [.. Sentences.Concat(Cases).SelectMany(row => row.Elements.Select(element => new TraceabilityClaim(row.Process, element, row.Scenario))).Distinct()];

    /// <exception cref="FormatException">A row has another number of cells than its heading.</exception>
    public static IEnumerable<TraceabilityRow> Rows(string page, string subject)
    {
        string[]? heading = null;
        foreach (var line in page.Split('\n'))
        {
            if (!line.StartsWith('|')) heading = null;
            else if (heading is null) heading = Cells(line);
            else if (heading.Length > 4 && heading[1] == subject && !line.StartsWith("|--", StringComparison.Ordinal)) yield return Row(heading, Cells(line), line);
        }
    }

    private static TraceabilityRow Row(string[] heading, string[] cells, string line)
    {
        if (cells.Length != heading.Length) throw new FormatException($"Expected {heading.Length} cells in docs/traceability.md, but found {cells.Length}: {line}");
        var process = Code(cells[2]);
        var scenario = Code(cells[4]);
        var file = scenario.Length == 0 ? "" : scenario.Contains('/', StringComparison.Ordinal) ? scenario + ".scenario" : $"{process}/{scenario}.scenario";
        return new TraceabilityRow(cells[0], cells[1], process, [.. cells[3].Split(',').Select(Code).Where(element => element.Length > 0)], file, cells[^1]);
    }

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];

    private static string Code(string cell) => cell.Trim() is var text && text == Nothing ? "" : text.Trim('`');
}

/// <summary>A sentence, or a part of it, and what carries it; nothing does when <paramref name="Process"/> is empty, and the note says why.</summary>
/// <param name="Scenario">Relative to the folder of the definitions.</param>
public sealed record TraceabilityRow(string Number, string Sentence, string Process, IReadOnlyList<string> Elements, string Scenario, string Note);

/// <summary>Without <paramref name="Element"/> the scenario fails.</summary>
public sealed record TraceabilityClaim(string Process, string Element, string Scenario)
{
    public override string ToString() => $"{Process}, {Element}, {Scenario}";
}
