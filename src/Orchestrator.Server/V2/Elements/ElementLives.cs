using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.History;
using Orchestrator.Interpreter;
using Orchestrator.Server.Requests;

namespace Orchestrator.Server.V2.Elements;

/// <summary>The lives of all element instances of one process instance, read out of its history: those that have ended as well.</summary>
internal sealed class ElementLives
{
    private const int PageEvents = 1_000;

    private readonly Dictionary<ScopeKey, Life> _lives = [];
    private readonly Dictionary<ScopeKey, ScopeKey> _incidentScopes = [];

    private ElementLives(InstanceId instance) => Instance = instance;

    public InstanceId Instance { get; }

    /// <summary>In the order in which they began.</summary>
    public IEnumerable<Life> All => _lives.Values;

    /// <summary>Null when there is no such instance.</summary>
    public static async Task<ElementLives?> ReadAsync(HistoryService history, InstanceId instance, CancellationToken cancellation)
    {
        var lives = new ElementLives(instance);
        for (long after = 0; ;)
        {
            var page = await history.PageAsync(instance, after, PageEvents, cancellation);
            if (page.Count == 0) return lives._lives.Count == 0 ? null : lives;
            foreach (var entry in page) lives.Add(entry);
            after = page[^1].Position;
        }
    }

    /// <summary>The key of the process instance around a scope: the root, or a called process.</summary>
    public ScopeKey ProcessAround(Life life)
    {
        var at = life;
        while (at.Type != ElementType.Process && _lives.TryGetValue(at.Parent, out var around)) at = around;
        return at.Key;
    }

    private void Add(HistoryEvent entry)
    {
        switch (entry.Event)
        {
            case InstanceEvent.InstanceStarted started:
                var root = ScopeKey.RootOf(Instance);
                _lives[root] = new(root, root, started.Definition, started.ProcessId, ElementType.Process, entry.At);
                break;
            case InstanceEvent.ElementEntered entered when !_lives.ContainsKey(entered.Scope):
                _lives[entered.Scope] = new(entered.Scope, entered.Parent, entered.Definition, entered.Element.Value, entered.Type, entry.At);
                break;
            case InstanceEvent.InstanceMigrated migrated: GoOn(migrated); break;
            case InstanceEvent.ElementCompleted completed: End(completed.Scope, entry.At, terminated: false); break;
            case InstanceEvent.ElementTerminated terminated: End(terminated.Scope, entry.At, terminated: true); break;
            case InstanceEvent.InstanceEnded ended: End(ScopeKey.RootOf(Instance), entry.At, ended.Outcome == InstanceOutcome.Terminated); break;
            case InstanceEvent.IncidentRaised raised:
                _incidentScopes[raised.Incident] = raised.Scope;
                if (_lives.TryGetValue(raised.Scope, out var hurt)) hurt.Incident = raised.Incident;
                break;
            case InstanceEvent.IncidentResolved resolved when _incidentScopes.TryGetValue(resolved.Incident, out var scope):
                if (_lives.TryGetValue(scope, out var healed) && healed.Incident == resolved.Incident) healed.Incident = null;
                break;
        }
    }

    // What lives goes on under the names of the new version; what has ended stays what it was.
    private void GoOn(InstanceEvent.InstanceMigrated migrated)
    {
        var names = migrated.Mapping.ToDictionary(pair => pair.Source.Value, pair => pair.Target.Value);
        foreach (var life in _lives.Values.Where(life => life.EndedAt is null && (life.Key == migrated.Process || life.Type != ElementType.Process && ProcessAround(life) == migrated.Process)).ToList())
        {
            life.Definition = migrated.To;
            if (life.Type != ElementType.Process) life.Element = names.GetValueOrDefault(life.Element, life.Element);
        }
    }

    private void End(ScopeKey scope, DateTimeOffset at, bool terminated)
    {
        if (!_lives.TryGetValue(scope, out var life)) return;
        life.EndedAt = at;
        life.Terminated = terminated;
        life.Incident = null;
    }

    /// <summary>One element instance.</summary>
    internal sealed class Life(ScopeKey key, ScopeKey parent, DefinitionKey definition, string element, ElementType type, DateTimeOffset startedAt)
    {
        public ScopeKey Key { get; } = key;

        public ScopeKey Parent { get; } = parent;

        /// <summary>The version under which it lives, or lived last.</summary>
        public DefinitionKey Definition { get; set; } = definition;

        public string Element { get; set; } = element;

        public ElementType Type { get; } = type;

        public DateTimeOffset StartedAt { get; } = startedAt;

        public DateTimeOffset? EndedAt { get; set; }

        public bool Terminated { get; set; }

        public ScopeKey? Incident { get; set; }

        public string State => EndedAt is null ? "ACTIVE" : Terminated ? "TERMINATED" : "COMPLETED";

        /// <summary>As an item of the API.</summary>
        public async Task<ElementItem> ItemAsync(ElementLives lives, DefinitionCatalog definitions)
        {
            var process = await definitions.GetAsync(Definition);
            var name = Type == ElementType.Process ? process.Graph.Name : process.Graph.Find(new(Element))?.Name;
            return new()
            {
                ElementInstanceKey = Keys.Text(Key),
                ElementId = Element,
                ElementName = name ?? Element,
                Type = ElementNames.Of(Type),
                State = State,
                StartDate = StartedAt,
                EndDate = EndedAt,
                HasIncident = Incident is not null,
                IncidentKey = Incident is { } incident ? Keys.Text(incident) : null,
                ProcessInstanceKey = Keys.Text(lives.ProcessAround(this)),
                RootProcessInstanceKey = Keys.Text(lives.Instance),
                ProcessDefinitionId = process.Graph.ProcessId,
                ProcessDefinitionKey = Keys.Text(Definition),
            };
        }
    }
}
