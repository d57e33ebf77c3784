using Orchestrator.Bpmn.Model;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.History;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client.Deadlines;

/// <summary>
/// What a history says about one escalation task: the work on which its term sat, what else sat on it and fired, the term, and who had the task since. Of a term that passed more than
/// once before the task, the last time counts.
/// </summary>
internal sealed class LadderHistory(ScopeKey task, ElementId term)
{
    private readonly Dictionary<ScopeKey, (ElementId Element, DateTimeOffset At)> _entered = [];
    private readonly Dictionary<ScopeKey, InstanceEvent.TimerArmed> _armed = [];
    private readonly List<(ScopeKey Host, Rung Rung)> _fired = [];
    private readonly List<Rung> _ofTask = [];
    private ScopeKey? _host;

    /// <summary>In the order of time.</summary>
    public IReadOnlyList<Rung> Rungs
    {
        get
        {
            var rungs = new List<Rung>();
            if (_host is { } host)
            {
                if (_entered.TryGetValue(host, out var began)) rungs.Add(new(LadderStep.Began, began.At, began.Element, null));
                rungs.AddRange(_fired.Where(fired => fired.Host == host).Select(fired => fired.Rung));
            }
            return [.. rungs, .. _ofTask];
        }
    }

    /// <summary>Events have to come in the order of their positions, from the first one.</summary>
    public void Add(HistoryEvent entry)
    {
        switch (entry.Event)
        {
            case InstanceEvent.ElementEntered entered:
                _entered[entered.Scope] = (entered.Element, entry.At);
                break;
            case InstanceEvent.InstanceMigrated migrated:
                Rename(migrated);
                break;
            case InstanceEvent.TimerArmed armed:
                _armed[armed.Timer] = armed;
                break;
            case InstanceEvent.TimerFired fired when _armed.TryGetValue(fired.Timer, out var timer):
                Fired(timer, entry.At);
                break;
            case InstanceEvent.TimerSkipped skipped:
                _fired.Add((skipped.Host, new(LadderStep.ReminderSkipped, entry.At, skipped.Element, null)));
                break;
            case InstanceEvent.UserTaskCreated created when created.Scope == task:
                _ofTask.Add(new(LadderStep.Escalated, entry.At, entry.Element ?? term, null));
                if (created.Assignee is { } assignee) _ofTask.Add(Taken(entry.At, assignee));
                break;
            case InstanceEvent.UserTaskClaimed claimed when claimed.Scope == task:
                _ofTask.Add(Taken(entry.At, claimed.User));
                break;
            case InstanceEvent.UserTaskAssigned assigned when assigned.Scope == task:
                _ofTask.Add(Taken(entry.At, assigned.Assignee));
                break;
            case InstanceEvent.UserTaskTakenOver taken when taken.Scope == task:
                _ofTask.Add(Taken(entry.At, taken.User));
                break;
            case InstanceEvent.UserTaskUnclaimed given when given.Scope == task:
                _ofTask.Add(new(LadderStep.GivenBack, entry.At, term, given.User));
                break;
        }
    }

    // The term and the task are asked for under the names that they have now.
    private void Rename(InstanceEvent.InstanceMigrated migrated)
    {
        var names = migrated.Mapping.ToDictionary(pair => pair.Source, pair => pair.Target);
        ElementId Renamed(ElementId id) => names.GetValueOrDefault(id, id);
        foreach (var (scope, (element, at)) in _entered.ToList()) _entered[scope] = (Renamed(element), at);
        foreach (var (timer, armed) in _armed.ToList()) _armed[timer] = armed with { Element = Renamed(armed.Element) };
        for (var i = 0; i < _fired.Count; i++) _fired[i] = (_fired[i].Host, Again(_fired[i].Rung));
        for (var i = 0; i < _ofTask.Count; i++) _ofTask[i] = Again(_ofTask[i]);
        _host ??= _fired.Where(fired => fired.Rung.Step == LadderStep.TermPassed).Select(fired => (ScopeKey?)fired.Host).LastOrDefault();

        Rung Again(Rung rung) => rung with { Element = Renamed(rung.Element), Step = rung.Step == LadderStep.Reminded && Renamed(rung.Element) == term ? LadderStep.TermPassed : rung.Step };
    }

    private void Fired(InstanceEvent.TimerArmed timer, DateTimeOffset at)
    {
        var isTerm = timer.Element == term;
        _fired.Add((timer.Host, new(isTerm ? LadderStep.TermPassed : LadderStep.Reminded, at, timer.Element, null)));
        if (isTerm && _ofTask.Count == 0) _host = timer.Host;
    }

    private Rung Taken(DateTimeOffset at, string person) => new(LadderStep.Taken, at, term, person);

    /// <param name="Person">Account, where the rung is about somebody.</param>
    internal sealed record Rung(LadderStep Step, DateTimeOffset At, ElementId Element, string? Person);
}
