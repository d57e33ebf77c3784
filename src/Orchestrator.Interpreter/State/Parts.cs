using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;

namespace Orchestrator.Interpreter.State;

/// <summary>A job. <see cref="Attempt"/> is the number of the attempt that is next or under way, from 1.</summary>
public sealed record JobState(string JobType, int Attempt, int RetriesLeft, DateTimeOffset? RetryAt, ImmutableDictionary<string, string> Headers);

/// <summary>A human task.</summary>
public sealed record UserTaskState(
    string? Name, string? Assignee, ImmutableArray<string> CandidateGroups, ImmutableArray<string> CandidateUsers,
    DateTimeOffset? DueAt, DateTimeOffset? FollowUpAt, int Priority, string? FormId, ElementId? EscalationOf);

/// <summary>A multi-instance body: items, how many have been activated and completed, and the outputs by index.</summary>
public sealed record MultiInstanceState(FeelList Items, bool Sequential, int Activated, int Completed, ImmutableSortedDictionary<int, FeelValue> Outputs);

/// <summary>An open ad-hoc sub-process: who may choose, and whether it still waits for a first choice.</summary>
public sealed record AdHocState(ImmutableArray<string> StarterGroups, bool Waits)
{
    /// <summary>Members may choose in every ad-hoc sub-process.</summary>
    public const string SupervisorGroup = Commands.UserTaskRules.SupervisorGroup;

    /// <summary>A supervisor, or a member of a group that the definition names. When it names none, nobody else may.</summary>
    public bool MayChoose(Actor actor) => actor.Unrestricted || actor.Groups.Contains(SupervisorGroup) || StarterGroups.Any(actor.Groups.Contains);
}

/// <summary>An armed timer; see <see cref="InstanceEvent.TimerArmed"/>.</summary>
public sealed record TimerState(
    ScopeKey Key, ScopeKey Host, ElementId Element, DateTimeOffset DueAt, string Expression, ImmutableArray<string> Reads,
    string? Schedule, int? Repetitions, CatchUpPolicy CatchUp, TimeSpan CatchUpWindow)
{
    /// <summary>The incident that asks an operator whether the overdue timer fires; null while it is simply armed.</summary>
    public ScopeKey? HeldBy { get; init; }
}

/// <summary>An open message subscription; see <see cref="InstanceEvent.MessageSubscribed"/>.</summary>
public sealed record SubscriptionState(ScopeKey Key, ScopeKey Host, ElementId Element, string ProcessId, string MessageName, string CorrelationKey);

/// <summary>An open incident.</summary>
public sealed record IncidentState(ScopeKey Key, ScopeKey Scope, IncidentKind Kind, string Message, DateTimeOffset RaisedAt);

/// <summary>A boundary timer that has fired, kept while its path is alive so that a correction can withdraw the escalation it started.</summary>
public sealed record FiredTimerState(TimerState Timer, ScopeKey HostParent, ElementId HostElement, bool Interrupted)
{
    /// <summary>When the host had become active: what a duration counts from.</summary>
    public DateTimeOffset? HostActivatedAt { get; init; }
}

/// <summary>Tokens that wait at a parallel join in one scope, by flow.</summary>
public readonly record struct JoinKey(ScopeKey Parent, ElementId Gateway, ElementId Flow);
