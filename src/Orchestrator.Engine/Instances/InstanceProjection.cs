using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Projections;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Engine.Instances;

/// <summary>Instances, called processes, search variables, start reservations and continuations.</summary>
internal static class InstanceProjection
{
    public static void Project(InstanceEvent e, ProjectionContext context, RowChanges rows)
    {
        switch (e)
        {
            case InstanceEvent.InstanceStarted started: Started(started, context, rows); break;
            case InstanceEvent.ElementEntered entered: Entered(entered, context, rows); break;
            case InstanceEvent.ElementCompleting completing: ContinuationGone(completing.Scope, context, rows); break;
            case InstanceEvent.ElementCompleted completed: Ended(completed.Scope, InstanceRowState.Completed, context, rows); break;
            case InstanceEvent.ElementTerminated terminated: Ended(terminated.Scope, InstanceRowState.Terminated, context, rows); break;
            case InstanceEvent.InstanceEnded ended: Ended(ended, context, rows); break;
            case InstanceEvent.VariablesSet set: Search(set, context, rows); break;
            case InstanceEvent.ContinuationRequested requested: Requested(requested.Scope, context, rows); break;
        }
    }

    /// <summary>The number whose data key encrypts an instance: its own.</summary>
    public static long SubjectOf(InstanceId instance) => instance.Number;

    private static void Started(InstanceEvent.InstanceStarted e, ProjectionContext context, RowChanges rows)
    {
        rows.Add(new RowChange.InsertInstance(new InstanceRow(
            context.Instance, e.Definition, e.ProcessId, e.BusinessKey, SubjectOf(context.Instance), InstanceRowState.Active, context.At, null, false)));
        if (e.Message is not { } message) return;
        rows.Add(new RowChange.RecordCorrelation(message.Key, e.ProcessId, context.Instance));
        // An empty key always starts a new instance (statement 39).
        if (message.CorrelationKey.Length > 0) rows.Add(new RowChange.ReserveStart(e.ProcessId, message.CorrelationKey, context.Instance));
    }

    private static void Entered(InstanceEvent.ElementEntered e, ProjectionContext context, RowChanges rows)
    {
        context.Entered(e);
        if (e.LoopCounter is not null) ContinuationGone(e.Parent, context, rows);
        if (e.Type != ElementType.Process || e.Scope.Counter == 0) return;
        rows.Add(new RowChange.InsertProcessScope(new ProcessScopeRow(
            e.Scope, context.Instance, e.Definition, context.ProcessIdOf(e.Definition), context.ProcessAround(e.Scope), context.PlaceOf(e.Parent).Element.Value, InstanceRowState.Active, context.At, null)));
    }

    private static void Ended(ScopeKey scope, InstanceRowState how, ProjectionContext context, RowChanges rows)
    {
        ContinuationGone(scope, context, rows);
        if (scope.Counter > 0 && context.PlaceOf(scope).Type == ElementType.Process)
            rows.EndProcessScope(new RowChange.EndProcessScope(scope, how, context.At));
    }

    private static void Ended(InstanceEvent.InstanceEnded e, ProjectionContext context, RowChanges rows)
    {
        var state = e.Outcome == InstanceOutcome.Completed ? InstanceRowState.Completed : InstanceRowState.Terminated;
        rows.EndInstance(new RowChange.EndInstance(context.Instance, state, context.At));
        if (StartsByMessage(context)) rows.Add(new RowChange.ReleaseStart(context.Instance));
    }

    private static bool StartsByMessage(ProjectionContext context)
    {
        foreach (var start in context.Graph(context.After.StartedUnder ?? context.After.Definition).StartEventsIn(null))
            if (start.Definition is Bpmn.Model.EventDefinition.Message) return true;
        return false;
    }

    private static void Search(InstanceEvent.VariablesSet e, ProjectionContext context, RowChanges rows)
    {
        if (e.Scope.Counter != 0) return;
        var names = context.Graph(context.After.Definition).SearchVariables;
        if (names.IsEmpty) return;
        foreach (var (name, value) in e.Variables.Entries)
            if (names.Contains(name)) rows.SetSearchVariable(new RowChange.SetSearchVariable(context.Instance, name, value is FeelNull ? null : value));
    }

    // ---- continuations: the row stands while a multi-instance has bodies to activate that nothing under way will activate

    private static void Requested(ScopeKey scope, ProjectionContext context, RowChanges rows)
    {
        if (!Unfinished(context.Before, scope) && Unfinished(context.After, scope))
            rows.Add(new RowChange.InsertContinuation(scope, context.Instance, context.At));
    }

    private static void ContinuationGone(ScopeKey scope, ProjectionContext context, RowChanges rows)
    {
        if (!Unfinished(context.Before, scope) || Unfinished(context.After, scope)) return;
        foreach (var change in rows.ToList())
            if (change is RowChange.DeleteContinuation delete && delete.Scope == scope) return;
        rows.Add(new RowChange.DeleteContinuation(scope));
    }

    // A sequential one with an item under way goes on when that ends.
    private static bool Unfinished(InstanceState? state, ScopeKey scope) =>
        state is not null && state.Elements.TryGetValue(scope, out var element) && element.Status == ElementStatus.Active
        && element.MultiInstance is { } multi && multi.Activated < multi.Items.Count && (!multi.Sequential || element.Children == 0);
}
