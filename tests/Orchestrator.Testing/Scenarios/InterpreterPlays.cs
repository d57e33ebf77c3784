using System.Collections.Concurrent;
using Orchestrator.Hosting.Scenarios;
using Orchestrator.Interpreter;

namespace Orchestrator.Testing.Scenarios;

/// <summary>The programme's scenarios on the pure interpreter, each played once a test run.</summary>
public static class InterpreterPlays
{
    private static readonly Lazy<TestDefinitions> Definitions = new(() => TestDefinitions.Of(WorkflowFiles.Definitions));
    private static readonly ConcurrentDictionary<string, Lazy<Task<InterpreterPlay>>> Plays = new(StringComparer.Ordinal);

    public static Task<InterpreterPlay> OfAsync(string scenario) => Plays.GetOrAdd(scenario, name => new(() => PlayAsync(Definitions.Value, WorkflowFiles.Scenario(name)))).Value;

    public static async Task<InterpreterPlay> PlayAsync(TestDefinitions definitions, ScenarioFile scenario)
    {
        var host = new InterpreterHost(definitions);
        var result = await new ScenarioDriver(host, scenario).RunAsync();
        var entered = new HashSet<(string Process, string Element)>();
        foreach (var instance in await host.InstancesAsync())
            foreach (var one in (await host.EventsAsync(instance)).OfType<InstanceEvent.ElementEntered>())
                entered.Add((definitions.Get(one.Definition).Graph.ProcessId, one.Element.Value));
        return new InterpreterPlay(result.Failure, entered);
    }
}

/// <param name="Failure">Null when every line held.</param>
/// <param name="Entered">The elements that were executed, by process.</param>
public sealed record InterpreterPlay(string? Failure, IReadOnlySet<(string Process, string Element)> Entered);
