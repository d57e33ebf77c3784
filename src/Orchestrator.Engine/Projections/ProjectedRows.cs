using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Projections;

/// <summary>Rows in memory: what a store holds after the same changes.</summary>
internal sealed class ProjectedRows
{
    private readonly SortedDictionary<ScopeKey, ProcessScopeRow> _scopes = [];
    private readonly SortedDictionary<ScopeKey, TaskRow> _tasks = [];
    private readonly SortedDictionary<ScopeKey, TimerRow> _timers = [];
    private readonly SortedDictionary<ScopeKey, JobRow> _jobs = [];
    private readonly SortedDictionary<ScopeKey, SubscriptionRow> _subscriptions = [];
    private readonly SortedDictionary<ScopeKey, IncidentRow> _incidents = [];
    private readonly SortedDictionary<string, SearchVariableRow> _search = new(StringComparer.Ordinal);
    private readonly SortedDictionary<ScopeKey, ContinuationRow> _continuations = [];
    private readonly List<StartReservationRow> _reservations = [];
    private InstanceRow? _instance;

    public void Apply(IReadOnlyList<RowChange> changes)
    {
        foreach (var change in changes) Apply(change);
    }

    public InstanceRows ToInstanceRows() => new(
        _instance, [.. _scopes.Values], [.. _tasks.Values], [.. _timers.Values], [.. _jobs.Values], [.. _subscriptions.Values], [.. _incidents.Values],
        [.. _search.Values], [.. _continuations.Values], [.. _reservations]);

    private void Apply(RowChange change)
    {
        switch (change)
        {
            case RowChange.InsertInstance x: _instance = x.Row; break;
            case RowChange.EndInstance x: _instance = _instance! with { State = x.State, EndedAt = x.EndedAt }; break;
            case RowChange.MoveInstance x: _instance = _instance! with { Definition = x.Definition }; break;
            case RowChange.MoveProcessScope x: Update(_scopes, x.Key, row => row with { Definition = x.Definition }); break;
            case RowChange.MoveTask x:
                Update(_tasks, x.Key, row => row with { Definition = x.Definition, Element = x.Element, Name = x.Name, FormId = x.FormId, EscalationOf = x.EscalationOf, Version = x.Version });
                break;
            case RowChange.MoveTimer x: Update(_timers, x.Key, row => row with { Element = x.Element }); break;
            case RowChange.MoveJob x: Update(_jobs, x.Key, row => row with { Definition = x.Definition, Element = x.Element }); break;
            case RowChange.MoveSubscription x: Update(_subscriptions, x.Key, row => row with { Element = x.Element }); break;
            case RowChange.MoveIncident x: Update(_incidents, x.Key, row => row with { Definition = x.Definition, Element = x.Element }); break;
            case RowChange.SetIncidentFlag x: _instance = _instance! with { HasIncident = x.HasIncident }; break;
            case RowChange.InsertProcessScope x: _scopes.Add(x.Row.Key, x.Row); break;
            case RowChange.EndProcessScope x: Update(_scopes, x.Key, row => row with { State = x.State, EndedAt = x.EndedAt }); break;
            case RowChange.InsertTask x: _tasks.Add(x.Row.Key, x.Row); break;
            case RowChange.AssignTask x: Update(_tasks, x.Key, row => row with { Assignee = x.Assignee, Version = x.Version }); break;
            case RowChange.EndTask x: Update(_tasks, x.Key, row => row with { State = x.State, Assignee = x.Assignee, EndedAt = x.EndedAt, Version = x.Version }); break;
            case RowChange.InsertTimer x: _timers.Add(x.Row.Key, x.Row); break;
            case RowChange.DeleteTimer x: _timers.Remove(x.Key); break;
            case RowChange.InsertJob x: _jobs.Add(x.Row.Key, x.Row); break;
            case RowChange.UpdateJob x: Update(_jobs, x.Key, row => row with { Attempt = x.Attempt, Retries = x.Retries, AvailableAt = x.AvailableAt }); break;
            case RowChange.DeleteJob x: _jobs.Remove(x.Key); break;
            case RowChange.OpenSubscription x: _subscriptions.Add(x.Row.Key, x.Row); break;
            case RowChange.CloseSubscription x: _subscriptions.Remove(x.Key); break;
            case RowChange.InsertIncident x: _incidents.Add(x.Row.Key, x.Row); break;
            case RowChange.CloseIncident x: Update(_incidents, x.Key, row => row with { ResolvedAt = x.ResolvedAt }); break;
            case RowChange.SetSearchVariable x: SetSearch(x); break;
            case RowChange.InsertContinuation x: _continuations[x.Scope] = new ContinuationRow(x.Scope, x.Instance, x.RequestedAt); break;
            case RowChange.DeleteContinuation x: _continuations.Remove(x.Scope); break;
            case RowChange.ReserveStart x: _reservations.Add(new StartReservationRow(x.ProcessId, x.CorrelationKey, x.Instance)); break;
            case RowChange.ReleaseStart: _reservations.Clear(); break;
            // They live shorter than the instance, or longer: no part of its rows.
            case RowChange.InsertMessage or RowChange.RecordCorrelation or RowChange.InsertOutbox or RowChange.AdvanceStartTimer: break;
            default: throw new InvariantBrokenException($"No rule says what {change.GetType().Name} does to the rows.");
        }
    }

    private void SetSearch(RowChange.SetSearchVariable x)
    {
        if (SearchColumns.Of(x.Instance, x.Name, x.Value) is { } row) _search[x.Name] = row;
        else _search.Remove(x.Name);
    }

    private static void Update<TRow>(SortedDictionary<ScopeKey, TRow> rows, ScopeKey key, Func<TRow, TRow> change)
    {
        if (rows.TryGetValue(key, out var row)) rows[key] = change(row);
    }
}
