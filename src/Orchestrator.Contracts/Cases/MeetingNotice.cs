namespace Orchestrator.Contracts.Cases;

/// <summary>A job is going to tell groups about a meeting.</summary>
/// <param name="JobKey">The engine's job key: the idempotency key.</param>
/// <param name="Crisis">Business key.</param>
/// <param name="Meeting">The meeting's id in the crisis, at most 60 characters of letters, digits, <c>-</c>, <c>_</c>, <c>.</c>.</param>
public sealed record MeetingNotice(string JobKey, string Crisis, string Meeting);

/// <summary>One version of a calendar entry.</summary>
/// <param name="Uid">The same for every version of the meeting's entry.</param>
/// <param name="Sequence">Grows with every version, from 0.</param>
/// <param name="PreparedAt">DTSTAMP and date of the mail: fixed, so that a repeated job makes the same message.</param>
public sealed record MeetingVersion(string Uid, int Sequence, DateTimeOffset PreparedAt);
