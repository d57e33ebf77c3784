using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;

namespace Orchestrator.Interpreter;

/// <summary>
/// What happened to an instance. Events are the truth: state, tasks, timers, jobs, subscriptions and messages are projections of them (design D3).
/// What an expression gave is in the event, so replay evaluates nothing. A shape that has been stored is never changed: a new version is added.
/// </summary>
public abstract record InstanceEvent
{
    private InstanceEvent() { }

    // ---- the instance and its element instances

    /// <summary>
    /// The first event of an instance; its root scope has the key <see cref="ScopeKey.RootOf"/>.
    /// <see cref="Semantics"/> is the <see cref="SemanticsVersion"/> the instance keeps for its whole life.
    /// </summary>
    public sealed record InstanceStarted(DefinitionKey Definition, string ProcessId, string? BusinessKey, MessageRef? Message, int Semantics) : InstanceEvent;

    /// <summary>
    /// An element instance came to be (status Activating). A process scope (the root, or a called process) has no element of its own process:
    /// <see cref="Element"/> is then the process id and <see cref="Type"/> is Process.
    /// </summary>
    public sealed record ElementEntered(ScopeKey Scope, ScopeKey Parent, DefinitionKey Definition, ElementId Element, ElementType Type, int? LoopCounter) : InstanceEvent;

    /// <summary>Inputs are mapped and what it waits for is armed (status Active). An element that waits for nothing goes from entered to completed without it.</summary>
    public sealed record ElementActivated(ScopeKey Scope) : InstanceEvent;

    /// <summary>Its work is done, outputs and outgoing flows are next (status Completing). A scope that completes drops the tokens still waiting at its joins: only a terminate end event leaves any.</summary>
    public sealed record ElementCompleting(ScopeKey Scope) : InstanceEvent;

    public sealed record ElementCompleted(ScopeKey Scope) : InstanceEvent;

    public sealed record ElementTerminated(ScopeKey Scope, TerminationCause Cause) : InstanceEvent;

    /// <summary>The root scope has ended.</summary>
    public sealed record InstanceEnded(InstanceOutcome Outcome, string? Reason) : InstanceEvent;

    /// <summary>An interrupting event sub-process starts in this scope: what was active in it ends, tokens that waited at joins are gone, and no other may start.</summary>
    public sealed record ScopeInterrupted(ScopeKey Scope, ElementId By) : InstanceEvent;

    /// <summary>
    /// The process whose scope this is goes on under another version. <see cref="Mapping"/> has the elements and flows whose id is another there, <see cref="Tasks"/> the open tasks that change,
    /// <see cref="Forgotten"/> fired timers that no correction can take back any more. What the new version does not wait for was closed just before, what it waits for besides is opened just after.
    /// </summary>
    public sealed record InstanceMigrated(
        ScopeKey Process, DefinitionKey From, DefinitionKey To, ImmutableArray<ElementMapping> Mapping, ImmutableArray<TaskMigrated> Tasks, ImmutableArray<ScopeKey> Forgotten) : InstanceEvent;

    // ---- flow

    /// <summary>A token went over a flow inside the scope <see cref="Parent"/>. When the target is a parallel join, the token waits there until <see cref="TokensJoined"/>.</summary>
    public sealed record FlowTaken(ScopeKey Parent, ElementId Flow, ElementId Target, bool WaitsAtJoin) : InstanceEvent;

    /// <summary>One token of each of these flows was taken from the join.</summary>
    public sealed record TokensJoined(ScopeKey Parent, ElementId Gateway, ImmutableArray<ElementId> Flows) : InstanceEvent;

    /// <summary>The conditions in the order they were tried, what each saw and gave, and the flows chosen (explain-why).</summary>
    public sealed record ConditionsEvaluated(ScopeKey Scope, ImmutableArray<ConditionOutcome> Outcomes, ImmutableArray<ElementId> Chosen) : InstanceEvent;

    /// <summary>
    /// A decision was evaluated: what it gave and how each decision on the way, the required ones first, came to its value (explain-why). <see cref="Failure"/> says why
    /// there is no result that could be used; an incident follows.
    /// </summary>
    public sealed record DecisionEvaluated(
        ScopeKey Scope, DecisionReference Decision, FeelValue Result, ImmutableArray<DecisionOutcome> Decisions, ImmutableArray<DecisionRemark> Remarks, string? Failure) : InstanceEvent;

