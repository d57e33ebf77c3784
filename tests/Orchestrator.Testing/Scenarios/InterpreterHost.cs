using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;
using Orchestrator.Hosting.Scenarios;
using Orchestrator.Interpreter;

namespace Orchestrator.Testing.Scenarios;

/// <summary>
/// A scenario host over the pure interpreter alone: instances, timers and messages live in memory, and what the engine does with rows is done here with the states themselves.
/// </summary>
public class InterpreterHost : IScenarioHost
{
    private readonly Dictionary<InstanceId, Run> _runs = [];
    private readonly List<Buffered> _messages = [];
    private readonly TestDefinitions _definitions;
    private readonly World _world;
    private long _numbers;

    public InterpreterHost(TestDefinitions definitions)
    {
        _definitions = definitions;
        _world = definitions.World;
    }

    public DateTimeOffset Now { get; private set; }

    public FeelEnvironment Environment => new(Now, _world.Zone, _world.Zones, _world.Calendars);

    public Task<Rejection?> StartAsync(string processId, string? businessKey, FeelContext variables, Actor actor) =>
        Task.FromResult(Start(processId, new Command.StartInstance(_definitions.Latest(processId).Key, businessKey, variables, null, null), actor));

    public Task PublishAsync(string name, string correlationKey, TimeSpan timeToLive, FeelContext variables)
    {
        Buffer(name, correlationKey, timeToLive, variables);
        return Task.CompletedTask;
    }

    public Task<Rejection?> SubmitAsync(InstanceId instance, Actor actor, Command command) => Task.FromResult(Submit(instance, actor, command));

    public Task<ProcessGraph> GraphAsync(DefinitionKey definition) => Task.FromResult(_definitions.Get(definition).Graph);

    public Task<Rejection?> CompleteTaskAsync(ScopeKey task, Actor actor, FeelContext submitted)
    {
        var state = _runs[task.Instance].State;
        var formId = state.Elements.GetValueOrDefault(task)?.UserTask?.FormId;
        if (formId is not null)
        {
            var result = _definitions.Form(formId).Validate(submitted, Visible(state, task), Environment);
            if (!result.Errors.IsEmpty)
                return Task.FromResult<Rejection?>(new(RejectionReason.Invalid, string.Join("; ", result.Errors.Select(error => $"{error.Path}: {error.Message}"))));
            submitted = result.Accepted;
        }
        return Task.FromResult(Submit(task.Instance, actor, new Command.CompleteUserTask(task, submitted)));
    }

    public Task SettleAsync()
    {
        while (FireDueTimer() || ContinueBatch() || Correlate()) { }
        _messages.RemoveAll(message => message.ExpiresAt <= Now);
        return Task.CompletedTask;
    }

    public Task<DateTimeOffset?> NextDueAsync()
    {
        DateTimeOffset? next = null;
        foreach (var run in _runs.Values)
        {
            foreach (var timer in run.State.Timers.Values) if (timer.HeldBy is null && (next is null || timer.DueAt < next)) next = timer.DueAt;
            foreach (var element in run.State.Elements.Values) if (element.Job?.RetryAt is { } retry && retry > Now && (next is null || retry < next)) next = retry;
        }
        return Task.FromResult(next);
    }

    public void MoveTo(DateTimeOffset instant) => Now = instant;

    public Task RestartAsync() => Task.CompletedTask;

    public Task<IReadOnlyList<InstanceId>> InstancesAsync() => Task.FromResult<IReadOnlyList<InstanceId>>([.. _runs.Keys]);

    public Task<InstanceState> StateAsync(InstanceId instance) => Task.FromResult(_runs[instance].State);

    public Task<IReadOnlyList<InstanceEvent>> EventsAsync(InstanceId instance) => Task.FromResult<IReadOnlyList<InstanceEvent>>([.. _runs[instance].Events.Select(stamped => stamped.Event)]);

    /// <summary>The events of an instance, each with the instant it was decided at.</summary>
    protected IReadOnlyList<(InstanceEvent Event, DateTimeOffset At)> HistoryOf(InstanceId instance) => _runs[instance].Events;

    protected World World => _world;

    private bool FireDueTimer()
    {
        var due = _runs.Values.SelectMany(run => run.State.Timers.Values).Where(timer => timer.HeldBy is null && timer.DueAt <= Now).OrderBy(timer => timer.DueAt).ThenBy(timer => timer.Key).FirstOrDefault();
        if (due is null) return false;
        var rejection = Submit(due.Key.Instance, Actor.System("timers"), new Command.FireTimer(due.Key));
        if (rejection is not null) throw new InvalidOperationException($"Expected the due timer {due.Element} to fire, but it was refused: {rejection.Message}");
        return true;
    }

