using Orchestrator.Testing.Scenarios;

namespace Orchestrator.Engine.Tests.Scenarios;

/// <summary>The programme's scenarios on the first host: the pure interpreter.</summary>
// Each test has what it changes to itself: instances of its own, or a database.
[Parallelizable(ParallelScope.Children)]
public sealed class InterpreterScenarioTests
{
    [TestCaseSource(typeof(WorkflowFiles), nameof(WorkflowFiles.Scenarios))]
    public async Task The_pure_interpreter_plays_it(string name) => Assert.That((await InterpreterPlays.OfAsync(name)).Failure, Is.Null);
}
