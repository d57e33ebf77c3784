using Orchestrator.Hosting.Scenarios;
using Orchestrator.Testing.Scenarios;

namespace Orchestrator.Engine.Tests.Scenarios;

/// <summary>The programme's scenarios on the first host: the pure interpreter.</summary>
// Each test has what it changes to itself: instances of its own, or a database.
[Parallelizable(ParallelScope.Children)]
public sealed class InterpreterScenarioTests
{
    private static readonly Lazy<TestDefinitions> Definitions = new(() => TestDefinitions.Of(WorkflowFiles.Definitions));

    [TestCaseSource(typeof(WorkflowFiles), nameof(WorkflowFiles.Scenarios))]
    public async Task The_pure_interpreter_plays_it(string name)
    {
        var result = await new ScenarioDriver(new InterpreterHost(Definitions.Value), WorkflowFiles.Scenario(name)).RunAsync();
        Assert.That(result.Failure, Is.Null);
    }
}