    private bool ContinueBatch()
    {
        foreach (var (instance, run) in _runs)
        {
            if (run.Continuations.Count == 0) continue;
            var scope = run.Continuations.Dequeue();
            Submit(instance, Actor.System("continuations"), new Command.Continue(scope));
            return true;
        }
        return false;
    }

    // ---- messages: a running instance is reached before a new one is started, oldest message first, once per process id

    private bool Correlate()
    {
        foreach (var message in _messages.ToList())
        {
            if (ToRunning(message) || ToStart(message)) return true;
            if (message.OnlyNow) _messages.Remove(message);
        }
        return false;
    }

    private bool ToRunning(Buffered message)
    {
        foreach (var run in _runs.Values.ToList())
        {
            foreach (var open in run.State.Subscriptions.Values)
            {
                if (open.MessageName != message.Ref.Name || open.CorrelationKey != message.Ref.CorrelationKey || message.Reached.Contains(open.ProcessId)) continue;
                if (Submit(run.State.Id, Actor.System("messages"), new Command.CorrelateMessage(open.Key, message.Ref, message.Variables)) is not null) continue;
                message.Reached.Add(open.ProcessId);
                return true;
            }
        }
        return false;
    }

    private bool ToStart(Buffered message)
    {
        foreach (var (process, start) in _definitions.MessageStarts(message.Ref.Name))
        {
            if (message.Reached.Contains(process.Graph.ProcessId) || IsRunning(process.Graph.ProcessId, message.Ref.CorrelationKey)) continue;
            var command = new Command.StartInstance(process.Key, message.Ref.CorrelationKey, message.Variables, start, message.Ref);
            if (Start(process.Graph.ProcessId, command, Actor.System("messages")) is not null) continue;
            message.Reached.Add(process.Graph.ProcessId);
            return true;
        }
        return false;
    }

    private bool IsRunning(string processId, string key) =>
        key.Length > 0 && _runs.Values.Any(run => run.StartedByMessage && run.State.Outcome is null && run.State.ProcessId == processId && run.State.BusinessKey == key);

    private void Buffer(string name, string key, TimeSpan timeToLive, FeelContext variables) =>
        _messages.Add(new Buffered(new MessageRef(_messages.Count + 1L + (Now.Ticks & 0xFFFF), name, key), variables, Now + timeToLive, timeToLive == TimeSpan.Zero, []));

    // ---- deciding

    private Rejection? Start(string processId, Command.StartInstance start, Actor actor)
    {
        var id = new InstanceId(++_numbers);
        var decision = Decider.Decide(_world, null, Envelope(id, actor, start));
        if (decision.Rejection is not null) return decision.Rejection;
        var run = new Run(decision.State!, start.Message is not null);
        _runs.Add(id, run);
        Adopt(run, decision);
        return null;
    }

    private Rejection? Submit(InstanceId instance, Actor actor, Command command)
    {
        var run = _runs[instance];
        var decision = Decider.Decide(_world, run.State, Envelope(instance, actor, command));
        if (decision.Rejection is not null) return decision.Rejection;
        Adopt(run, decision);
        return null;
    }

    private void Adopt(Run run, Decision decision)
    {
        run.State = decision.State!;
        foreach (var happened in decision.Events)
        {
            run.Events.Add((happened, Now));
            if (happened is InstanceEvent.ContinuationRequested more) run.Continuations.Enqueue(more.Scope);
            if (happened is InstanceEvent.MessagePublished thrown) Buffer(thrown.Name, thrown.CorrelationKey, thrown.TimeToLive, thrown.Variables);
        }
    }

    private CommandEnvelope Envelope(InstanceId instance, Actor actor, Command command) => new(Guid.Empty, instance, actor, Now, command);

    private static FeelContext Visible(InstanceState state, ScopeKey scope)
    {
        var variables = FeelContext.Empty;
        for (var element = state.Elements.GetValueOrDefault(scope); element is not null; element = element.Parent is { } parent ? state.Elements.GetValueOrDefault(parent) : null)
        {
            variables = element.Variables.With(variables);
            if (element.Type == ElementType.Process) break;
        }
        return variables;
    }

    private sealed class Run(InstanceState state, bool startedByMessage)
    {
        public InstanceState State { get; set; } = state;

        public bool StartedByMessage { get; } = startedByMessage;

        public List<(InstanceEvent Event, DateTimeOffset At)> Events { get; } = [];

        public Queue<ScopeKey> Continuations { get; } = new();
    }

    private sealed record Buffered(MessageRef Ref, FeelContext Variables, DateTimeOffset ExpiresAt, bool OnlyNow, HashSet<string> Reached);
}
