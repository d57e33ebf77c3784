using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Ports;

/// <summary>What people leave at their desk: what they typed and have not sent, and the filters that they named. It is in no history.</summary>
public interface IDeskStore
{
    /// <summary>Keeps what somebody typed; what they kept before for this task is replaced. Encrypted with the data key of the task's instance.</summary>
    /// <returns>False when there is no such task.</returns>
    Task<bool> SaveDraftAsync(ScopeKey task, string person, string json, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>What this person typed, or null; null also when the subject was erased.</summary>
    Task<Draft?> DraftAsync(ScopeKey task, string person, CancellationToken cancellation);

    /// <summary>Forgets it; one that is not there is no error.</summary>
    Task DeleteDraftAsync(ScopeKey task, string person, CancellationToken cancellation);

    /// <summary>The filters of this person and those that are shared with any of the groups, by name.</summary>
    Task<IReadOnlyList<SavedFilter>> FiltersAsync(string person, IReadOnlyCollection<string> groups, CancellationToken cancellation);

    Task<SavedFilter?> FilterAsync(Guid id, CancellationToken cancellation);

    /// <summary>Keeps a filter; the same id twice is kept once.</summary>
    Task SaveFilterAsync(SavedFilter filter, CancellationToken cancellation);

    Task DeleteFilterAsync(Guid id, CancellationToken cancellation);
}

/// <summary>What somebody typed into a form, a JSON object.</summary>
public sealed record Draft(string Json, DateTimeOffset SavedAt);

/// <param name="Id">Made by whoever saves it.</param>
/// <param name="Owner">Who named it.</param>
/// <param name="SharedWith">The group that sees it too; null for the owner's own.</param>
/// <param name="Name">Its name.</param>
/// <param name="Query">The query of the inbox's address.</param>
/// <param name="CreatedAt">When it was saved.</param>
public sealed record SavedFilter(Guid Id, string Owner, string? SharedWith, string Name, string Query, DateTimeOffset CreatedAt);
