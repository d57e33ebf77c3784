namespace Orchestrator.Contracts.Client;

/// <summary>What runs, where it stands and what keeps it: for who watches over the whole. Supervisors, administrators and designers; nobody sees a person's data here.</summary>
public interface IOperations
{
    /// <summary>Everything at a glance.</summary>
    Task<Outcome<OperationsBoard>> BoardAsync(ActingUser user, CancellationToken cancellation);

    /// <summary>One version of a process with its drawing and how many cases stand at each element; <c>NotFound</c> when there is none.</summary>
    Task<Outcome<ProcessStanding>> ProcessAsync(ActingUser user, StandingRequest request, CancellationToken cancellation);

    /// <summary>
    /// Gives the messages that were set aside back to their queue, as they were sent; supervisors and administrators. Who reads one that was handled already knows the repetition.
    /// <c>NotFound</c> for a queue that is none of the bus.
    /// </summary>
    /// <returns>How many.</returns>
    Task<Outcome<int>> GiveBackAsync(ActingUser user, string queue, CancellationToken cancellation);
}

/// <summary>What is under way.</summary>
/// <param name="Processes">By name; those of which nothing runs as well.</param>
/// <param name="Failures">Open incidents that say the same, the most frequent first.</param>
/// <param name="Agencies">Work that agencies and programs have to do.</param>
/// <param name="Sending">What waits to be sent to the bus.</param>
/// <param name="Kept">Messages for which nobody waits yet.</param>
public sealed record OperationsBoard(
    IReadOnlyList<RunningProcess> Processes, IReadOnlyList<FailureGroup> Failures, IReadOnlyList<AgencyWork> Agencies, IReadOnlyList<SendingWork> Sending, IReadOnlyList<KeptMessages> Kept)
{
    /// <summary>The queues at the broker; null where agencies work inside this program, without one.</summary>
    public BrokerState? Broker { get; init; }

    /// <summary>May give back what was set aside.</summary>
    public bool MayGiveBack { get; init; }
}

/// <summary>The queues of the bus, read at most half a minute ago.</summary>
/// <param name="At">When; null before the first reading.</param>
/// <param name="Queues">Answers, work, messages; empty when the broker did not answer.</param>
/// <param name="Failure">Why it did not answer, in technical words.</param>
public sealed record BrokerState(DateTimeOffset? At, IReadOnlyList<BrokerQueue> Queues, string? Failure);

/// <summary>A queue.</summary>
/// <param name="Name">Its name at the broker.</param>
/// <param name="Agency">Whose programs read it; null for the engine's.</param>
/// <param name="Message">The message that it takes; null for work and answers.</param>
/// <param name="Waiting">Messages that nobody has taken yet.</param>
/// <param name="Readers">Programs that are connected.</param>
/// <param name="Dead">Messages that could not be read or handled.</param>
public sealed record BrokerQueue(string Name, string? Agency, string? Message, int Waiting, int Readers, int Dead);

/// <summary>A process and what runs of it, over all versions.</summary>
/// <param name="ProcessId">The process.</param>
/// <param name="Name">Its name.</param>
/// <param name="Versions">The newest first; those of which nothing runs only when they are the newest.</param>
public sealed record RunningProcess(string ProcessId, string Name, IReadOnlyList<RunningVersion> Versions)
{
    public int Running => Versions.Sum(version => version.Running + version.Called);

    public int Incidents => Versions.Sum(version => version.Incidents);
}

/// <summary>What runs of a version.</summary>
/// <param name="Version">Its number, from 1.</param>
/// <param name="Running">Cases of their own.</param>
/// <param name="Called">Running as a part of another case.</param>
/// <param name="Incidents">Open incidents.</param>
public sealed record RunningVersion(int Version, int Running, int Called, int Incidents);

/// <summary>Open incidents that say the same. Numbers in messages do not tell them apart.</summary>
/// <param name="ProcessId">The process.</param>
/// <param name="ProcessName">Its name.</param>
/// <param name="ElementId">The element.</param>
/// <param name="ElementName">Its name.</param>
/// <param name="Code">As <see cref="IncidentView.Code"/>.</param>
/// <param name="Message">What was expected and what was found; numbers that differ stand as <c>…</c>.</param>
/// <param name="Count">How many.</param>
/// <param name="Oldest">Since when.</param>
/// <param name="Newest">The last one.</param>
public sealed record FailureGroup(
    string ProcessId, string ProcessName, string ElementId, string ElementName, string Code, string Message, int Count, DateTimeOffset Oldest, DateTimeOffset Newest);

