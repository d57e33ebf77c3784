namespace Orchestrator.Contracts.Client;

/// <summary>Human tasks: lists, claim, unclaim, form, completion.</summary>
public interface IInbox
{
    /// <summary>One page of a tab with the counts of all tabs. An operator gets the tasks of their groups only. <see cref="InboxTab.StandingIn"/> names an absent colleague in the filter; <c>NotStandingIn</c> when it is not so today.</summary>
    Task<Outcome<InboxPage>> ListAsync(ActingUser user, InboxQuery query, CancellationToken cancellation);

    /// <summary>A task with its form and data. <c>NotFound</c> also when the user may not know of it; a completed task is shown read-only.</summary>
    Task<Outcome<TaskDetail>> OpenAsync(ActingUser user, long taskKey, CancellationToken cancellation);

    /// <summary>Takes the task over. <c>Conflict</c> when somebody else has it or <see cref="TaskAction.Version"/> is stale.</summary>
    Task<Outcome<TaskSummary>> ClaimAsync(ActingUser user, TaskAction action, CancellationToken cancellation);

    /// <summary>Gives the task back to its groups.</summary>
    Task<Outcome<TaskSummary>> UnclaimAsync(ActingUser user, TaskAction action, CancellationToken cancellation);

    /// <summary>
    /// Completes the task with the form's data (a JSON object). <c>Invalid</c> with field errors when the form's rules are
    /// broken; <c>Conflict</c> when the version is stale or somebody else was faster.
    /// </summary>
    Task<Outcome<TaskSummary>> CompleteAsync(ActingUser user, TaskAction action, string dataJson, CancellationToken cancellation);

    /// <summary>
    /// Gives the task to a candidate of it, whoever has it now. A supervisor does, for the groups that they belong to, or for all when they belong to none:
    /// <c>AssignNotAllowed</c>, <c>AssignOtherGroup</c>, <c>AssigneeNotCandidate</c>; <c>Conflict</c> when the version is stale.
    /// </summary>
    Task<Outcome<TaskSummary>> AssignAsync(ActingUser user, TaskAction action, string assignee, CancellationToken cancellation);

    /// <summary>
    /// Takes over what somebody has for whom the user stands in today; the history says so. The rules of the task hold: only a candidate of it does.
    /// <c>NotStandingIn</c>, <c>NotCandidate</c>; <c>Conflict</c> when the version is stale.
    /// </summary>
    Task<Outcome<TaskSummary>> TakeOverAsync(ActingUser user, TaskAction action, CancellationToken cancellation);

    /// <summary>
    /// Does the same with several tasks, each by itself and as it was shown; those that cannot be are reported with the reason. A completion sends the form as it stands,
    /// so a form with a required field without a value is not completed. <c>Invalid</c> when there is no task, or more than <see cref="ManyTasks.CountMax"/>.
    /// </summary>
    Task<Outcome<ManyReport>> DoManyAsync(ActingUser user, ManyTasks action, CancellationToken cancellation);

    /// <summary>Leaves a note in the history of the task's case, about the task while it is open. For who may do tasks and sees this one.</summary>
    Task<Outcome<bool>> CommentAsync(ActingUser user, Guid request, long taskKey, string text, CancellationToken cancellation);

    /// <summary>What waits for an operator or a supervisor today; nothing for others.</summary>
    Task<Outcome<WorkDay>> TodayAsync(ActingUser user, CancellationToken cancellation);

    /// <summary>How many tasks a list has, up to <see cref="InboxPage.CountMax"/>.</summary>
    Task<Outcome<int>> CountAsync(ActingUser user, InboxQuery query, CancellationToken cancellation);

    /// <summary>Keeps what the user typed into the form of a task that they have (a JSON object), in place of what was kept before.</summary>
    Task<Outcome<DateTimeOffset>> SaveDraftAsync(ActingUser user, long taskKey, string dataJson, CancellationToken cancellation);

    /// <summary>Forgets what was kept.</summary>
    Task<Outcome<bool>> DiscardDraftAsync(ActingUser user, long taskKey, CancellationToken cancellation);

    /// <summary>The filters that the user saved and those that are shared with a group of theirs, by name.</summary>
    Task<Outcome<IReadOnlyList<SavedInboxFilter>>> FiltersAsync(ActingUser user, CancellationToken cancellation);

    /// <summary>Saves a filter under a name, for the user or for a group that they belong to (a supervisor without groups: any).</summary>
    Task<Outcome<bool>> SaveFilterAsync(ActingUser user, Guid request, NewInboxFilter filter, CancellationToken cancellation);

    /// <summary>Deletes a filter: its owner may, and a supervisor those that are shared.</summary>
    Task<Outcome<bool>> DeleteFilterAsync(ActingUser user, Guid id, CancellationToken cancellation);
}

/// <summary>A write on a task.</summary>
/// <param name="Request">Idempotency key: the same key gives the same answer and one effect.</param>
/// <param name="TaskKey">The task.</param>
/// <param name="Version">The version that the page showed.</param>
public sealed record TaskAction(Guid Request, long TaskKey, long Version);
