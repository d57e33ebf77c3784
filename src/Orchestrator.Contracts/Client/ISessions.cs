namespace Orchestrator.Contracts.Client;

/// <summary>Group sessions: when, where, how many places, who came.</summary>
public interface ISessions
{
    /// <summary>Sessions the user may see, the last first.</summary>
    Task<Outcome<SessionPage>> SearchAsync(ActingUser user, SessionQuery query, CancellationToken cancellation);

    /// <summary>
    /// A session. Names are read only when asked for, by who works with the persons of the session; each reading is written into the read log.
    /// </summary>
    Task<Outcome<SessionDetail>> OpenAsync(ActingUser user, string sessionKey, bool withNames, CancellationToken cancellation);
}

/// <summary>What sessions are wanted.</summary>
/// <param name="Offset">0 or more.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record SessionQuery(int Offset, int Limit)
{
    /// <summary>Words, all of which stand in the number of the session, of its crisis, or in the company's name.</summary>
    public string? Search { get; init; }

    /// <summary>Code of the centre.</summary>
    public string? Centre { get; init; }

    /// <summary>Kind, as a key: <c>presentazione</c>, <c>incontro-1</c>, ….</summary>
    public string? Kind { get; init; }

    /// <summary>First day, Europe/Rome.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, Europe/Rome.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>A page of sessions with what the filters offer.</summary>
/// <param name="Kinds">Kinds that exist, as keys.</param>
/// <param name="Centres">Centres.</param>
public sealed record SessionPage(IReadOnlyList<SessionSummary> Sessions, int Total, IReadOnlyList<string> Kinds, IReadOnlyList<CentreChoice> Centres);

/// <summary>An employment centre to choose.</summary>
public sealed record CentreChoice(string Code, string Name);

/// <summary>How far a session is.</summary>
public enum SessionPhase
{
    /// <summary>Still to come.</summary>
    Planned,

    /// <summary>Held; attendance is not recorded for everybody.</summary>
    Held,

    /// <summary>Held and recorded.</summary>
    Recorded,

    /// <summary>Called off.</summary>
    Cancelled,
}

/// <summary>A session in a list.</summary>
/// <param name="SessionKey">Such as <c>AG-CR-2026-0007-1-S1</c>.</param>
/// <param name="Kind">Its kind, as a key.</param>
/// <param name="StartsAt">When it starts.</param>
/// <param name="Minutes">How long it lasts.</param>
/// <param name="CrisisKey">Its crisis.</param>
/// <param name="CompanyName">The company.</param>
/// <param name="Phase">How far it is.</param>
public sealed record SessionSummary(string SessionKey, string Kind, DateTimeOffset StartsAt, int Minutes, string CrisisKey, string CompanyName, SessionPhase Phase)
{
    /// <summary>Name of the centre; null when it belongs to none.</summary>
    public string? Centre { get; init; }

    /// <summary>How many the hall holds.</summary>
    public int Capacity { get; init; }

    /// <summary>How many have a place.</summary>
    public int Places { get; init; }

    /// <summary>For how many an attendance is recorded.</summary>
    public int Recorded { get; init; }
}

/// <summary>A session with what its page shows.</summary>
public sealed record SessionDetail(SessionSummary Summary)
{
    public string? AgreementKey { get; init; }

    /// <summary>True when this user may open the agreement: its case is the delivery of the crisis.</summary>
    public bool MayOpenAgreement { get; init; }

    /// <summary>Its process, when the user may see it.</summary>
    public CaseSummary? Case { get; init; }

    /// <summary>How many were reached by an invitation.</summary>
    public int Convened { get; init; }

    /// <summary>Attendance counted by status, in the order of the form; the words are those of the form.</summary>
    public IReadOnlyList<AttendanceCount> Attendance { get; init; } = [];

    /// <summary>True when this user may ask for the names.</summary>
    public bool MayReadNames { get; init; }

    /// <summary>Who has a place, by name; null when nobody asked.</summary>
    public IReadOnlyList<Participant>? Participants { get; init; }
}

/// <summary>How many attended so.</summary>
public sealed record AttendanceCount(string Status, int Cases);

/// <summary>Who has a place in a session; personal data.</summary>
/// <param name="CaseKey">Opaque.</param>
/// <param name="Status">As the form calls it; null while nothing is recorded.</param>
public sealed record Participant(string CaseKey, string FullName, string Centre, string? Status, int? Minutes)
{
    /// <summary>True when this user may open the case: it is one of their centres.</summary>
    public bool MayOpen { get; init; }

    /// <summary>The opaque id alone, so that a log never holds the person.</summary>
    public override string ToString() => "Participant " + CaseKey;
}
