using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Projections;

/// <summary>
/// Row changes of one command, at most one for each row: an insert swallows what follows it, a later update the earlier one, and a row that comes and goes in one command leaves no trace
/// (except a task, which stays as history shows it).
/// </summary>
internal sealed class RowChanges
{
    // A command of a few rows is searched through. One that ends a hundred thousand tasks must not look at every row for each of them.
    private const int IndexedFrom = 32;

    // A row that went again leaves a gap (null) until the list is asked for.
    private readonly List<RowChange> _changes = [];
    private Dictionary<(Row, ScopeKey), int>? _index;
    private bool _gaps;

    public void Add(RowChange change)
    {
        if (_index is not null && PlaceOf(change) is { } place) _index[place] = _changes.Count;
        _changes.Add(change);
    }

    public IReadOnlyList<RowChange> ToList()
    {
        if (!_gaps) return _changes;
        _changes.RemoveAll(change => change is null);
        (_index, _gaps) = (null, false);
        return _changes;
    }

    // ---- instance

    public void EndInstance(RowChange.EndInstance end)
    {
        var index = _changes.FindIndex(change => change is RowChange.InsertInstance);
        if (index < 0) Add(end);
        else _changes[index] = new RowChange.InsertInstance(((RowChange.InsertInstance)_changes[index]).Row with { State = end.State, EndedAt = end.EndedAt });
    }

    public void SetIncidentFlag(RowChange.SetIncidentFlag flag)
    {
        var index = _changes.FindIndex(change => change is RowChange.InsertInstance);
        if (index < 0) Add(flag);
        else _changes[index] = new RowChange.InsertInstance(((RowChange.InsertInstance)_changes[index]).Row with { HasIncident = flag.HasIncident });
    }

    public void EndProcessScope(RowChange.EndProcessScope end)
    {
        var index = IndexOf(Row.ProcessScope, end.Key);
        if (index < 0) Add(end);
        else _changes[index] = new RowChange.InsertProcessScope(((RowChange.InsertProcessScope)_changes[index]).Row with { State = end.State, EndedAt = end.EndedAt });
    }

    public void SetSearchVariable(RowChange.SetSearchVariable set)
    {
        var index = _changes.FindIndex(change => change is RowChange.SetSearchVariable other && other.Name == set.Name);
        if (index < 0) Add(set);
        else _changes[index] = set;
    }

    // ---- tasks

    public void AssignTask(RowChange.AssignTask assign)
    {
        var index = IndexOf(Row.Task, assign.Key);
        if (index < 0) Add(assign);
        else if (_changes[index] is RowChange.InsertTask insert)
            _changes[index] = new RowChange.InsertTask(insert.Row with { Assignee = assign.Assignee, Version = assign.Version });
        else _changes[index] = assign;
    }

    public void EndTask(RowChange.EndTask end)
    {
        var index = IndexOf(Row.Task, end.Key);
        if (index < 0) Add(end);
        else if (_changes[index] is RowChange.InsertTask insert)
            _changes[index] = new RowChange.InsertTask(insert.Row with { State = end.State, Assignee = end.Assignee, EndedAt = end.EndedAt, Version = end.Version });
        else _changes[index] = end;
    }

    // ---- jobs

    public void UpdateJob(RowChange.UpdateJob update)
    {
        var index = IndexOf(Row.Job, update.Key);
        if (index < 0) Add(update);
        else if (_changes[index] is RowChange.InsertJob insert)
            _changes[index] = new RowChange.InsertJob(insert.Row with { Attempt = update.Attempt, Retries = update.Retries, AvailableAt = update.AvailableAt });
        else _changes[index] = update;
    }

    /// <summary>One outbox row for a job, however many events of the command speak of its attempt.</summary>
    public void Offer(OutboxRow row)
    {
        if (IndexOf(Row.Offer, row.Key) < 0) Add(new RowChange.InsertOutbox(row));
    }

    public void DeleteJob(ScopeKey key)
    {
        var known = Remove(Row.Job, key) is RowChange.InsertJob;
        Remove(Row.Offer, key);
        if (!known) Add(new RowChange.DeleteJob(key));
    }

    // ---- timers, subscriptions, incidents, continuations: rows that only come and go

    public void DeleteTimer(ScopeKey key)
    {
        if (Remove(Row.Timer, key) is null) Add(new RowChange.DeleteTimer(key));
    }

    /// <summary>This command has armed the timer.</summary>
    public bool InsertsTimer(ScopeKey key) => IndexOf(Row.Timer, key) >= 0;

    public void CloseSubscription(ScopeKey key)
    {
        if (Remove(Row.Subscription, key) is null) Add(new RowChange.CloseSubscription(key));
    }

    public void CloseIncident(RowChange.CloseIncident close)
    {
        var index = IndexOf(Row.Incident, close.Key);
        if (index < 0) Add(close);
        else _changes[index] = new RowChange.InsertIncident(((RowChange.InsertIncident)_changes[index]).Row with { ResolvedAt = close.ResolvedAt });
    }

    private RowChange? Remove(Row row, ScopeKey key)
    {
        var index = IndexOf(row, key);
        if (index < 0) return null;
        var removed = _changes[index];
        _changes[index] = null!;
        _index?.Remove((row, key));
        _gaps = true;
        return removed;
    }

    private int IndexOf(Row row, ScopeKey key)
    {
        if (_changes.Count >= IndexedFrom) return (_index ??= Indexed()).TryGetValue((row, key), out var known) ? known : -1;
        for (var i = 0; i < _changes.Count; i++)
            if (PlaceOf(_changes[i]) == (row, key)) return i;
        return -1;
    }

    private Dictionary<(Row, ScopeKey), int> Indexed()
    {
        var index = new Dictionary<(Row, ScopeKey), int>(_changes.Count);
        for (var i = 0; i < _changes.Count; i++)
            if (PlaceOf(_changes[i]) is { } place) index[place] = i;
        return index;
    }

    private enum Row { ProcessScope, Task, Job, Offer, Timer, Subscription, Incident }

    // The row that a later change of this command may still touch.
    private static (Row Row, ScopeKey Key)? PlaceOf(RowChange? change) => change switch
    {
        RowChange.InsertProcessScope insert => (Row.ProcessScope, insert.Row.Key),
        RowChange.InsertTask insert => (Row.Task, insert.Row.Key),
        RowChange.AssignTask assign => (Row.Task, assign.Key),
        RowChange.EndTask end => (Row.Task, end.Key),
        RowChange.InsertJob insert => (Row.Job, insert.Row.Key),
        RowChange.UpdateJob update => (Row.Job, update.Key),
        RowChange.InsertOutbox { Row.Kind: OutboxKind.JobOffered } offer => (Row.Offer, offer.Row.Key),
        RowChange.InsertTimer insert => (Row.Timer, insert.Row.Key),
        RowChange.OpenSubscription open => (Row.Subscription, open.Row.Key),
        RowChange.InsertIncident insert => (Row.Incident, insert.Row.Key),
        _ => null,
    };
}
