using Orchestrator.Bpmn.Model;
using Orchestrator.Engine;
using Orchestrator.Engine.Messages;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Hosting.Scenarios;

/// <summary>
/// A scenario host over the durable engine: real lanes, commits, rows and pumps under a manual clock. Jobs are answered by the scenario, so none goes to the bus.
/// When a node crashes, the next one is opened on the same database and the step is asked again with the same request.
/// </summary>
public sealed class EngineScenarioHost : IScenarioHost, IAsyncDisposable
{
    private const int EventsPage = 500;
    private const int InstancesMax = 1_000;
    private const int CrashesMax = 10;

    private readonly IScenarioNodes _nodes;
    private readonly ManualClock _clock;
    private readonly FeelCalendars _calendars;
    private EngineNode? _node;

    private EngineScenarioHost(IScenarioNodes nodes, DateTimeOffset start, FeelCalendars calendars)
    {
        _nodes = nodes;
        _clock = new ManualClock(start);
        _calendars = calendars;
    }

    public DateTimeOffset Now => _clock.GetUtcNow();

    public FeelEnvironment Environment => new(Now, TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome"), FindZone, _calendars);

    /// <summary>Opens a node, deploys the definitions (unless they are there) and stands at <paramref name="start"/>.</summary>
    /// <exception cref="ScenarioFormatException">The definitions are refused.</exception>
    public static async Task<EngineScenarioHost> StartAsync(IScenarioNodes nodes, IReadOnlyList<DeploymentResource> definitions, DateTimeOffset start, FeelCalendars calendars)
    {
        var host = new EngineScenarioHost(nodes, start, calendars);
        var deployed = await host.AskAsync(node => node.Deployments.DeployAsync(definitions, "scenario", CancellationToken.None));
        if (deployed.Deployment is null)
            throw new ScenarioFormatException($"Expected the definitions to be deployed, but they were refused:\n{string.Join('\n', deployed.Diagnostics)}{deployed.Rejection?.Message}");
        return host;
    }

    public async Task<Rejection?> StartAsync(string processId, string? businessKey, FeelContext variables, Actor actor)
    {
        var request = Guid.CreateVersion7();
        return (await AskAsync(node => node.Instances.StartAsync(request, actor, processId, businessKey, variables, CancellationToken.None))).Rejection;
    }

    public async Task PublishAsync(string name, string correlationKey, TimeSpan timeToLive, FeelContext variables)
    {
        var message = new NewMessage(name, correlationKey, timeToLive, variables) { MessageId = Guid.CreateVersion7().ToString() };
        var published = await AskAsync(node => node.Messages.PublishAsync(message, CancellationToken.None));
        if (published.Rejection is { } rejection) throw new ScenarioFailedException($"expected the message to be published, but it was refused: {rejection.Message}");
    }

    public async Task<Rejection?> SubmitAsync(InstanceId instance, Actor actor, Command command)
    {
        var submission = new Submission(Guid.CreateVersion7(), instance, actor, command) { MayRepeat = true };
        return (await AskAsync(node => node.Commands.SubmitAsync(submission, CancellationToken.None))).Rejection;
    }

    public async Task<Rejection?> CompleteTaskAsync(ScopeKey task, Actor actor, FeelContext submitted)
    {
        var request = Guid.CreateVersion7();
        return (await AskAsync(node => node.Tasks.CompleteAsync(request, actor, task, submitted, version: null, CancellationToken.None))).Rejection;
    }

    public Task SettleAsync() => AskAsync(node => new EngineDriver(node).QuiesceAsync(CancellationToken.None));

    public async Task<DateTimeOffset?> NextDueAsync()
    {
        // A job that waits for the scenario's answer is due already; only the pause before a further attempt ends by itself.
        var due = await AskAsync(node => new EngineDriver(node).NextDueAsync(CancellationToken.None));
        var instants = new List<DateTimeOffset?> { due.Timer, due.StartTimer, due.Outbox, due.Continuation };
        foreach (var instance in await InstancesAsync())
            instants.AddRange((await StateAsync(instance)).Elements.Values.Select(element => element.Job?.RetryAt));
        return instants.Where(instant => instant > Now).Min();
    }

    public void MoveTo(DateTimeOffset instant) => _clock.MoveTo(instant);

    public async Task RestartAsync()
    {
        if (_node is null) return;
        await _nodes.CloseAsync(_node);
        _node = null;
    }

    public async Task<IReadOnlyList<InstanceId>> InstancesAsync()
    {
        var page = await AskAsync(node => node.Queries.InstancesAsync(new InstanceQuery { Page = new Paging(0, InstancesMax) }, CancellationToken.None));
        return [.. page.Items.Select(row => row.Instance).OrderBy(instance => instance.Number)];
    }

    public async Task<InstanceState> StateAsync(InstanceId instance) =>
        await AskAsync(node => node.Instances.StateAsync(instance)) ?? throw new ScenarioFailedException($"expected the instance {instance}, but there is none.");

    public async Task<IReadOnlyList<InstanceEvent>> EventsAsync(InstanceId instance)
    {
        var events = new List<InstanceEvent>();
        while (true)
        {
            var page = await AskAsync(node => node.History.PageAsync(instance, events.Count, EventsPage, CancellationToken.None));
            if (page.Count == 0) return events;
            events.AddRange(page.Select(happened => happened.Event));
        }
    }

    public async Task<ProcessGraph> GraphAsync(DefinitionKey definition) => (await AskAsync(node => node.Definitions.FindAsync(definition).AsTask()))?.Graph
        ?? throw new ScenarioFailedException($"expected the definition {definition}, but there is none.");

    /// <summary>The node that is open now, for checks after a run.</summary>
    public Task<EngineNode> NodeAsync() => AskAsync(Task.FromResult);

    public async ValueTask DisposeAsync() => await RestartAsync();

    private async Task<T> AskAsync<T>(Func<EngineNode, Task<T>> question)
    {
        for (var crashes = 0; ; crashes++)
        {
            try
            {
                _node ??= await OpenAsync();
                return await question(_node);
            }
            catch (Exception failure) when (crashes < CrashesMax && _nodes.IsCrash(failure))
            {
                await RestartAsync();
            }
        }
    }

    private async Task<EngineNode> OpenAsync()
    {
        var node = await _nodes.OpenAsync(_clock);
        await node.OpenAsync(CancellationToken.None);
        return node;
    }

    private static TimeZoneInfo? FindZone(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;
}
