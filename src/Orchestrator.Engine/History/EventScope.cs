using Orchestrator.Bpmn.Model;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.History;

/// <summary>Which element instance an event is about.</summary>
internal static class EventScope
{
    /// <param name="e">The event.</param>
    /// <param name="before">The state just before it.</param>
    public static ScopeKey? Of(InstanceEvent e, InstanceState before) => e switch
    {
        InstanceEvent.ElementEntered x => x.Scope,
        InstanceEvent.ElementActivated x => x.Scope,
        InstanceEvent.ElementCompleting x => x.Scope,
        InstanceEvent.ElementCompleted x => x.Scope,
        InstanceEvent.ElementTerminated x => x.Scope,
        InstanceEvent.ScopeInterrupted x => x.Scope,
        InstanceEvent.InstanceMigrated x => x.Process,
        InstanceEvent.FlowTaken x => x.Parent,
        InstanceEvent.TokensJoined x => x.Parent,
        InstanceEvent.ConditionsEvaluated x => x.Scope,
        InstanceEvent.DecisionEvaluated x => x.Scope,
        InstanceEvent.VariablesSet x => x.Scope,
        InstanceEvent.VariablesCorrected x => x.Scope,
        InstanceEvent.CommentAdded x => x.Scope,
        InstanceEvent.AttachmentAdded x => x.Scope,
        InstanceEvent.AttachmentRemoved x => x.Scope,
        InstanceEvent.JobCreated x => x.Scope,
        InstanceEvent.JobCompleted x => x.Scope,
        InstanceEvent.JobFailed x => x.Scope,
        InstanceEvent.JobErrorThrown x => x.Scope,
        InstanceEvent.JobRetriesSet x => x.Scope,
        InstanceEvent.JobCancelled x => x.Scope,
        InstanceEvent.UserTaskCreated x => x.Scope,
        InstanceEvent.UserTaskClaimed x => x.Scope,
        InstanceEvent.UserTaskUnclaimed x => x.Scope,
        InstanceEvent.UserTaskAssigned x => x.Scope,
        InstanceEvent.UserTaskTakenOver x => x.Scope,
        InstanceEvent.UserTaskCompleted x => x.Scope,
        InstanceEvent.UserTaskCancelled x => x.Scope,
        InstanceEvent.EscalationWithdrawn x => x.Scope,
        InstanceEvent.TimerArmed x => x.Host,
        InstanceEvent.TimerSkipped x => x.Host,
        InstanceEvent.TimerFired x => before.Timers.GetValueOrDefault(x.Timer)?.Host,
        InstanceEvent.TimerHeld x => before.Timers.GetValueOrDefault(x.Timer)?.Host,
        InstanceEvent.TimerDisarmed x => before.Timers.GetValueOrDefault(x.Timer)?.Host,
        InstanceEvent.MessageSubscribed x => x.Host,
        InstanceEvent.MessageCorrelated x => before.Subscriptions.GetValueOrDefault(x.Subscription)?.Host,
        InstanceEvent.MessageUnsubscribed x => before.Subscriptions.GetValueOrDefault(x.Subscription)?.Host,
        InstanceEvent.MessagePublished x => x.Scope,
        InstanceEvent.ErrorCaught x => x.Scope,
        InstanceEvent.IncidentRaised x => x.Scope,
        InstanceEvent.IncidentResolved x => before.Incidents.GetValueOrDefault(x.Incident)?.Scope,
        InstanceEvent.MultiInstanceStarted x => x.Scope,
        InstanceEvent.MultiInstanceItemCompleted x => x.Scope,
        InstanceEvent.AdHocOpened x => x.Scope,
        InstanceEvent.AdHocElementsActivated x => x.Scope,
        InstanceEvent.ContinuationRequested x => x.Scope,
        _ => null,
    };

    /// <summary>The element that the event itself names: a timer or message event is not the element that hosts it.</summary>
    public static ElementId? ElementOf(InstanceEvent e, InstanceState before) => e switch
    {
        InstanceEvent.ElementEntered x => x.Element,
        InstanceEvent.FlowTaken x => x.Flow,
        InstanceEvent.TokensJoined x => x.Gateway,
        InstanceEvent.TimerArmed x => x.Element,
        InstanceEvent.TimerSkipped x => x.Element,
        InstanceEvent.TimerFired x => before.Timers.GetValueOrDefault(x.Timer)?.Element,
        InstanceEvent.TimerHeld x => before.Timers.GetValueOrDefault(x.Timer)?.Element,
        InstanceEvent.TimerDisarmed x => before.Timers.GetValueOrDefault(x.Timer)?.Element,
        InstanceEvent.MessageSubscribed x => x.Element,
        InstanceEvent.MessageCorrelated x => before.Subscriptions.GetValueOrDefault(x.Subscription)?.Element,
        InstanceEvent.MessageUnsubscribed x => before.Subscriptions.GetValueOrDefault(x.Subscription)?.Element,
        InstanceEvent.EscalationKept x => x.Element,
        _ => null,
    };
}
