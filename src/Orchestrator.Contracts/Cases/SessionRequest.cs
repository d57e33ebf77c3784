namespace Orchestrator.Contracts.Cases;

/// <summary>
/// A group session and the crisis, or the agreement, whose cases may be invited. Asking twice with the same <paramref name="Session"/> changes day, length and
/// capacity of the session and keeps the cases it has; free places are then given out.
/// </summary>
/// <param name="Session">Opaque key chosen by the process, at most 100 characters of letters, digits, <c>-</c>, <c>_</c>, <c>.</c>.</param>
/// <param name="Agreement">Business key, <c>AG-CR-2026-0007-1</c>; null for a session of the whole crisis.</param>
/// <param name="Purpose">
/// What the session is, as the process names it (<c>presentazione</c>, <c>incontro-1</c>…): a case has one place per purpose, and a new one after
/// it was absent or its session was cancelled.
/// </param>
/// <param name="StartsAt">Start.</param>
/// <param name="DurationMinutes">1 to <see cref="CaseLimits.SessionMinutesMax"/>.</param>
/// <param name="Capacity">Places, 1 to <see cref="CaseLimits.SessionCasesMax"/>.</param>
/// <param name="Centre">Only cases of this centre (01–30); null for all.</param>
/// <param name="Crisis">Business key, <c>CR-2026-0007</c>; needed where no agreement is named.</param>
public sealed record SessionRequest(
    string Session, string? Agreement, string Purpose, DateTimeOffset StartsAt, int DurationMinutes, int Capacity, string? Centre = null, string? Crisis = null);
