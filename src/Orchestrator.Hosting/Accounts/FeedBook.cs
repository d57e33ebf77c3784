using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases;
using Orchestrator.Storage.Accounts;

namespace Orchestrator.Hosting.Accounts;

/// <summary>The calendars that people read with other programs, and what each has shown.</summary>
public sealed class FeedBook(IDbContextFactory<AccountsContext> contexts, ICasesWriteGate gate)
{
    /// <summary>Feeds of one account.</summary>
    public const int FeedsMax = 20;

    /// <summary>How long an entry that has gone is told as cancelled: longer than calendars wait between two looks.</summary>
    public static readonly TimeSpan CancelledFor = TimeSpan.FromDays(30);

    private const int SecretBytes = 32;
    private const int AttemptsMax = 3;

    public async Task<IReadOnlyList<CalendarFeed>> OfAsync(string owner, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.CalendarFeeds.AsNoTracking().Where(feed => feed.Owner == owner).OrderBy(feed => feed.Id).ToListAsync(cancellation);
    }

    /// <summary>Makes a feed. The secret is told this once; null when the request has made one before, or when the account has as many as it may.</summary>
    public async Task<string?> CreateAsync(Guid request, string owner, string? group, DateTimeOffset now, CancellationToken cancellation)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        await using var turn = await gate.EnterAsync(cancellation);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.CalendarFeeds.AnyAsync(feed => feed.Request == request, cancellation)) return null;
        if (await context.CalendarFeeds.CountAsync(feed => feed.Owner == owner, cancellation) >= FeedsMax) return null;
        context.CalendarFeeds.Add(new() { Owner = owner, Group = group, SecretHash = HashOf(secret), Request = request, CreatedAt = now });
        await context.SaveChangesAsync(cancellation);
        return secret;
    }

    /// <summary>Ends a feed of this account; its address is there no more. False when there is no such feed.</summary>
    public async Task<bool> RevokeAsync(string owner, long id, CancellationToken cancellation)
    {
        await using var turn = await gate.EnterAsync(cancellation);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.CalendarFeedEntries.Where(entry => entry.Feed == id && context.CalendarFeeds.Any(feed => feed.Id == id && feed.Owner == owner)).ExecuteDeleteAsync(cancellation);
        return await context.CalendarFeeds.Where(feed => feed.Id == id && feed.Owner == owner).ExecuteDeleteAsync(cancellation) > 0;
    }

    /// <summary>The feed of this secret, or null.</summary>
    public async Task<CalendarFeed?> FindAsync(string secret, CancellationToken cancellation)
    {
        var hash = HashOf(secret);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.CalendarFeeds.AsNoTracking().SingleOrDefaultAsync(feed => feed.SecretHash == hash, cancellation);
    }

    /// <summary>
    /// Takes over what the feed shows now and answers with all its entries, those that have gone lately as cancelled. An entry keeps its identifier; its sequence grows when day, title
    /// or state change, and when it comes back. Nothing is written when nothing has changed.
    /// </summary>
    public async Task<IReadOnlyList<CalendarFeedEntry>> ShowAsync(long feed, IReadOnlyList<ShownDeadline> deadlines, DateTimeOffset now, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ShowOnceAsync(feed, deadlines, now, cancellation);
            }
            catch (DbUpdateException) when (attempt < AttemptsMax)
            {
                // Another node answered for the same feed at the same moment.
            }
        }
    }

    private async Task<IReadOnlyList<CalendarFeedEntry>> ShowOnceAsync(long feed, IReadOnlyList<ShownDeadline> deadlines, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var turn = await gate.EnterAsync(cancellation);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var known = await context.CalendarFeedEntries.Where(entry => entry.Feed == feed).ToDictionaryAsync(entry => entry.Deadline, StringComparer.Ordinal, cancellation);
        foreach (var deadline in deadlines)
        {
            if (known.Remove(deadline.Id, out var entry)) Update(entry, deadline, now);
            else context.CalendarFeedEntries.Add(EntryOf(feed, deadline, now));
        }
        foreach (var gone in known.Values)
        {
            if (!gone.Cancelled) (gone.Cancelled, gone.Sequence, gone.ChangedAt) = (true, gone.Sequence + 1, now);
            else if (gone.ChangedAt + CancelledFor < now) context.CalendarFeedEntries.Remove(gone);
        }
        await context.SaveChangesAsync(cancellation);
        return [.. context.CalendarFeedEntries.Local.OrderBy(entry => entry.Day).ThenBy(entry => entry.Uid)];
    }

    private static CalendarFeedEntry EntryOf(long feed, ShownDeadline deadline, DateTimeOffset now) =>
        new() { Feed = feed, Deadline = deadline.Id, Uid = Guid.CreateVersion7(now), Day = deadline.Day, Title = deadline.Title, Instance = deadline.Instance, ChangedAt = now };

    private static void Update(CalendarFeedEntry entry, ShownDeadline deadline, DateTimeOffset now)
    {
        if (entry.Day == deadline.Day && entry.Title == deadline.Title && !entry.Cancelled) return;
        (entry.Day, entry.Title, entry.Cancelled, entry.Sequence, entry.ChangedAt) = (deadline.Day, deadline.Title, false, entry.Sequence + 1, now);
    }

    // The secret is random and long: a plain hash cannot be turned around by guessing.
    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

/// <summary>A deadline as a feed shows it.</summary>
/// <param name="Id">The same for the same deadline as long as it lives.</param>
/// <param name="Title">Never personal.</param>
public sealed record ShownDeadline(string Id, DateOnly Day, string Title, long Instance);
