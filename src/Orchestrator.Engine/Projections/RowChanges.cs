using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Projections;

/// <summary>
/// Row changes of one command, at most one for each row: an insert swallows what follows it, a later update the earlier one, and a row that comes and goes in one command leaves no trace
/// (except a task, which stays as history shows it).
/// </summary>
internal sealed class RowChanges
{
    private readonly List<RowChange> _changes = [];

    public void Add(RowChange change) => _changes.Add(change);

    public IReadOnlyList<RowChange> ToList() => _changes;

    // ---- instance

    public void EndInstance(RowChange.EndInstance end)
    {
        var index = _changes.FindIndex(change => change is RowChange.InsertInstance);
        if (index < 0) _changes.Add(end);
        else _changes[index] = new RowChange.InsertInstance(((RowChange.InsertInstance)_changes[index]).Row with { State = end.State, EndedAt = end.EndedAt });
    }

    public void SetIncidentFlag(RowChange.SetIncidentFlag flag)
    {
        var index = _changes.FindIndex(change => change is RowChange.InsertInstance);
        if (index < 0) _changes.Add(flag);
        else _changes[index] = new RowChange.InsertInstance(((RowChange.InsertInstance)_changes[index]).Row with { HasIncident = flag.HasIncident });
    }

    public void EndProcessScope(RowChange.EndProcessScope end)
    {
        var index = _changes.FindIndex(change => change is RowChange.InsertProcessScope insert && insert.Row.Key == end.Key);
        if (index < 0) _changes.Add(end);
        else _changes[index] = new RowChange.InsertProcessScope(((RowChange.InsertProcessScope)_changes[index]).Row with { State = end.State, EndedAt = end.EndedAt });
    }

    public void SetSearchVariable(RowChange.SetSearchVariable set)
    {
        var index = _changes.FindIndex(change => change is RowChange.SetSearchVariable other && other.Name == set.Name);
        if (index < 0) _changes.Add(set);
        else _changes[index] = set;
    }

    // ---- tasks

    public void AssignTask(RowChange.AssignTask assign)
    {
        var index = _changes.FindIndex(change => TaskOf(change) == assign.Key);
        if (index < 0) _changes.Add(assign);
        else if (_changes[index] is RowChange.InsertTask insert)
            _changes[index] = new RowChange.InsertTask(insert.Row with { Assignee = assign.Assignee, Version = assign.Version });
        else _changes[index] = assign;
    }

    public void EndTask(RowChange.EndTask end)
    {
        var index = _changes.FindIndex(change => TaskOf(change) == end.Key);
        if (index < 0) _changes.Add(end);
        else if (_changes[index] is RowChange.InsertTask insert)
            _changes[index] = new RowChange.InsertTask(insert.Row with { State = end.State, Assignee = end.Assignee, EndedAt = end.EndedAt, Version = end.Version });
        else _changes[index] = end;
    }

    // ---- jobs

    public void UpdateJob(RowChange.UpdateJob update)
    {
        var index = _changes.FindIndex(change => JobOf(change) == update.Key);
        if (index < 0) _changes.Add(update);
        else if (_changes[index] is RowChange.InsertJob insert)
            _changes[index] = new RowChange.InsertJob(insert.Row with { Attempt = update.Attempt, Retries = update.Retries, AvailableAt = update.AvailableAt });
        else _changes[index] = update;
    }

    /// <summary>One outbox row for an attempt, however many events of the command speak of it.</summary>
    public void Offer(OutboxRow row)
    {
        if (!_changes.Exists(change => change is RowChange.InsertOutbox other && other.Row.Key == row.Key && other.Row.Attempt == row.Attempt && other.Row.Kind == row.Kind))
            _changes.Add(new RowChange.InsertOutbox(row));
    }

    public void DeleteJob(ScopeKey key)
    {
        var known = Remove(change => JobOf(change) == key) is RowChange.InsertJob;
        _changes.RemoveAll(change => change is RowChange.InsertOutbox outbox && outbox.Row.Kind == OutboxKind.JobOffered && outbox.Row.Key == key);
        if (!known) _changes.Add(new RowChange.DeleteJob(key));
    }

    // ---- timers, subscriptions, incidents, continuations: rows that only come and go

    public void DeleteTimer(ScopeKey key)
    {
        if (Remove(change => change is RowChange.InsertTimer insert && insert.Row.Key == key) is null) _changes.Add(new RowChange.DeleteTimer(key));
    }

    public void CloseSubscription(ScopeKey key)
    {
        if (Remove(change => change is RowChange.OpenSubscription open && open.Row.Key == key) is null) _changes.Add(new RowChange.CloseSubscription(key));
    }

    public void CloseIncident(RowChange.CloseIncident close)
    {
        var index = _changes.FindIndex(change => change is RowChange.InsertIncident insert && insert.Row.Key == close.Key);
        if (index < 0) _changes.Add(close);
        else _changes[index] = new RowChange.InsertIncident(((RowChange.InsertIncident)_changes[index]).Row with { ResolvedAt = close.ResolvedAt });
    }

    private RowChange? Remove(Predicate<RowChange> which)
    {
        var index = _changes.FindIndex(which);
        if (index < 0) return null;
        var removed = _changes[index];
        _changes.RemoveAt(index);
        return removed;
    }

    private static ScopeKey? TaskOf(RowChange change) => change switch
    {
        RowChange.InsertTask insert => insert.Row.Key,
        RowChange.AssignTask assign => assign.Key,
        RowChange.EndTask end => end.Key,
        _ => null,
    };

    private static ScopeKey? JobOf(RowChange change) => change switch
    {
        RowChange.InsertJob insert => insert.Row.Key,
        RowChange.UpdateJob update => update.Key,
        _ => null,
    };
}
