namespace Orchestrator.Contracts.Client;

/// <summary>Deadlines in people's own calendar programs: addresses that hold a secret and can be taken back.</summary>
public interface ICalendarFeeds
{
    /// <summary>The user's feeds and the offices for which they may make one.</summary>
    Task<Outcome<FeedPage>> ListAsync(ActingUser user, CancellationToken cancellation);

    /// <summary>
    /// Makes a feed of the user's own deadlines, or of an office that is theirs. The secret is told this once. <c>Conflict</c> (<c>FeedExists</c>) when the same request has made
    /// one before; <c>Invalid</c> (<c>TooManyFeeds</c>).
    /// </summary>
    Task<Outcome<NewFeed>> CreateAsync(ActingUser user, Guid request, string? group, CancellationToken cancellation);

    /// <summary>Ends a feed of the user: whoever knows its address finds nothing any more.</summary>
    Task<Outcome<FeedPage>> RevokeAsync(ActingUser user, long feedId, CancellationToken cancellation);

    /// <summary>
    /// The calendar of a secret, as its owner may see it now. Nobody needs to sign in. <c>NotFound</c> also when the owner's account has gone, or may see the office no more.
    /// </summary>
    /// <param name="secret">Out of the address.</param>
    /// <param name="site">Where the pages are, for the addresses in the entries.</param>
    Task<Outcome<CalendarFile>> ReadAsync(string secret, Uri site, CancellationToken cancellation);
}

/// <summary>Somebody's feeds.</summary>
/// <param name="Feeds">In order of making.</param>
/// <param name="Groups">Offices for which the user may make one.</param>
public sealed record FeedPage(IReadOnlyList<FeedView> Feeds, IReadOnlyList<string> Groups);

/// <summary>A feed; its address is told when it is made and never again.</summary>
/// <param name="FeedId">Its number.</param>
/// <param name="Group">The office; null for the user's own deadlines.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record FeedView(long FeedId, string? Group, DateTimeOffset CreatedAt);

/// <summary>A feed that was just made.</summary>
/// <param name="Secret">Goes into the address.</param>
public sealed record NewFeed(string Secret, FeedPage Page)
{
    /// <summary>Never prints the secret.</summary>
    public override string ToString() => "NewFeed";
}

/// <summary>An iCalendar file (RFC 5545).</summary>
public sealed record CalendarFile(string Text);