    // ---- variables

    /// <summary>Variables written into exactly this scope.</summary>
    public sealed record VariablesSet(ScopeKey Scope, FeelContext Variables, VariableCause Cause) : InstanceEvent;

    /// <summary>Somebody left a note about the scope, for people alone: nothing follows from it.</summary>
    public sealed record CommentAdded(ScopeKey Scope, string Text) : InstanceEvent;

    /// <summary>A file was brought to the task. What it was is proved by its size and its SHA-256 (hexadecimal, lower case): the bytes are not in the history.</summary>
    public sealed record AttachmentAdded(ScopeKey Scope, string Id, string Name, string MediaType, long SizeBytes, string Sha256, string By) : InstanceEvent;

    /// <summary>Who had brought a file took it away: its bytes are no more.</summary>
    public sealed record AttachmentRemoved(ScopeKey Scope, string Id, string Name, string By) : InstanceEvent;

    /// <summary>A person corrected facts; the writes themselves follow as <see cref="VariablesSet"/>.</summary>
    public sealed record VariablesCorrected(ScopeKey Scope, ImmutableArray<string> Names, string Reason) : InstanceEvent;

    // ---- jobs

    public sealed record JobCreated(ScopeKey Scope, string JobType, int Retries, ImmutableDictionary<string, string> Headers) : InstanceEvent;

    public sealed record JobCompleted(ScopeKey Scope, int Attempt) : InstanceEvent;

    public sealed record JobFailed(ScopeKey Scope, int Attempt, int RetriesLeft, string Message, DateTimeOffset RetryAt) : InstanceEvent;

    public sealed record JobErrorThrown(ScopeKey Scope, int Attempt, string Code, string Message) : InstanceEvent;

    /// <summary>The job is offered again after an incident with this many attempts.</summary>
    public sealed record JobRetriesSet(ScopeKey Scope, int Retries) : InstanceEvent;

    public sealed record JobCancelled(ScopeKey Scope) : InstanceEvent;

    // ---- human tasks

    public sealed record UserTaskCreated(
        ScopeKey Scope, string? Name, string? Assignee, ImmutableArray<string> CandidateGroups, ImmutableArray<string> CandidateUsers,
        DateTimeOffset? DueAt, DateTimeOffset? FollowUpAt, int Priority, string? FormId, ElementId? EscalationOf, ImmutableDictionary<string, string> Headers) : InstanceEvent;

    public sealed record UserTaskClaimed(ScopeKey Scope, string User) : InstanceEvent;

    public sealed record UserTaskUnclaimed(ScopeKey Scope, string User) : InstanceEvent;

    public sealed record UserTaskAssigned(ScopeKey Scope, string Assignee, string? Previous) : InstanceEvent;

    /// <summary>Somebody who stands in for an absent colleague took the task over from them.</summary>
    public sealed record UserTaskTakenOver(ScopeKey Scope, string User, string Absent) : InstanceEvent;

    public sealed record UserTaskCompleted(ScopeKey Scope, string User) : InstanceEvent;

    public sealed record UserTaskCancelled(ScopeKey Scope) : InstanceEvent;

    /// <summary>The escalation that the task stood for is no longer due, because a fact was corrected.</summary>
    public sealed record EscalationWithdrawn(ScopeKey Scope, ElementId Timer, string Reason) : InstanceEvent;

    /// <summary>A fact was corrected that a fired boundary timer had read, and what it started stays: the corrected instant is <see cref="DueAt"/>.</summary>
    public sealed record EscalationKept(ScopeKey Timer, ElementId Element, DateTimeOffset DueAt, EscalationKeptReason Reason) : InstanceEvent;

    // ---- timers

