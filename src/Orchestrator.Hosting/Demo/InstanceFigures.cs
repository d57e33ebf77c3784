using Orchestrator.Bpmn.Model;
using Orchestrator.Engine.History;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Hosting.Demo;

/// <summary>Counts in the history of one instance what a <see cref="DemoReport"/> tells.</summary>
internal sealed class InstanceFigures(IReadOnlyDictionary<DefinitionKey, ProcessGraph> graphs)
{
    private readonly Dictionary<ScopeKey, ScopeKey> _hostOfTimer = [];
    private readonly Dictionary<ScopeKey, bool> _completed = [];
    private readonly Dictionary<ScopeKey, string?> _disarmed = [];
    private readonly HashSet<ScopeKey> _secondLevel = [];
    private readonly Dictionary<ScopeKey, string> _subscriptions = [];

    /// <summary>Times entered, by process and element.</summary>
    public Dictionary<(string Process, string Element), int> Elements { get; } = [];

    /// <summary>Messages that reached the instance, by name.</summary>
    public HashSet<string> Heard { get; } = [];

    /// <summary>Ends of pathways that it told: case, outcome, and whether the case goes on elsewhere.</summary>
    public List<(string Case, string Outcome, bool Moves, DateTimeOffset At)> Pathways { get; } = [];

    /// <summary>Cases whose opening it told.</summary>
    public HashSet<string> Cases { get; } = [];

    public int Armed { get; private set; }

    public int Missed { get; private set; }

    public int Kept => _disarmed.Count(one => one.Value is null && _completed.GetValueOrDefault(_hostOfTimer[one.Key]));

    public int Withdrawn => Armed - Missed - Kept;

    public int Escalations { get; private set; }

    public long Events { get; private set; }

    public string ProcessId { get; private set; } = "";

    public void Add(HistoryEvent one)
    {
        Events++;
        switch (one.Event)
        {
            case InstanceEvent.InstanceStarted started: ProcessId = started.ProcessId; if (started.Message is { } by) Heard.Add(by.Name); break;
            case InstanceEvent.ElementEntered { Type: not ElementType.Process } entered: Enter(entered); break;
            case InstanceEvent.ElementCompleted completed: _completed[completed.Scope] = true; break;
            case InstanceEvent.TimerArmed armed when IsTerm(one, armed.Element): _hostOfTimer[armed.Timer] = armed.Host; Armed++; break;
            case InstanceEvent.TimerFired fired when _hostOfTimer.ContainsKey(fired.Timer): Missed++; break;
            case InstanceEvent.TimerDisarmed disarmed when _hostOfTimer.ContainsKey(disarmed.Timer): _disarmed[disarmed.Timer] = disarmed.Reason; break;
            case InstanceEvent.UserTaskCreated { EscalationOf: not null }: Escalations++; break;
            case InstanceEvent.VariablesSet set when LevelOf(set.Variables) is "L2" or "L3" or "L4": _secondLevel.Add(set.Scope); break;
            case InstanceEvent.JobCreated job when _secondLevel.Contains(job.Scope): Escalations++; break;
            case InstanceEvent.MessageSubscribed subscribed: _subscriptions[subscribed.Subscription] = subscribed.MessageName; break;
            case InstanceEvent.MessageCorrelated heard: Heard.Add(heard.Message.Name); break;
            case InstanceEvent.MessagePublished told: Tell(told, one.At); break;
        }
    }

    private void Enter(InstanceEvent.ElementEntered entered)
    {
        var key = (graphs[entered.Definition].ProcessId, entered.Element.Value);
        Elements[key] = Elements.GetValueOrDefault(key) + 1;
    }

    private void Tell(InstanceEvent.MessagePublished told, DateTimeOffset at)
    {
        switch (told.Name)
        {
            case "PathwayCompleted":
                Pathways.Add((told.CorrelationKey, (told.Variables["outcome"] as FeelString)?.Value ?? "", told.Variables["moveTo"] is FeelString, at));
                break;
            case "Pathway1Opened" or "Pathway2Opened":
                Cases.Add(told.CorrelationKey);
                break;
        }
    }

    private bool IsTerm(HistoryEvent one, ElementId timer) =>
        one.Definition is { } definition && graphs[definition].IsTerm(timer);

    private static string? LevelOf(FeelContext variables) => variables["reminder"] is FeelContext reminder ? (reminder["level"] as FeelString)?.Value : null;
}
