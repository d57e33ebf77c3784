using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Projections;
using Orchestrator.Interpreter;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Engine.Instances;

/// <summary>
/// Rows of a process that goes on under another version: what is open is named by the ids of that version; what has ended stays as it was.
/// A command that migrates moves nothing on, so that what it leaves in the state is what was there, under other names.
/// </summary>
internal static class MigrationProjection
{
    public static void Project(InstanceEvent.InstanceMigrated e, ProjectionContext context, RowChanges rows)
    {
        if (e.Process.Counter == 0)
        {
            rows.Add(new RowChange.MoveInstance(context.Instance, e.To));
            Search(e, context, rows);
        }
        else rows.Add(new RowChange.MoveProcessScope(e.Process, e.To));

        foreach (var element in context.After.Elements.Values.Where(element => context.After.ProcessOf(element.Key) == e.Process)) Move(element, context, rows);
        foreach (var timer in context.After.Timers.Values)
            if (context.Before!.Timers.TryGetValue(timer.Key, out var before) && before.Element != timer.Element && timer.HeldBy is null) rows.Add(new RowChange.MoveTimer(timer.Key, timer.Element.Value));
        foreach (var open in context.After.Subscriptions.Values)
            if (context.Before!.Subscriptions.TryGetValue(open.Key, out var before) && before.Element != open.Element) rows.Add(new RowChange.MoveSubscription(open.Key, open.Element.Value));
        foreach (var incident in context.After.Incidents.Values)
            if (context.After.ProcessOf(incident.Scope) == e.Process)
                rows.Add(new RowChange.MoveIncident(incident.Key, e.To, context.After.Elements[incident.Scope].Element.Value));
    }

    private static void Move(ElementInstance element, ProjectionContext context, RowChanges rows)
    {
        if (element.UserTask is { } task)
            rows.Add(new RowChange.MoveTask(element.Key, element.Definition, element.Element.Value, task.Name, task.FormId, task.EscalationOf?.Value, context.Position));
        if (element.Job is not null) rows.Add(new RowChange.MoveJob(element.Key, element.Definition, element.Element.Value));
    }

    // Which variables are searched is a matter of the version: what it marks besides is found from now on, what it marks no more is not.
    private static void Search(InstanceEvent.InstanceMigrated e, ProjectionContext context, RowChanges rows)
    {
        var (before, after) = (context.Graph(e.From).SearchVariables, context.Graph(e.To).SearchVariables);
        var variables = context.After.Elements[e.Process].Variables;
        foreach (var name in after.Except(before).Order(StringComparer.Ordinal))
            if (variables.TryGet(name, out var value)) rows.SetSearchVariable(new RowChange.SetSearchVariable(context.Instance, name, value is Feel.FeelNull ? null : value));
        foreach (var name in before.Except(after).Order(StringComparer.Ordinal)) rows.SetSearchVariable(new RowChange.SetSearchVariable(context.Instance, name, null));
    }
}
