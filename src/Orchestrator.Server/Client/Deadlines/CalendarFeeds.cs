using System.Globalization;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Accounts;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Letters.Calendar;

namespace Orchestrator.Server.Client.Deadlines;

/// <summary>
/// Feeds of deadlines. What a feed shows is what its owner may see at that moment, so a right that is taken away ends there too. Entries hold the step and the number of the case,
/// never a person.
/// </summary>
internal sealed class CalendarFeeds(FeedBook feeds, AccountBook accounts, IQueries queries, TermElements elements, DeadlineViews views, DeadlineScope scope, FeelWorld world, TimeProvider time)
    : ICalendarFeeds
{
    private const int EntriesMax = 1_000;
    private const int PastDays = 60;
    private const int SecretCharsMax = 100;

    public async Task<Outcome<FeedPage>> ListAsync(ActingUser user, CancellationToken cancellation) => WhyNot(user) is { } refused ? refused : await PageAsync(user, cancellation);

    public async Task<Outcome<NewFeed>> CreateAsync(ActingUser user, Guid request, string? group, CancellationToken cancellation)
    {
        if (WhyNot(user) is { } refused) return refused;
        if (group is not null && !await MayReadAsync(user, group, cancellation)) return Refused.NotAllowed($"Expected an office of yours, but found {group}.");
        var secret = await feeds.CreateAsync(request, user.UserName, group, time.GetUtcNow(), cancellation);
        var page = await PageAsync(user, cancellation);
        if (secret is not null) return new NewFeed(secret, page);
        return page.Feeds.Count >= FeedBook.FeedsMax
            ? new Refusal(RefusalKind.Invalid, "TooManyFeeds", $"Expected fewer than {FeedBook.FeedsMax} calendars, but you have as many.")
            : new Refusal(RefusalKind.Conflict, "FeedExists", "Expected a new request, but this one has made a calendar already.");
    }

    public async Task<Outcome<FeedPage>> RevokeAsync(ActingUser user, long feedId, CancellationToken cancellation)
    {
        if (WhyNot(user) is { } refused) return refused;
        if (!await feeds.RevokeAsync(user.UserName, feedId, cancellation)) return new Refusal(RefusalKind.NotFound, "FeedNotFound", $"Expected a calendar {feedId} of yours, but there is none.");
        return await PageAsync(user, cancellation);
    }

    public async Task<Outcome<CalendarFile>> ReadAsync(string secret, Uri site, CancellationToken cancellation)
    {
        if (secret.Length is 0 or > SecretCharsMax || await feeds.FindAsync(secret, cancellation) is not { } feed) return Missing();
        if (await accounts.FindAsync(feed.Owner) is not { } owner || WhyNot(owner) is not null) return Missing();
        if (feed.Group is { } group && !await MayReadAsync(owner, group, cancellation)) return Missing();
        var entries = await feeds.ShowAsync(feed.Id, await ShownAsync(owner, feed.Group, cancellation), time.GetUtcNow(), cancellation);
        var name = feed.Group is { } office ? $"Scadenze {office}" : "Le mie scadenze";
        return new CalendarFile(DayCalendarWriter.Write(name, entries.Select(entry => new DayEntry(
            $"{entry.Uid}@orchestrator", entry.Sequence, entry.Cancelled, entry.ChangedAt, entry.Day, entry.Title,
            new Uri(site, string.Create(CultureInfo.InvariantCulture, $"/pratiche/{entry.Instance}"))))));
    }

    private async Task<IReadOnlyList<ShownDeadline>> ShownAsync(ActingUser owner, string? group, CancellationToken cancellation)
    {
        var seesCases = CaseRights.SeesAllCases(owner) || owner.Has(Roles.Operator);
        var due = await queries.DueAsync(
            new()
            {
                TermElements = seesCases ? await elements.IdsAsync() : [],
                Tasks = CaseRights.SeesTasks(owner),
                DueFrom = world.FirstDue(world.Today().AddDays(-PastDays)),
                TasksOf = CaseRights.TasksOf(owner),
                CasesOf = CaseRights.CasesOf(owner),
                Of = DeadlineScope.Of(group, group is null ? owner.UserName : null),
                Page = new(0, EntriesMax),
            }, cancellation);
        var shown = await views.OfAsync(owner, due.Items, cancellation);
        return [.. shown.DistinctBy(view => view.StableId).Select(view => new ShownDeadline(view.StableId, view.Day, TitleOf(view), view.Case.InstanceKey))];
    }

    // A program that fetches has no language of its own: the office's.
    private static string TitleOf(DeadlineView view)
    {
        var title = $"{(view.Kind == DeadlineKind.Term ? "Termine" : "Attività")}: {view.Name}{(view.Case.BusinessKey is { } key ? $" – {key}" : "")}";
        return title.Length <= Storage.Accounts.CalendarFeedEntry.TextCharsMax ? title : title[..Storage.Accounts.CalendarFeedEntry.TextCharsMax];
    }

    private async Task<bool> MayReadAsync(ActingUser user, string group, CancellationToken cancellation) => (await scope.ChoicesAsync(user, cancellation)).Groups.Contains(group);

    private async Task<FeedPage> PageAsync(ActingUser user, CancellationToken cancellation)
    {
        var own = await feeds.OfAsync(user.UserName, cancellation);
        return new([.. own.Select(feed => new FeedView(feed.Id, feed.Group, feed.CreatedAt))], (await scope.ChoicesAsync(user, cancellation)).Groups);
    }

    private static Refusal? WhyNot(ActingUser user) => user.Has(Roles.Operator, Roles.Supervisor, Roles.Auditor, Roles.Admin)
        ? null
        : Refused.NotAllowed("Expected an account that sees cases or tasks: this one has no deadlines.");

    private static Refusal Missing() => new(RefusalKind.NotFound, "FeedNotFound", "Expected the address of a calendar, but there is none (any more).");
}
