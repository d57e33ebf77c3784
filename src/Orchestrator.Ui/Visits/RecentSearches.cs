using System.Collections.Concurrent;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Visits;

/// <summary>
/// Searches for persons, kept for a while in the memory of this program under an id that says nothing: what somebody looked for is in no address and no log, and yet a page of
/// results can be left and come back to. Another node, and this one after a restart, knows nothing of them: the search is typed again.
/// </summary>
public sealed class RecentSearches(TimeProvider time)
{
    private const int SearchesMax = 2_000;
    private static readonly TimeSpan s_kept = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<Guid, (string User, WorkerQuery Query, DateTimeOffset Until)> _searches = new();

    /// <summary>Keeps a search of this user and gives its id.</summary>
    public Guid Keep(ActingUser user, WorkerQuery query)
    {
        var now = time.GetUtcNow();
        if (_searches.Count >= SearchesMax)
        {
            foreach (var (old, _) in _searches.OrderBy(entry => entry.Value.Until).Take(SearchesMax / 2).ToList())
                _searches.TryRemove(old, out _);
        }

        // Random: an id that tells the time would tell when somebody looked for whom.
        var id = Guid.NewGuid();
        _searches[id] = (user.UserName, query, now + s_kept);
        return id;
    }

    /// <summary>The search, when it is this user's own and not too old; null otherwise.</summary>
    public WorkerQuery? Find(ActingUser user, Guid id) =>
        _searches.TryGetValue(id, out var kept) && kept.User == user.UserName && kept.Until > time.GetUtcNow() ? kept.Query : null;
}
