using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Ports;

/// <summary>Where running cases stand, what failed alike and what is under way: figures over all projection rows, read without blocking commits.</summary>
public interface IStandings
{
    /// <summary>What runs of each version: instances of their own, processes called inside others, open incidents. Versions of which nothing runs are not among them.</summary>
    Task<IReadOnlyList<VersionCount>> RunningAsync(CancellationToken cancellation);

    /// <summary>In how many running instances something waits at each element of a version, and in how many an incident is open there.</summary>
    Task<IReadOnlyList<StandingCount>> StandingAsync(StandingQuery query, CancellationToken cancellation);

    /// <summary>The running instances in which something waits, or failed, at any of these elements; the oldest first.</summary>
    Task<Page<InstanceRow>> StandingAtAsync(StandingQuery query, IReadOnlyCollection<string> elements, Paging page, CancellationToken cancellation);

    /// <summary>Open incidents by process, element, kind and message, the most frequent first; at most <see cref="GroupsMax"/> groups.</summary>
    Task<IReadOnlyList<IncidentCount>> IncidentsAsync(CancellationToken cancellation);

    /// <summary>Open incidents of an element, by their keys.</summary>
    /// <param name="after">Keys up to this one are left out.</param>
    Task<IReadOnlyList<IncidentRow>> OpenIncidentsAsync(string processId, string element, IncidentKind kind, ScopeKey after, int take, CancellationToken cancellation);

    /// <summary>Open jobs by type.</summary>
    Task<IReadOnlyList<JobCount>> JobsAsync(CancellationToken cancellation);

    /// <summary>What waits to be sent, by kind.</summary>
    Task<IReadOnlyList<OutboxCount>> OutboxAsync(CancellationToken cancellation);

    /// <summary>Messages that came before anybody waited for them and are still kept, by name.</summary>
    Task<IReadOnlyList<KeptMessageCount>> KeptMessagesAsync(CancellationToken cancellation);

    /// <summary>How many groups of incidents are told.</summary>
    const int GroupsMax = 1_000;
}

/// <summary>What runs of a version.</summary>
/// <param name="Definition">The version.</param>
/// <param name="Instances">Running instances of their own.</param>
/// <param name="Called">Running processes that others called.</param>
/// <param name="Incidents">Open incidents.</param>
public sealed record VersionCount(DefinitionKey Definition, int Instances, int Called, int Incidents)
{
    /// <summary>All that runs under it.</summary>
    public int Running => Instances + Called;
}

/// <summary>A version and what its rows cannot say by themselves.</summary>
/// <param name="Definition">The version.</param>
/// <param name="ProcessId">Its process.</param>
/// <param name="Catching">Its elements that wait by a timer or a message alone: intermediate events and receive tasks. A boundary event waits beside its activity and is none.</param>
public sealed record StandingQuery(DefinitionKey Definition, string ProcessId, IReadOnlyCollection<string> Catching);

/// <summary>How many instances wait at an element, and in how many an incident is open at it.</summary>
public sealed record StandingCount(string Element, int Waiting, int Incidents);

/// <summary>Open incidents that say the same.</summary>
public sealed record IncidentCount(string ProcessId, string Element, IncidentKind Kind, string Message, int Count, DateTimeOffset Oldest, DateTimeOffset Newest);

/// <summary>Open jobs of a type. <see cref="Exhausted"/> are without retries: an incident is open. <see cref="Since"/> is when the oldest of the others became available.</summary>
public sealed record JobCount(string Type, bool Bus, int Open, int Exhausted, DateTimeOffset? Since);

/// <summary>What waits to be sent. <see cref="Failing"/> were tried in vain at least once.</summary>
public sealed record OutboxCount(OutboxKind Kind, int Waiting, int Failing, DateTimeOffset Oldest);

/// <summary>Kept messages of a name.</summary>
public sealed record KeptMessageCount(string Name, int Count, DateTimeOffset Oldest, DateTimeOffset FirstToExpire);
