using System.Collections.Concurrent;
using Orchestrator.Engine.Ports;
using Orchestrator.Testing.Scenarios;

namespace Orchestrator.Engine.Tests.Scenarios;

/// <summary>Every element of every definition is missed by some scenario: without it, that scenario fails (<c>tests/long.sh traceability</c>).</summary>
public sealed class MissedElementTests
{
    /// <summary>Elements that no scenario misses, as <c>process/element</c>, each with the reason.</summary>
    private static readonly Dictionary<string, string> Unmissed = new(StringComparer.Ordinal)
    {
        ["ma1-crisis-table/answered-and-held"] = "A join right before the end of its sub-process, which waits for both ways in any case.",
        ["p1-collective/followed-up"] = "A join right before another join, which waits for the same ways in any case.",
        ["p1-collective/territory-served"] = "A join right before the end of its sub-process, which waits for both ways in any case.",
    };

    /// <summary>Rules that no scenario misses, each with the reason.</summary>
    private static readonly Dictionary<string, string> UnmissedRules = new(StringComparer.Ordinal)
    {
        ["ma4-delivery/choose-pathway.dmn#choose-pathway-r3"] = "It gives what the last rule gives, and says another reason: that is for people who read the history.",
    };

    [Test]
    [Category("Long")]
    public async Task Every_element_is_missed_by_a_scenario()
    {
        var plays = new List<(string Name, InterpreterPlay Play)>();
        foreach (var name in WorkflowFiles.Scenarios) plays.Add((name, await InterpreterPlays.OfAsync(name)));
        var elements = WorkflowFiles.Definitions.Where(file => file.Kind == ResourceKind.Bpmn)
            .SelectMany(file => ElementRemoval.RemovableOf(file.Content).Select(element => (Process: Path.GetFileNameWithoutExtension(file.Name), Element: element))).ToList();
        var unmissed = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(elements, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (one, _) =>
        {
            if (!await IsMissedAsync(one.Process, one.Element, plays)) unmissed.Add($"{one.Process}/{one.Element}");
        });
        await TestContext.Progress.WriteLineAsync($"{elements.Count} elements, {unmissed.Count} that no scenario misses");
        Assert.That(Listed(unmissed), Is.EqualTo(Listed(Unmissed.Keys)));
    }

    /// <summary>Every rule of every decision table is missed by a scenario, too.</summary>
    [Test]
    [Category("Long")]
    public async Task Every_rule_of_a_table_is_missed_by_a_scenario()
    {
        var unmissed = new List<string>();
        foreach (var (file, rule) in ReducedWorkflows.Rules)
        {
            var reduced = ReducedWorkflows.WithoutRule(file, rule);
            var missed = false;
            foreach (var name in WorkflowFiles.Scenarios.OrderBy(name => Path.GetDirectoryName(name) == Path.GetDirectoryName(file) ? 0 : 1))
                if (missed = (await InterpreterPlays.PlayAsync(reduced, WorkflowFiles.Scenario(name))).Failure is not null) break;
            if (!missed) unmissed.Add($"{file}#{rule}");
        }
        Assert.That(unmissed, Is.EqualTo(UnmissedRules.Keys));
    }

    private static string Listed(IEnumerable<string> elements) => string.Join('\n', elements.Order(StringComparer.Ordinal));

    /// <summary>Scenarios of the process's own come first: they look most closely.</summary>
    private static async Task<bool> IsMissedAsync(string process, string element, List<(string Name, InterpreterPlay Play)> plays)
    {
        TestDefinitions reduced;
        try
        {
            reduced = ReducedWorkflows.Without(process, element);
        }
        catch (InvalidOperationException refused)
        {
            await TestContext.Progress.WriteLineAsync($"{process}/{element} cannot be removed: {refused.Message}");
            return false;
        }
        foreach (var (name, _) in plays.Where(one => one.Play.Entered.Contains((process, element))).OrderBy(one => one.Name.StartsWith(process + "/", StringComparison.Ordinal) ? 0 : 1))
            if ((await InterpreterPlays.PlayAsync(reduced, WorkflowFiles.Scenario(name))).Failure is not null) return true;
        return false;
    }
}
