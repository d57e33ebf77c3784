using Orchestrator.Bpmn.Model;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Interpreter.Timers;

namespace Orchestrator.Engine.Deployments;

/// <summary>The start subscriptions of a process that begins to be the one that starts.</summary>
internal static class ProcessStarts
{
    private static readonly DefinitionKey s_unknown = new(0);

    /// <summary>Those of a process that is deployed now, or why they cannot be. They name no definition yet.</summary>
    public static (DefinitionStarts Starts, string? Problem) Of(ProcessGraph graph, World world, DateTimeOffset now)
    {
        var environment = EnvironmentOf(world, now);
        var messages = new List<MessageStartRow>();
        var timers = new List<StartTimerRow>();
        foreach (var start in graph.StartEventsIn(null))
            switch (start.Definition)
            {
                case EventDefinition.Message message:
                    if (NameOf(message.Name, environment) is not { Length: > 0 } name)
                        return (DefinitionStarts.None, $"Expected start event '{start.Id}' to name its message by a text or an expression without variables.");
                    messages.Add(new(graph.ProcessId, s_unknown, start.Id.Value, name));
                    break;
                case EventDefinition.Timer { CatchUp: CatchUpPolicy.Skip or CatchUpPolicy.Ask } timer:
                    return (DefinitionStarts.None, $"Expected start event '{start.Id}' to catch up once or all, but found {timer.CatchUp}: there is no instance yet that could skip or ask.");
                case EventDefinition.Timer timer:
                    var (planned, problem) = StartTimers.First(timer, environment);
                    if (problem is not null) return (DefinitionStarts.None, $"Start event '{start.Id}': {problem}");
                    if (planned is not null) timers.Add(new(graph.ProcessId, s_unknown, start.Id.Value, planned.DueAt, planned.Schedule, planned.Repetitions));
                    break;
            }
        return (new(messages, timers), null);
    }

    /// <summary>
    /// Those of a version whose retirement is taken back: as of one that is deployed now, but nothing that was due meanwhile is made up for, nor a date that has passed begun once more.
    /// </summary>
    public static DefinitionStarts Again(DeployedProcess process, World world, DateTimeOffset now)
    {
        var (starts, problem) = Of(process.Graph, world, now);
        Invariant.Holds(problem is null, "what was deployed can be deployed");
        var environment = EnvironmentOf(world, now);
        return new(
            [.. starts.Messages.Select(one => one with { Definition = process.Key })],
            [.. starts.Timers.Select(one => StillToCome(one, environment)).OfType<StartTimerRow>().Select(one => one with { Definition = process.Key })]);
    }

    private static StartTimerRow? StillToCome(StartTimerRow row, FeelEnvironment environment)
    {
        if (row.DueAt > environment.Now) return row;
        return StartTimers.Next(new(row.DueAt, row.Schedule, row.Repetitions), CatchUpPolicy.Once, environment) is { } next ? row with { DueAt = next.DueAt, Repetitions = next.Repetitions } : null;
    }

    private static FeelEnvironment EnvironmentOf(World world, DateTimeOffset now) => new(now, world.Zone, world.Zones, world.Calendars);

    private static string? NameOf(BpmnValue name, FeelEnvironment environment) => name switch
    {
        BpmnValue.Fixed text => text.Text,
        BpmnValue.Computed computed => (computed.Expression.Evaluate(FeelContext.Empty, environment).Value as FeelString)?.Value,
        _ => null,
    };
}
