namespace Orchestrator.Letters.Calendar;

/// <summary>A calendar entry for one attendee.</summary>
/// <param name="Uid">The same for every version of the entry.</param>
/// <param name="Sequence">Grows with every version.</param>
/// <param name="Cancelled">The meeting does not take place.</param>
/// <param name="Stamp">When this version was made.</param>
/// <param name="StartsAt">Start.</param>
/// <param name="Length">How long.</param>
/// <param name="Summary">Title.</param>
/// <param name="Location">Place or link.</param>
/// <param name="Description">Text.</param>
/// <param name="Organizer">E-mail address of who invites.</param>
/// <param name="AttendeeName">Name of who is invited.</param>
/// <param name="Attendee">E-mail address of who is invited.</param>
public sealed record Invitation(
    string Uid, int Sequence, bool Cancelled, DateTimeOffset Stamp, DateTimeOffset StartsAt, TimeSpan Length, string Summary, string Location, string Description,
    string Organizer, string AttendeeName, string Attendee);