/// <summary>The open work of one agency, or of programs that ask for work themselves.</summary>
/// <param name="Agency">The first part of the types, for example <c>apl</c>; null for types without a dot.</param>
/// <param name="Works">By type.</param>
public sealed record AgencyWork(string? Agency, IReadOnlyList<WorkOfType> Works)
{
    public int Open => Works.Sum(work => work.Open);

    public int Exhausted => Works.Sum(work => work.Exhausted);

    /// <summary>Since when the oldest piece waits; null when nothing does.</summary>
    public DateTimeOffset? Since => Works.Min(work => work.Since);

    public WorkHealth Health => Works.Any(work => work.Health == WorkHealth.Silent) ? WorkHealth.Silent : Exhausted > 0 ? WorkHealth.Failing : WorkHealth.Well;
}

/// <summary>Open work of a type.</summary>
/// <param name="Type">The type, for example <c>apl.slots</c>.</param>
/// <param name="Open">All that is not done.</param>
/// <param name="Exhausted">Failed too often; an incident is open for each.</param>
/// <param name="Since">Since when the oldest of the others can be done; null when there is none.</param>
/// <param name="Health">What that says of who does it.</param>
public sealed record WorkOfType(string Type, int Open, int Exhausted, DateTimeOffset? Since, WorkHealth Health);

/// <summary>What open work says of who does it.</summary>
public enum WorkHealth
{
    /// <summary>Nothing waits for long.</summary>
    Well = 1,

    /// <summary>Work was tried too often without success.</summary>
    Failing = 2,

    /// <summary>Work can be done since <see cref="WorkOfTypeLimits.SilentAfter"/> or longer, and nobody did it.</summary>
    Silent = 3,
}

/// <summary>Limits by which open work is judged.</summary>
public static class WorkOfTypeLimits
{
    /// <summary>Agencies answer within seconds; a restart takes less than this.</summary>
    public static readonly TimeSpan SilentAfter = TimeSpan.FromMinutes(5);
}

/// <summary>What waits to be sent to the bus.</summary>
/// <param name="IsMessage">A message that a process threw; else a piece of work.</param>
/// <param name="Waiting">How many.</param>
/// <param name="Failing">Tried in vain at least once.</param>
/// <param name="Oldest">Since when.</param>
public sealed record SendingWork(bool IsMessage, int Waiting, int Failing, DateTimeOffset Oldest);

/// <summary>Messages of a name for which nobody waits yet.</summary>
/// <param name="Name">The name.</param>
/// <param name="Count">How many.</param>
/// <param name="Oldest">When the oldest came.</param>
/// <param name="FirstToExpire">When the first of them is dropped.</param>
public sealed record KeptMessages(string Name, int Count, DateTimeOffset Oldest, DateTimeOffset FirstToExpire);

/// <summary>What of a process is wanted.</summary>
/// <param name="ProcessId">The process.</param>
/// <param name="Version">A version; null for the newest.</param>
/// <param name="ElementId">Cases at this element alone; null for all that run.</param>
/// <param name="Offset">Cases to leave out, 0 or more.</param>
/// <param name="Limit">1 to 200 cases.</param>
public sealed record StandingRequest(string ProcessId, int? Version, string? ElementId, int Offset, int Limit);

/// <summary>A version of a process with where its cases stand.</summary>
/// <param name="ProcessId">The process.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">The version shown.</param>
/// <param name="Versions">As <see cref="RunningProcess.Versions"/>, with the one that is shown.</param>
/// <param name="Xml">The file.</param>
/// <param name="Elements">Those at which a case stands, in the order of the file.</param>
/// <param name="Element">The element that was asked for; null when there is no such element.</param>
/// <param name="Cases">The cases, the oldest first; null for who does not see cases.</param>
/// <param name="Total">How many there are, up to 10 000.</param>
public sealed record ProcessStanding(
    string ProcessId, string Name, int Version, IReadOnlyList<RunningVersion> Versions, string Xml, IReadOnlyList<ElementStanding> Elements, ElementStanding? Element,
    IReadOnlyList<StandingCase>? Cases, int Total);

/// <summary>How many cases stand at an element.</summary>
/// <param name="ElementId">The element.</param>
/// <param name="Name">Its name.</param>
/// <param name="Waiting">Cases that wait there.</param>
/// <param name="Incidents">Cases with an open incident there.</param>
public sealed record ElementStanding(string ElementId, string Name, int Waiting, int Incidents);

/// <summary>A case in the list.</summary>
/// <param name="Case">The case.</param>
/// <param name="StartedAt">Since when it runs.</param>
/// <param name="HasIncident">An incident is open somewhere in it.</param>
public sealed record StandingCase(CaseReference Case, DateTimeOffset StartedAt, bool HasIncident);
