namespace Orchestrator.Cases.Desk;

/// <summary>A session that an operator opens for exactly the cases that they chose.</summary>
/// <param name="Request">Made once by the form; the same request opens one session.</param>
/// <param name="List">Where the cases wait.</param>
/// <param name="CaseIds">Who was chosen, in the order in which places are given; 1 to <see cref="CasesMax"/>.</param>
/// <param name="StartsAt">In the future.</param>
/// <param name="DurationMinutes">15 to 480.</param>
/// <param name="Capacity">1 to <see cref="CasesMax"/>; at least as many as were chosen.</param>
/// <param name="VenueType">As the form of a session calls it: <c>CPI</c>, <c>azienda</c>, <c>sala esterna</c>, <c>videoconferenza</c>.</param>
/// <param name="Venue">Room or link, 1 to 200 characters.</param>
public sealed record GroupForm(
    Guid Request, WaitingList List, IReadOnlyList<string> CaseIds, DateTimeOffset StartsAt, int DurationMinutes, int Capacity, string VenueType, string Venue)
{
    public const int CasesMax = 200;

    /// <summary>What a session's form offers.</summary>
    public static IReadOnlyList<string> VenueTypes { get; } = ["CPI", "azienda", "sala esterna", "videoconferenza"];
}

/// <summary>Why a case that was chosen got no place.</summary>
public enum NotPlacedReason
{
    /// <summary>Somebody gave it a place in another session meanwhile.</summary>
    PlacedElsewhere = 1,

    /// <summary>It waits no more, or never waited on this list.</summary>
    NotWaiting = 2,
}

/// <summary>A case that was chosen and got no place.</summary>
/// <param name="Session">The session in which it has a place.</param>
public sealed record NotPlaced(string CaseId, NotPlacedReason Reason, string? Session);

/// <summary>What became of a chosen group.</summary>
/// <param name="Session">The session; null when nobody was left to get a place, so that none was opened.</param>
public sealed record GroupMade(string? Session, IReadOnlyList<string> Placed, IReadOnlyList<NotPlaced> Left);
