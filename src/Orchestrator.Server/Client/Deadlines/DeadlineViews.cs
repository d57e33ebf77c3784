using System.Globalization;
using Orchestrator.Bpmn.Model;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Instances;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Timers;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Interpreter;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Server.Client.Deadlines;

/// <summary>Rows of what falls due as the pages show them.</summary>
internal sealed class DeadlineViews(
    IQueries queries, InstanceDesk instances, DefinitionCatalog definitions, CaseNames names, TaskViews tasks, TermReader terms, DeadlineReasons reasons, FeelWorld world)
{
    /// <summary>In the order of the rows. A timer that has gone since the rows were read, and one that is no term in its own definition, is left out.</summary>
    public async Task<IReadOnlyList<DeadlineView>> OfAsync(ActingUser user, IReadOnlyList<DueRow> rows, CancellationToken cancellation)
    {
        var open = await TasksAsync(rows, cancellation);
        var states = new Dictionary<InstanceId, InstanceState?>();
        foreach (var row in rows.Where(row => row.Kind == DueKind.Term))
            if (!states.ContainsKey(row.Key.Instance)) states[row.Key.Instance] = await instances.StateAsync(row.Key.Instance);
        await names.LearnCompaniesAsync(states.Values.Select(state => state?.BusinessKey), cancellation);
        var views = new List<DeadlineView>(rows.Count);
        foreach (var row in rows)
        {
            var view = row.Kind == DueKind.Task
                ? open.TryGetValue(row.Key, out var task) ? OfTask(user, task) : null
                : states[row.Key.Instance] is { } state && state.Timers.TryGetValue(row.Key, out var timer) ? await OfTermAsync(state, timer, cancellation) : null;
            if (view is not null) views.Add(view);
        }
        return views;
    }

    /// <summary>Terms that will pass, as a forecast found them.</summary>
    public async Task<IReadOnlyList<DeadlineView>> OfAsync(IReadOnlyList<ForeseenFiring> firings, CancellationToken cancellation)
    {
        await names.LearnCompaniesAsync(firings.Select(firing => firing.Before.BusinessKey), cancellation);
        var views = new List<DeadlineView>(firings.Count);
        foreach (var firing in firings)
            if (await OfTermAsync(firing.Before, firing.Timer, cancellation) is { } view) views.Add(view);
        return views;
    }

    private async Task<DeadlineView?> OfTermAsync(InstanceState state, TimerState timer, CancellationToken cancellation)
    {
        if (TimerForecast.ProcessOf(state, timer.Host) is not { } process || (await definitions.FindAsync(process.Definition))?.Graph is not { } graph || !TermElements.IsTerm(graph, timer.Element)) return null;
        var day = world.DueDay(timer.DueAt);
        var term = TermOf(graph, process, timer, day);
        var agreement = process.Key == state.Root ? null : TermReader.AgreementOf(process.Variables);
        return new(
            DeadlineKind.Term, agreement is null ? term.Name : $"{term.Name} ({agreement})",
            await names.CaseAsync(state.Id, state.Definition, state.ProcessId, state.BusinessKey, cancellation), timer.DueAt)
        {
            Key = timer.Key.Value,
            StableId = string.Create(CultureInfo.InvariantCulture, $"term {timer.Host} {timer.Element}"),
            Day = day,
            WorkingDays = WorkingDays.Until(day, world.Today(), world.Calendars),
            Term = term,
            Reason = reasons.Of(graph, state, process, timer, day),
            MayOpenCase = true,
        };
    }

    // A term that its definition gives no dates has the day of its timer.
    private TermView TermOf(ProcessGraph graph, ElementInstance process, TimerState timer, DateOnly day)
    {
        var declared = graph.Deadlines.FirstOrDefault(deadline => deadline.Timer == timer.Element);
        return (declared is null ? null : terms.Running(declared, process.Variables))
            ?? new TermView(TermElements.NameOf(graph, timer.Element), day, day, TermState.Running)
            {
                ElementId = timer.Element.Value,
                WorkingDaysLeft = WorkingDays.Until(day, world.Today(), world.Calendars),
            };
    }

    private DeadlineView OfTask(ActingUser user, TaskSummary task) => new(DeadlineKind.Task, task.Name, task.Case, task.DueAt!.Value)
    {
        Key = task.TaskKey,
        StableId = string.Create(CultureInfo.InvariantCulture, $"task {task.TaskKey}"),
        Day = world.DueDay(task.DueAt.Value),
        WorkingDays = task.WorkingDaysToDue,
        AssigneeName = task.AssigneeName,
        Groups = task.Groups,
        // Who sees a task of a case sees the case.
        MayOpenCase = CaseRights.SeesTasks(user),
    };

    private async Task<Dictionary<ScopeKey, TaskSummary>> TasksAsync(IReadOnlyList<DueRow> rows, CancellationToken cancellation)
    {
        var keys = rows.Where(row => row.Kind == DueKind.Task).Select(row => row.Key).ToList();
        if (keys.Count == 0) return [];
        var found = await queries.TasksAsync(new() { Keys = keys, Page = new(0, keys.Count) }, cancellation);
        return (await tasks.OfAsync([.. found.Items.Where(row => row.DueAt is not null)], cancellation)).ToDictionary(task => new ScopeKey(task.TaskKey));
    }
}
