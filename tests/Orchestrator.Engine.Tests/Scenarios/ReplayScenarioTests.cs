using Orchestrator.Hosting.Scenarios;
using Orchestrator.Testing.Scenarios;

namespace Orchestrator.Engine.Tests.Scenarios;

/// <summary>The programme's scenarios on the second host: encode, decode and replay from nothing after every line.</summary>
// Each test has what it changes to itself: instances of its own, or a database.
[Parallelizable(ParallelScope.Children)]
public sealed class ReplayScenarioTests
{
    private static readonly Lazy<TestDefinitions> Definitions = new(() => TestDefinitions.Of(WorkflowFiles.Definitions));

    [TestCaseSource(typeof(WorkflowFiles), nameof(WorkflowFiles.Scenarios))]
    public async Task Replay_gives_the_same_state_after_every_line(string name)
    {
        var host = new ReplayingHost(Definitions.Value);
        var differences = new List<string>();
        var driver = new ScenarioDriver(host, WorkflowFiles.Scenario(name)) { AfterStep = async () => differences.AddRange(await host.DifferencesAsync()) };
        Assert.That((await driver.RunAsync()).Failure, Is.Null);
        Assert.That(differences, Is.Empty);
    }
}
