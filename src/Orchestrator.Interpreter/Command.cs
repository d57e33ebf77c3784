using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;

namespace Orchestrator.Interpreter;

/// <summary>What can be asked of one instance. Names are imperative; each is refused with a <see cref="Rejection"/> or answered by events.</summary>
public abstract record Command
{
    private Command() { }

    /// <summary>Creates the instance. <see cref="StartEvent"/> is null for the none start event; a message or timer start names its event.</summary>
    public sealed record StartInstance(DefinitionKey Definition, string? BusinessKey, FeelContext Variables, ElementId? StartEvent, MessageRef? Message) : Command;

    /// <summary>Ends the instance and everything in it. Refused for a called process with a pointer to the root instance.</summary>
    public sealed record CancelInstance(ScopeKey Process, string Reason) : Command;

    /// <summary>Goes on with work that was cut into batches (large multi-instances).</summary>
    public sealed record Continue(ScopeKey Scope) : Command;

    public sealed record CompleteJob(ScopeKey Job, int Attempt, FeelContext Variables) : Command;

    /// <summary>One attempt failed. With <see cref="RetriesLeft"/> 0 an incident is raised; otherwise the job is offered again at <see cref="RetryAt"/>.</summary>
    public sealed record FailJob(ScopeKey Job, int Attempt, int RetriesLeft, string Message, DateTimeOffset RetryAt) : Command;

    /// <summary>The worker throws a BPMN error, caught as if the activity had thrown it.</summary>
    public sealed record ThrowJobError(ScopeKey Job, int Attempt, string Code, string Message, FeelContext Variables) : Command;

    public sealed record ClaimUserTask(ScopeKey Task) : Command;

    public sealed record UnclaimUserTask(ScopeKey Task) : Command;

    public sealed record AssignUserTask(ScopeKey Task, string Assignee, bool AllowOverride) : Command;

    /// <summary>A candidate takes over what <see cref="Absent"/> has, standing in for them. That they do is known and checked outside: here the rules of the task count.</summary>
    public sealed record TakeOverUserTask(ScopeKey Task, string Absent) : Command;

    /// <summary>The variables have passed the form's validation already (the engine does that at its door).</summary>
    public sealed record CompleteUserTask(ScopeKey Task, FeelContext Variables) : Command;

    /// <summary>A due timer. A timer that is not armed any more, or not due at the envelope's instant, refuses with NotFound or WrongState: a second firing changes nothing.</summary>
    public sealed record FireTimer(ScopeKey Timer) : Command;

    /// <summary>A message for one open subscription.</summary>
    public sealed record CorrelateMessage(ScopeKey Subscription, MessageRef Message, FeelContext Variables) : Command;

    /// <summary>Tries again what raised the incident, after optional changes of variables in the incident's scope.</summary>
    public sealed record ResolveIncident(ScopeKey Incident, FeelContext Variables) : Command;

    /// <summary>
    /// Begins elements of a running ad-hoc sub-process, each with variables of its own path; before that what was begun earlier is ended when <see cref="CancelRemaining"/>.
    /// All of them begin or none: an element that is not in it, has incoming flows or stands twice refuses the whole.
    /// </summary>
    public sealed record ActivateAdHoc(ScopeKey AdHoc, ImmutableArray<AdHocChoice> Elements, bool CancelRemaining) : Command;

    /// <summary>Writes variables: into the scope itself when <see cref="Local"/>, else where each name is visible, else at the root.</summary>
    public sealed record SetVariables(ScopeKey Scope, FeelContext Variables, bool Local) : Command;

    /// <summary>
    /// Corrects facts that were wrong (a signing date): writes the variables and disarms and re-arms, as events, every timer whose expression read one of them,
    /// in called processes that were given them too; a timer that had fired has its escalation task withdrawn when the new instant is in the future. The reason is mandatory and kept.
    /// </summary>
    public sealed record CorrectVariables(ScopeKey Scope, FeelContext Variables, string Reason) : Command;

    /// <summary>
    /// The process whose scope this is (the root, or a called process) goes on under another version of the same process id. Elements that the mapping does not name are those of the same id.
    /// Refused with WrongState when something active has no counterpart; <see cref="Migrations.Rehearse"/> says so beforehand.
    /// </summary>
    public sealed record MigrateInstance(ScopeKey Process, DefinitionKey Target, ImmutableArray<ElementMapping> Mapping) : Command;

    /// <summary>Leaves a note in the history, about a task or (the root scope) the whole case.</summary>
    public sealed record AddComment(ScopeKey Scope, string Text) : Command;

    /// <summary>Says that a file was brought to an open task: its name, size and SHA-256. The bytes lie elsewhere, and must lie there before.</summary>
    public sealed record AddAttachment(ScopeKey Task, AttachedFile File) : Command;

    /// <summary>Takes a file away again: who brought it, while the task is open.</summary>
    public sealed record RemoveAttachment(ScopeKey Task, string Id) : Command;
}

/// <summary>An element of an ad-hoc sub-process that somebody chose, and the variables that its path begins with.</summary>
public sealed record AdHocChoice(ElementId Element, FeelContext Variables);
