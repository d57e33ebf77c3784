namespace Orchestrator.Cases.Desk;

/// <summary>
/// Something the registry has written and the process has still to be told. It is written in the transaction of the fact itself and goes when the process was told, so that
/// a crash between the two loses nothing; telling twice must change nothing.
/// </summary>
/// <param name="Id">The key of the request that made the fact, and the idempotency key of what the process is told.</param>
/// <param name="Subject">What it is about: an agreement, an import or a session, as <paramref name="Kind"/> says.</param>
/// <param name="Actor">Who made the fact.</param>
/// <param name="Content">What the teller wrote to itself; the registry does not read it. Empty when the registry's own data say everything.</param>
public sealed record Notice(Guid Id, NoticeKind Kind, string Subject, string Actor, string Content, DateTimeOffset NotedAt);
