using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Hosting.Scenarios;

/// <summary>
/// What a scenario runs on: definitions that are deployed already, one manual clock, and instances. The durable engine is one host, the pure interpreter another;
/// the same file must pass on each.
/// </summary>
public interface IScenarioHost
{
    DateTimeOffset Now { get; }

    /// <summary>What FEEL texts in the scenario may look at.</summary>
    FeelEnvironment Environment { get; }

    Task<Rejection?> StartAsync(string processId, string? businessKey, FeelContext variables, Actor actor);

    /// <summary>Publishes a message from outside; it is kept for <paramref name="timeToLive"/>.</summary>
    Task PublishAsync(string name, string correlationKey, TimeSpan timeToLive, FeelContext variables);

    Task<Rejection?> SubmitAsync(InstanceId instance, Actor actor, Command command);

    /// <summary>Completes a human task through the door that validates its form.</summary>
    Task<Rejection?> CompleteTaskAsync(ScopeKey task, Actor actor, FeelContext submitted);

    /// <summary>Does everything that can be done at this instant.</summary>
    Task SettleAsync();

    /// <summary>The next instant after which there is something to do by itself, or null.</summary>
    Task<DateTimeOffset?> NextDueAsync();

    /// <summary>Moves the clock forward and does nothing else.</summary>
    void MoveTo(DateTimeOffset instant);

    /// <summary>Stops and starts again whatever keeps state in memory.</summary>
    Task RestartAsync();

    /// <summary>All instances, in the order they were started.</summary>
    Task<IReadOnlyList<InstanceId>> InstancesAsync();

    /// <summary>The state an instance has now; ended ones keep theirs.</summary>
    Task<InstanceState> StateAsync(InstanceId instance);

    /// <summary>The graph of a process that some instance runs.</summary>
    Task<ProcessGraph> GraphAsync(DefinitionKey definition);

    Task<IReadOnlyList<InstanceEvent>> EventsAsync(InstanceId instance);
}
