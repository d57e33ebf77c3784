using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter;

/// <summary>How each event changes the state. Nothing here looks at a definition or evaluates an expression: replay needs the events alone.</summary>
public sealed partial record InstanceState
{
    /// <summary>The state after one more event, which happened at <paramref name="at"/> (the instant of its commit).</summary>
    /// <exception cref="InvariantBrokenException">The event cannot follow this state: a bug or a damaged history.</exception>
    public InstanceState Evolve(InstanceEvent @event, DateTimeOffset at)
    {
        var next = Apply(@event, at);

        // A rule that changes something has made a new state, which nobody else has seen yet: it is numbered in place.
        if (ReferenceEquals(next, this)) next = this with { };
        next._version = _version + 1;
        return next;
    }

    private InstanceState Apply(InstanceEvent @event, DateTimeOffset at) => @event switch
    {
        InstanceEvent.InstanceStarted e => Started(e),
        InstanceEvent.ElementEntered e => Entered(e),
        InstanceEvent.ElementActivated e => Move(e.Scope, Transition.Activate, element => element with { Status = ElementStatus.Active, ActivatedAt = at }),
        InstanceEvent.ElementCompleting e => DropTokens(e.Scope).Move(e.Scope, Transition.BeginCompleting, element => element with { Status = ElementStatus.Completing }),
        InstanceEvent.ElementCompleted e => Ended(e.Scope, Transition.Complete),
        InstanceEvent.ElementTerminated e => Ended(e.Scope, Transition.Terminate),
        InstanceEvent.ScopeInterrupted e => DropTokens(e.Scope).Change(e.Scope, element => element with { InterruptedByEvent = true }),
        InstanceEvent.InstanceMigrated e => Migrated(e),
        InstanceEvent.InstanceEnded e => this with { Outcome = e.Outcome, FiredTimers = FiredTimers.Clear() },

        InstanceEvent.FlowTaken e => e.WaitsAtJoin ? TokenWaits(new(e.Parent, e.Target, e.Flow)) : this,
        InstanceEvent.TokensJoined e => TokensJoined(e),
        InstanceEvent.ConditionsEvaluated => this,
        InstanceEvent.DecisionEvaluated => this,

        InstanceEvent.VariablesSet e => Change(e.Scope, element => element with { Variables = element.Variables.With(e.Variables) }),
        InstanceEvent.VariablesCorrected => this,
        InstanceEvent.CommentAdded => this,
        InstanceEvent.AttachmentAdded e => this with { Attachments = Attachments.Add(e.Id, new(new(e.Id, e.Name, e.MediaType, e.SizeBytes, e.Sha256), e.Scope, e.By, at)) },
        InstanceEvent.AttachmentRemoved e => this with { Attachments = Attachments.Remove(e.Id) },

        InstanceEvent.JobCreated e => Change(e.Scope, element => element with { Job = new(e.JobType, 1, e.Retries, null, e.Headers) }),
        InstanceEvent.JobCompleted e => Change(e.Scope, element => element with { Job = null }),
        InstanceEvent.JobFailed e => ChangeJob(e.Scope, job => job with { Attempt = job.Attempt + 1, RetriesLeft = e.RetriesLeft, RetryAt = e.RetryAt }),
        InstanceEvent.JobErrorThrown e => ChangeJob(e.Scope, job => job with { Attempt = job.Attempt + 1, RetriesLeft = 0, RetryAt = null }),
        InstanceEvent.JobRetriesSet e => ChangeJob(e.Scope, job => job with { RetriesLeft = e.Retries, RetryAt = null }),
        InstanceEvent.JobCancelled e => Change(e.Scope, element => element with { Job = null }),

        InstanceEvent.UserTaskCreated e => Change(e.Scope, element => element with
        {
            UserTask = new(e.Name, e.Assignee, e.CandidateGroups, e.CandidateUsers, e.DueAt, e.FollowUpAt, e.Priority, e.FormId, e.EscalationOf),
        }),
        InstanceEvent.UserTaskClaimed e => ChangeTask(e.Scope, task => task with { Assignee = e.User }),
        InstanceEvent.UserTaskUnclaimed e => ChangeTask(e.Scope, task => task with { Assignee = null }),
        InstanceEvent.UserTaskAssigned e => ChangeTask(e.Scope, task => task with { Assignee = e.Assignee }),
        InstanceEvent.UserTaskTakenOver e => ChangeTask(e.Scope, task => task with { Assignee = e.User }),
        InstanceEvent.UserTaskCompleted e => Change(e.Scope, element => element with { UserTask = null }),
        InstanceEvent.UserTaskCancelled e => Change(e.Scope, element => element with { UserTask = null }),
        InstanceEvent.EscalationWithdrawn e => this with { FiredTimers = WithoutFired(e.Scope, e.Timer) },
        InstanceEvent.EscalationKept => this,

        InstanceEvent.TimerArmed e => TimerArmed(e),
        InstanceEvent.TimerFired e => TimerFired(e),
        InstanceEvent.TimerHeld e => this with { Timers = Timers.SetItem(e.Timer, Armed(e.Timer) with { HeldBy = e.Incident }) },
        InstanceEvent.TimerSkipped e => Timers.ContainsKey(e.Timer) ? TimerGone(e.Timer) : Minted(e.Timer),
        InstanceEvent.TimerDisarmed e => TimerGone(e.Timer),

        InstanceEvent.MessageSubscribed e => Subscribed(e),
        InstanceEvent.MessageCorrelated => this,
        InstanceEvent.MessageUnsubscribed e => Unsubscribed(e.Subscription),
        InstanceEvent.MessagePublished e => Minted(e.Publication),

        InstanceEvent.ErrorCaught => this,
        InstanceEvent.IncidentRaised e => Minted(e.Incident) with { Incidents = Incidents.Add(e.Incident, new(e.Incident, e.Scope, e.Kind, e.Message, at)) },
        InstanceEvent.IncidentResolved e => this with { Incidents = Incidents.Remove(e.Incident) },

        InstanceEvent.AdHocOpened e => Change(e.Scope, element => element with { AdHoc = new(e.StarterGroups, e.Waits) }),
        InstanceEvent.AdHocElementsActivated e => Change(e.Scope, element => element with { AdHoc = element.AdHoc! with { Waits = false } }),

        InstanceEvent.MultiInstanceStarted e => Change(e.Scope, element => element with { MultiInstance = new(e.Items, e.Sequential, 0, 0, System.Collections.Immutable.ImmutableSortedDictionary<int, Feel.FeelValue>.Empty) }),
        InstanceEvent.MultiInstanceItemCompleted e => ItemCompleted(e),
        InstanceEvent.ContinuationRequested => this,

        _ => throw new InvariantBrokenException($"No rule says how {@event.GetType().Name} changes an instance."),
    };
}
