namespace Orchestrator.Contracts.Client;

/// <summary>Human tasks: lists, claim, unclaim, form, completion.</summary>
public interface IInbox
{
    /// <summary>One page of a tab with the counts of all tabs. An operator gets the tasks of their groups only.</summary>
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
}

/// <summary>A write on a task.</summary>
/// <param name="Request">Idempotency key: the same key gives the same answer and one effect.</param>
/// <param name="TaskKey">The task.</param>
/// <param name="Version">The version that the page showed.</param>
public sealed record TaskAction(Guid Request, long TaskKey, long Version);
