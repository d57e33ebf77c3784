namespace Orchestrator.Contracts.Client;

/// <summary>Who waits for a group session, and groups made of them.</summary>
public interface ISessionWaits
{
    /// <summary>
    /// The waiting lists of the user's centres (all, for who coordinates or audits), and the cases of one when the query names centre, kind and crisis. Names are read only when asked
    /// for, which is written into the read log. <c>NotAllowed</c> for who has nothing to do with persons.
    /// </summary>
    Task<Outcome<WaitPage>> ListAsync(ActingUser user, WaitQuery query, CancellationToken cancellation);

    /// <summary>
    /// Opens a session for exactly the cases that were chosen and still wait; who was placed meanwhile, or waits no more, is reported with the reason. For operators of the centre and who
    /// coordinates. <c>FormInvalid</c> with the fields that do not fit.
    /// </summary>
    Task<Outcome<GroupReport>> MakeAsync(ActingUser user, Guid request, NewGroup group, CancellationToken cancellation);
}

/// <summary>Which lists; null for all.</summary>
/// <param name="Centre">Code of the centre.</param>
/// <param name="Kind">Key of the kind: <c>incontro-1</c>.</param>
/// <param name="Crisis">The crisis.</param>
/// <param name="WithNames">The names of the cases are wanted.</param>
public sealed record WaitQuery(string? Centre, string? Kind, string? Crisis, bool WithNames);

/// <summary>Waiting lists, and the cases of one.</summary>
/// <param name="Lists">Those that the query leaves, the longest wait first.</param>
/// <param name="Centres">Centres at which somebody waits that the user sees.</param>
/// <param name="Kinds">Kinds for which somebody waits, as keys.</param>
public sealed record WaitPage(IReadOnlyList<WaitList> Lists, IReadOnlyList<CentreChoice> Centres, IReadOnlyList<string> Kinds)
{
    /// <summary>How many cases of a list are shown.</summary>
    public const int CasesMax = 100;

    /// <summary>The cases of the one list that was asked for, those with the nearest term first, then the longest wait; null when none was.</summary>
    public IReadOnlyList<WaitingCase>? Cases { get; init; }

    /// <summary>True when this user may make a group of them.</summary>
    public bool MayMake { get; init; }
}

/// <summary>A waiting list.</summary>
/// <param name="Cases">How many wait.</param>
/// <param name="Since">Since when the first of them waits.</param>
public sealed record WaitList(string Centre, string CentreName, string Kind, string CrisisKey, string CompanyName, int Cases, DateTimeOffset Since);

/// <summary>A case that waits; its name is personal.</summary>
/// <param name="CaseKey">Opaque.</param>
/// <param name="Since">Since when it waits.</param>
public sealed record WaitingCase(string CaseKey, DateTimeOffset Since)
{
    /// <summary>Who; null unless asked for.</summary>
    public string? FullName { get; init; }

    /// <summary>The nearest term that runs on the case.</summary>
    public TermView? Term { get; init; }

    /// <summary>The opaque id alone, so that a log never holds the person.</summary>
    public override string ToString() => "WaitingCase " + CaseKey;
}

/// <summary>A session to be opened for chosen cases.</summary>
/// <param name="Cases">Who was chosen, 1 to 200.</param>
/// <param name="StartsAt">In the future; null when no readable date and time were given.</param>
/// <param name="Minutes">15 to 480.</param>
/// <param name="Capacity">1 to 200, at least as many as were chosen.</param>
/// <param name="VenueType"><c>CPI</c>, <c>azienda</c>, <c>sala esterna</c> or <c>videoconferenza</c>.</param>
/// <param name="Venue">Room or link.</param>
public sealed record NewGroup(string Centre, string Kind, string Crisis, IReadOnlyList<string> Cases, DateTimeOffset? StartsAt, int Minutes, int Capacity, string VenueType, string Venue);

/// <summary>What became of a chosen group.</summary>
/// <param name="SessionKey">The session that was opened; null when nobody was left to get a place.</param>
/// <param name="Placed">How many have a place in it.</param>
/// <param name="Left">Who has not, and why.</param>
public sealed record GroupReport(string? SessionKey, int Placed, IReadOnlyList<LeftOut> Left);

/// <summary>A case that was chosen and got no place.</summary>
/// <param name="Why"><c>PlacedElsewhere</c> or <c>NotWaiting</c>.</param>
/// <param name="SessionKey">The session in which it has a place.</param>
public sealed record LeftOut(string CaseKey, string Why, string? SessionKey)
{
    /// <summary>Who, for who reads names anyway at this list; null else.</summary>
    public string? FullName { get; init; }

    /// <summary>The opaque id alone, so that a log never holds the person.</summary>
    public override string ToString() => "LeftOut " + CaseKey;
}
