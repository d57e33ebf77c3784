using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Ports;

/// <summary>
/// Frozen lists: what an operation on many instances found when it was rehearsed, and what became of each row when exactly that list was carried out. No projection of events; nothing in it is personal.
/// </summary>
public interface IBatchStore
{
    /// <summary>Keeps a list with its rows, in one transaction. Lists of the same kind and subject that were made before <paramref name="forgetBefore"/> and never carried out are deleted.</summary>
    Task CreateAsync(Batch batch, IReadOnlyList<BatchRow> rows, DateTimeOffset forgetBefore, CancellationToken cancellation);

    Task<Batch?> FindAsync(Guid id, CancellationToken cancellation);

    /// <summary>The newest first.</summary>
    Task<IReadOnlyList<Batch>> LatestAsync(BatchKind kind, string subject, int take, CancellationToken cancellation);

    /// <summary>How many rows there are of each verdict and outcome.</summary>
    Task<IReadOnlyList<BatchCount>> CountsAsync(Guid id, CancellationToken cancellation);

    /// <summary>Rows in their order; conditions that are null do not restrict.</summary>
    Task<Slice<BatchRow>> RowsAsync(Guid id, string? verdict, BatchOutcome? outcome, Paging page, CancellationToken cancellation);

    /// <summary>Moves a list from one state to another; false when it is in none of the states it may come from. The first start keeps who started it and when, an end when it ended.</summary>
    Task<bool> MoveAsync(Guid id, IReadOnlyCollection<BatchState> from, BatchState to, string? by, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>A running list that no other node works on until <paramref name="until"/>, or null. A lost claim costs a second try of some rows, never a second effect.</summary>
    Task<Batch?> ClaimAsync(DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>Rows to be carried out that have no outcome yet, in their order.</summary>
    Task<IReadOnlyList<BatchRow>> NextAsync(Guid id, int take, CancellationToken cancellation);

    /// <summary>Keeps outcomes, of rows that have none, and gives the claim back.</summary>
    Task RecordAsync(Guid id, IReadOnlyList<BatchResult> results, CancellationToken cancellation);
}

public enum BatchKind
{
    Migration = 1,
    Retry = 2,
}

public enum BatchState
{
    /// <summary>Nothing was changed yet.</summary>
    Rehearsed = 1,

    Running = 2,

    /// <summary>By hand; may go on.</summary>
    Stopped = 3,

    Done = 4,
}

public enum BatchOutcome
{
    Done = 1,

    /// <summary>The instance had moved since the rehearsal, or the incident was cured: it was left as it is.</summary>
    Moved = 2,

    /// <summary>The instance had not moved and refused all the same: a bug, or a node that stopped the instance.</summary>
    Refused = 3,
}

/// <param name="Id">Time-ordered; what the row's commands are called is derived from it, so that each is carried out once.</param>
/// <param name="Kind">What is done with the rows.</param>
/// <param name="Subject">What lists of one kind are found by: the process id.</param>
/// <param name="Target">What is to be done, as JSON; its form is the kind's.</param>
/// <param name="Hash">Over kind, target and rows as they were rehearsed: what is carried out is what was shown.</param>
public sealed record Batch(Guid Id, BatchKind Kind, string Subject, string Target, string Hash, int Rows, string CreatedBy, DateTimeOffset CreatedAt)
{
    public BatchState State { get; init; } = BatchState.Rehearsed;

    public string? StartedBy { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}

/// <param name="Number">From 1, in the order in which the list is carried out.</param>
/// <param name="Key">The process instance, or the called process inside one; of retries the incident.</param>
/// <param name="Position">The version of the instance that the verdict is about; 0 where it does not matter.</param>
/// <param name="Verdict"><see cref="Ok"/>, or why the row is not carried out; a word of the kind's.</param>
public sealed record BatchRow(int Number, ScopeKey Key, long Position, string Verdict)
{
    /// <summary>The verdict of rows that are carried out.</summary>
    public const string Ok = "ok";

    /// <summary>A word that says why the verdict is another.</summary>
    public string? Reason { get; init; }

    public string? Element { get; init; }

    /// <summary>For people who read English and know the engine.</summary>
    public string? Message { get; init; }

    public BatchOutcome? Outcome { get; init; }

    /// <summary>Why it was refused.</summary>
    public string? OutcomeMessage { get; init; }
}

public sealed record BatchCount(string Verdict, BatchOutcome? Outcome, int Count);

public sealed record BatchResult(int Number, BatchOutcome Outcome, string? Message);
