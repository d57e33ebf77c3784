using Orchestrator.Engine;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Hosting.Scenarios;

/// <summary>A scenario host over the durable engine: real lanes, commits, rows and pumps under a manual clock. Jobs are answered by the scenario, so none goes to the bus.</summary>
public sealed class EngineScenarioHost : IScenarioHost, IAsyncDisposable
{
    private const int EventsPage = 500;
    private const int InstancesMax = 1_000;

    private readonly Func<TimeProvider, EngineNode> _open;
    private readonly ManualClock _clock;
    private readonly FeelCalendars _calendars;
    private EngineNode _node;

    private EngineScenarioHost(Func<TimeProvider, EngineNode> open, EngineNode node, ManualClock clock, FeelCalendars calendars)
    {
        _open = open;
        _node = node;
        _clock = clock;
        _calendars = calendars;
    }

    public DateTimeOffset Now => _clock.GetUtcNow();

    public FeelEnvironment Environment => new(Now, TimeZoneInfo.FindSystemTimeZoneById(_node.Options.Zone), FindZone, _calendars);

    /// <summary>Opens a node, deploys the definitions (unless they are there) and stands at <paramref name="start"/>.</summary>
    /// <param name="open">Makes a node over the store of this scenario; called again after every restart.</param>
    /// <exception cref="ScenarioFormatException">The definitions are refused.</exception>
    public static async Task<EngineScenarioHost> StartAsync(
        Func<TimeProvider, EngineNode> open, IReadOnlyList<DeploymentResource> definitions, DateTimeOffset start, FeelCalendars calendars, CancellationToken cancellation)
    {
        var clock = new ManualClock(start);
        var node = open(clock);
        await node.OpenAsync(cancellation);
        var deployed = await node.Deployments.DeployAsync(definitions, "scenario", cancellation);
        if (deployed.Deployment is null)
            throw new ScenarioFormatException($"Expected the definitions to be deployed, but they were refused:\n{string.Join('\n', deployed.Diagnostics)}{deployed.Rejection?.Message}");
        return new EngineScenarioHost(open, node, clock, calendars);
    }

    public async Task<Rejection?> StartAsync(string processId, string? businessKey, FeelContext variables, Actor actor) =>
        (await _node.Instances.StartAsync(Guid.CreateVersion7(), actor, processId, businessKey, variables, CancellationToken.None)).Rejection;

    public async Task PublishAsync(string name, string correlationKey, TimeSpan timeToLive, FeelContext variables)
    {
        var published = await _node.Messages.PublishAsync(new(name, correlationKey, timeToLive, variables), CancellationToken.None);
        if (published.Rejection is { } rejection) throw new ScenarioFailedException($"expected the message to be published, but it was refused: {rejection.Message}");
    }

    public async Task<Rejection?> SubmitAsync(InstanceId instance, Actor actor, Command command) =>
        (await _node.Commands.SubmitAsync(new(Guid.CreateVersion7(), instance, actor, command), CancellationToken.None)).Rejection;

    public async Task<Rejection?> CompleteTaskAsync(ScopeKey task, Actor actor, FeelContext submitted) =>
        (await _node.Tasks.CompleteAsync(Guid.CreateVersion7(), actor, task, submitted, version: null, CancellationToken.None)).Rejection;

    public Task SettleAsync() => new EngineDriver(_node).QuiesceAsync(CancellationToken.None);

    public async Task<DateTimeOffset?> NextDueAsync() => await new EngineDriver(_node).NextInstantAsync(CancellationToken.None);

    public void MoveTo(DateTimeOffset instant) => _clock.MoveTo(instant);

    public async Task RestartAsync()
    {
        await _node.DisposeAsync();
        _node = _open(_clock);
        await _node.OpenAsync(CancellationToken.None);
    }

    public async Task<IReadOnlyList<InstanceId>> InstancesAsync()
    {
        var page = await _node.Queries.InstancesAsync(new InstanceQuery { Page = new Paging(0, InstancesMax) }, CancellationToken.None);
        return [.. page.Items.Select(row => row.Instance).OrderBy(instance => instance.Number)];
    }

    public async Task<InstanceState> StateAsync(InstanceId instance) =>
        await _node.Instances.StateAsync(instance) ?? throw new ScenarioFailedException($"expected the instance {instance}, but there is none.");

    public async Task<IReadOnlyList<InstanceEvent>> EventsAsync(InstanceId instance)
    {
        var events = new List<InstanceEvent>();
        while (true)
        {
            var page = await _node.History.PageAsync(instance, events.Count, EventsPage, CancellationToken.None);
            if (page.Count == 0) return events;
            events.AddRange(page.Select(happened => happened.Event));
        }
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    private static TimeZoneInfo? FindZone(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;
}
