using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Projections;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Incidents;

/// <summary>Rows of incidents and the flag on the instance.</summary>
internal static class IncidentProjection
{
    public static void Project(InstanceEvent e, ProjectionContext context, RowChanges rows)
    {
        switch (e)
        {
            case InstanceEvent.IncidentRaised raised:
                var place = context.PlaceOf(raised.Scope);
                rows.Add(new RowChange.InsertIncident(new IncidentRow(
                    raised.Incident, context.Instance, place.Definition, context.ProcessIdOf(place.Definition), place.Element.Value, raised.Scope, raised.Kind, raised.Message, context.At, null)));
                break;
            case InstanceEvent.IncidentResolved resolved: rows.CloseIncident(new(resolved.Incident, context.At)); break;
        }
    }

    /// <summary>Once for each command: whether the instance has an open incident now.</summary>
    public static void Flag(ProjectionContext context, RowChanges rows)
    {
        var had = context.Before is not null && !context.Before.Incidents.IsEmpty;
        var has = !context.After.Incidents.IsEmpty;
        if (had != has) rows.SetIncidentFlag(new(context.Instance, has));
    }
}
