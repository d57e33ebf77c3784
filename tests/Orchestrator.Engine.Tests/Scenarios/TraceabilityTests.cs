using System.Collections.Concurrent;
using Orchestrator.Hosting.Scenarios;
using Orchestrator.Testing.Scenarios;

namespace Orchestrator.Engine.Tests.Scenarios;

/// <summary>
/// <c>docs/traceability.md</c> says which element carries which sentence of the act, and which scenario would notice if it did not. Here each claim is tried: the element is
/// taken out of the definition, what is left is deployed, and the scenario must fail.
/// </summary>
// Each test has what it changes to itself: definitions and instances of its own.
[Parallelizable(ParallelScope.Children)]
public sealed class TraceabilityTests
{
    private static readonly ConcurrentDictionary<(string Process, string Element), Lazy<TestDefinitions>> Reduced = new();

    [Test]
    public void Every_row_names_what_exists() =>
        Assert.That(TraceabilityTable.Sentences.Concat(TraceabilityTable.Cases).SelectMany(Problems), Is.Empty);

    [Test]
    public void The_sentences_are_numbered_without_a_gap()
    {
        var numbers = TraceabilityTable.Sentences.Select(row => row.Number).Distinct().ToList();
        Assert.That(numbers.Where((number, index) => index > 0 && !Follows(numbers[index - 1], number)), Is.Empty);
    }

    [TestCaseSource(typeof(TraceabilityTable), nameof(TraceabilityTable.Claims))]
    public async Task Without_the_element_the_scenario_fails(TraceabilityClaim claim)
    {
        Assert.That((await InterpreterPlays.OfAsync(claim.Scenario)).Failure, Is.Null, "with the element it passes");
        Assert.That(await WhyNotAsync(claim), Is.Not.Null, $"without {claim.Element} {claim.Scenario} passes all the same: it does not look at what the element does");
    }

    /// <summary>The guard is seen to fail: this scenario runs to its end and looks at nothing on its way.</summary>
    [Test]
    public async Task A_scenario_that_does_not_look_is_found_out()
    {
        var blind = ScenarioReader.Read("blind", """
            clock 2026-03-02T10:00:00+01:00
            always apl.notify ok
            start p1-collective AG-1 { agreement: "AG-1", crisis: "CR-1", signingDate: "2026-03-02", centre: "09" }
            at 2026-04-10T10:00:00+02:00
            end running
            """);
        Assert.That((await InterpreterPlays.PlayAsync(Without("p1-collective", "presentation-term"), blind)).Failure, Is.Null);
    }

    [Test]
    public void A_row_about_something_that_is_not_there_is_reported()
    {
        const string page = "| # | Sentence | Process | Elements | Scenario | Note |\n|---|---|---|---|---|---|\n"
            + "| A.1 | x | `p1-collective` | `presentation-term`, `no-such` | `held-in-time` |  |\n| A.2 | y | — | — | — |  |\n| A.3 | z | `p1-collective` | `presentation-term` | `no-such` |  |\n";
        Assert.That(TraceabilityTable.Rows(page, "Sentence").SelectMany(Problems), Is.EqualTo(new[]
        {
            "A.1: there is no element no-such in p1-collective.", "A.2: a sentence that no element carries needs a reason in its note.", "A.3: there is no scenario p1-collective/no-such.scenario.",
        }));
    }

    private static IEnumerable<string> Problems(TraceabilityRow row)
    {
        if (row.Process.Length == 0)
        {
            if (row.Elements.Count > 0 || row.Note.Length == 0) yield return $"{row.Number}: a sentence that no element carries needs a reason in its note.";
            yield break;
        }
        var file = WorkflowFiles.Definitions.FirstOrDefault(one => one.Name == FileOf(row.Process));
        if (file is null) yield return $"{row.Number}: there is no process {row.Process}.";
        if (row.Elements.Count == 0) yield return $"{row.Number}: an element is missing.";
        var known = file is null ? [] : ElementRemoval.NodesOf(file.Content).Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var element in row.Elements.Where(element => file is not null && !known.Contains(element))) yield return $"{row.Number}: there is no element {element} in {row.Process}.";
        if (!WorkflowFiles.Scenarios.Contains(row.Scenario)) yield return $"{row.Number}: there is no scenario {row.Scenario}.";
    }

    /// <summary>The last part counts on by one, or an earlier one does and what follows begins again.</summary>
    private static bool Follows(string before, string after)
    {
        var (old, now) = (before.Split('.'), after.Split('.'));
        var at = Enumerable.Range(0, Math.Min(old.Length, now.Length)).FirstOrDefault(i => old[i] != now[i], -1);
        if (at < 0) return now.Length == old.Length + 1 && now[^1] == "1";
        return at == 0 ? string.CompareOrdinal(now[0], old[0]) == 1 : int.Parse(now[at], null) == int.Parse(old[at], null) + 1 && now.Skip(at + 1).All(part => part == "1");
    }

    private static async Task<string?> WhyNotAsync(TraceabilityClaim claim) =>
        (await InterpreterPlays.PlayAsync(Without(claim.Process, claim.Element), WorkflowFiles.Scenario(claim.Scenario))).Failure;

    /// <summary>What cannot be deployed throws: then it is not the scenario that notices.</summary>
    private static TestDefinitions Without(string process, string element) => Reduced.GetOrAdd((process, element), key => new(() => ReducedWorkflows.Without(key.Process, key.Element))).Value;

    private static string FileOf(string process) => $"{process}/{process}.bpmn";
}
