using System.Globalization;
using System.Text;
using Orchestrator.Engine.Ports;
using Orchestrator.Testing;
using Orchestrator.Testing.Scenarios;

namespace Orchestrator.Engine.Tests.Scenarios;

/// <summary>Which scenario executes which element of the programme's definitions: <c>docs/element-coverage.md</c> is made here.</summary>
public sealed class ElementCoverageTests
{
    /// <summary>Elements that no scenario executes, as <c>process/element</c>, each with the reason why none can.</summary>
    private static readonly Dictionary<string, string> Unreached = new(StringComparer.Ordinal);

    private static readonly Lazy<Task<IReadOnlyList<Covered>>> Elements = new(CoverAsync);

    [Test]
    public async Task Every_element_of_the_definitions_is_executed_by_a_scenario() =>
        Assert.That((await Elements.Value).Where(one => one.Scenario is null).Select(one => $"{one.Process}/{one.Id}"), Is.EquivalentTo(Unreached.Keys));

    [Test]
    public async Task The_page_names_a_scenario_for_each_element() => Golden.Check("../../docs/element-coverage.md", PageOf(await Elements.Value));

    [Test]
    public void An_element_that_no_scenario_executes_is_reported() =>
        Assert.That(Cover([("p", "a", "userTask", "A"), ("p", "b", "userTask", "B")], [("p/x.scenario", new HashSet<(string, string)> { ("p", "a"), ("q", "b") })]).Where(one => one.Scenario is null).Select(one => one.Id), Is.EqualTo(new[] { "b" }));

    private static async Task<IReadOnlyList<Covered>> CoverAsync()
    {
        var plays = new List<(string Name, IReadOnlySet<(string, string)> Entered)>();
        foreach (var name in WorkflowFiles.Scenarios) plays.Add((name, (await InterpreterPlays.OfAsync(name)).Entered));
        var nodes = WorkflowFiles.Definitions.Where(file => file.Kind == ResourceKind.Bpmn)
            .SelectMany(file => ElementRemoval.NodesOf(file.Content).Select(node => (Path.GetFileNameWithoutExtension(file.Name), node.Id, node.Kind, node.Name)));
        return Cover(nodes, plays);
    }

    private static List<Covered> Cover(IEnumerable<(string Process, string Id, string Kind, string Name)> nodes, IReadOnlyList<(string Name, IReadOnlySet<(string, string)> Entered)> plays) =>
    [
        .. nodes.Select(node => new Covered(node.Process, node.Id, node.Kind, node.Name, plays
            .Where(play => play.Entered.Contains((node.Process, node.Id)))
            // The process's own scenarios say most about it.
            .Select(play => play.Name).OrderBy(name => name.StartsWith(node.Process + "/", StringComparison.Ordinal) ? 0 : 1).ThenBy(name => name, StringComparer.Ordinal).FirstOrDefault())),
    ];

    private static string PageOf(IReadOnlyList<Covered> elements)
    {
        var page = new StringBuilder("""
            # Elements and the scenarios that execute them

            Every element of the definitions in `workflows/` with the first scenario that executes it on the pure interpreter, those of its own process first. Made by `ElementCoverageTests`
            (`UPDATE_GOLDEN=1`), which fails when an element is executed by none. What the sentences of the act ask for is in [traceability.md](traceability.md).

            """).Append('\n');
        foreach (var process in elements.GroupBy(one => one.Process))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {process.Key}\n\n{process.Count()} elements.\n\n| Element | Kind | Name | Scenario |\n|---|---|---|---|\n");
            foreach (var one in process) page.Append(CultureInfo.InvariantCulture, $"| `{one.Id}` | {one.Kind} | {one.Name} | {Told(one)} |\n");
        }
        return page.ToString();
    }

    private static string Told(Covered one)
    {
        if (one.Scenario is null) return Unreached.GetValueOrDefault($"{one.Process}/{one.Id}", "none");
        var name = one.Scenario[..^".scenario".Length];
        return name.StartsWith(one.Process + "/", StringComparison.Ordinal) ? $"`{name[(one.Process.Length + 1)..]}`" : $"`{name}`";
    }

    private sealed record Covered(string Process, string Id, string Kind, string Name, string? Scenario);
}
