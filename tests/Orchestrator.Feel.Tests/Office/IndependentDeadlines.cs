using System.Text.Json;
using Orchestrator.Diagnostics;
using Orchestrator.Testing;

namespace Orchestrator.Feel.Tests.Office;

/// <summary>The deadlines of <c>Independent/deadlines.json</c>, computed by <c>deadlines.py</c>, which shares no code, table or algorithm with ours.</summary>
internal static class IndependentDeadlines
{
    private static readonly string Folder = Path.Combine(Golden.ProjectFolder(), "Office", "Independent");

    public static string Program { get; } = Path.Combine(Folder, "deadlines.py");

    public static string Written { get; } = File.ReadAllText(Path.Combine(Folder, "deadlines.json"));

    private static readonly JsonElement Root = JsonDocument.Parse(Written).RootElement;

    /// <summary>Our calendars and those that the program made up: other patrons, closing days, Saturdays that count.</summary>
    public static FeelCalendars Calendars { get; } =
        CalendarReader.Read(new SourceText("deadlines.json", Root.GetProperty("calendars").GetRawText()), ItalianCalendars.Default).Calendars!;

    public static IReadOnlyList<Deadline> All { get; } = [.. Root.GetProperty("cases").EnumerateArray().Select((one, index) => new Deadline(
        index,
        Text(one, "group"),
        Text(one, "expression"),
        Text(one, "today"),
        Text(one, "result"),
        Lines(one, "it"),
        Lines(one, "en")))];

    private static string Text(JsonElement one, string property) => one.GetProperty(property).GetString()!;

    private static string Lines(JsonElement one, string property) => string.Join('\n', one.GetProperty(property).EnumerateArray().Select(line => line.GetString()));

    internal sealed record Deadline(int Number, string Group, string Expression, string Today, string Result, string Italian, string English)
    {
        public override string ToString() => $"{Number} {Group}: {Expression}";
    }
}