    /// <summary>
    /// A timer row: <see cref="Host"/> is the element instance that waits (the catch event, the activity a boundary event sits on, or the scope of an event sub-process).
    /// <see cref="Reads"/> names the variables the expression read. <see cref="Repetitions"/> left after this firing: null for ever, 0 none; <see cref="Schedule"/> is the cycle's text.
    /// </summary>
    public sealed record TimerArmed(
        ScopeKey Timer, ScopeKey Host, ElementId Element, DateTimeOffset DueAt, string Expression, ImmutableArray<string> Reads,
        string? Schedule, int? Repetitions, CatchUpPolicy CatchUp, TimeSpan CatchUpWindow) : InstanceEvent;

    /// <summary>A timer fired and is armed no more. <see cref="Interrupting"/>: its boundary or start event ends what it sits on.</summary>
    public sealed record TimerFired(ScopeKey Timer, bool Interrupting) : InstanceEvent;

    /// <summary>Reached later than its window under catch-up <c>ask</c>: it stays armed but is due no more, until the incident is resolved and it fires.</summary>
    public sealed record TimerHeld(ScopeKey Timer, ScopeKey Incident) : InstanceEvent;

    /// <summary>The instant had passed when it was armed, or it was reached too late for its policy.</summary>
    public sealed record TimerSkipped(ScopeKey Timer, ScopeKey Host, ElementId Element, DateTimeOffset DueAt, TimerSkipReason Reason) : InstanceEvent;

    public sealed record TimerDisarmed(ScopeKey Timer, string? Reason) : InstanceEvent;

    // ---- messages

    public sealed record MessageSubscribed(ScopeKey Subscription, ScopeKey Host, ElementId Element, string ProcessId, string MessageName, string CorrelationKey) : InstanceEvent;

    /// <summary>The subscription took the message. It stays open (a non-interrupting boundary event takes many) until <see cref="MessageUnsubscribed"/>.</summary>
    public sealed record MessageCorrelated(ScopeKey Subscription, MessageRef Message) : InstanceEvent;

    public sealed record MessageUnsubscribed(ScopeKey Subscription) : InstanceEvent;

    /// <summary>Thrown by the process. <see cref="Publication"/> is its key; it expires at the instant of the event plus <see cref="TimeToLive"/>.</summary>
    public sealed record MessagePublished(ScopeKey Publication, ScopeKey Scope, string Name, string CorrelationKey, TimeSpan TimeToLive, FeelContext Variables) : InstanceEvent;

    // ---- errors and incidents

    /// <summary>An error was thrown at <see cref="Scope"/> and caught by <see cref="Catcher"/> (a boundary or start event) on <see cref="CatcherHost"/>.</summary>
    public sealed record ErrorCaught(ScopeKey Scope, string Code, string Message, ElementId Catcher, ScopeKey CatcherHost) : InstanceEvent;

    public sealed record IncidentRaised(ScopeKey Incident, ScopeKey Scope, IncidentKind Kind, string Message) : InstanceEvent;

    public sealed record IncidentResolved(ScopeKey Incident, IncidentResolution Resolution) : InstanceEvent;

    // ---- ad-hoc sub-processes

    /// <summary>An ad-hoc sub-process is open for choices by members of these groups. <see cref="Waits"/>: nothing was to begin on entry, so it does not end before something was chosen.</summary>
    public sealed record AdHocOpened(ScopeKey Scope, ImmutableArray<string> StarterGroups, bool Waits) : InstanceEvent;

    /// <summary>These elements were chosen, on entry or by a person; a path follows for each.</summary>
    public sealed record AdHocElementsActivated(ScopeKey Scope, ImmutableArray<ElementId> Elements) : InstanceEvent;

    // ---- multi-instance

    /// <summary>The collection was read; bodies follow. <see cref="Items"/> is kept in the body's scope.</summary>
    public sealed record MultiInstanceStarted(ScopeKey Scope, FeelList Items, bool Sequential) : InstanceEvent;

    /// <summary>One body ended; its result (null when none is collected) stands at its index.</summary>
    public sealed record MultiInstanceItemCompleted(ScopeKey Scope, int LoopCounter, FeelValue? Output) : InstanceEvent;

    /// <summary>More is to be done by a <see cref="Command.Continue"/>: the next batch of bodies.</summary>
    public sealed record ContinuationRequested(ScopeKey Scope) : InstanceEvent;
}
