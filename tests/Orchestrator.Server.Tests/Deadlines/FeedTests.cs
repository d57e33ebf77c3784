using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Server.Tests.Deadlines;

/// <summary>Deadlines in other calendar programs, fetched as those do it: without a session, again and again.</summary>
[NonParallelizable]
internal sealed partial class FeedTests
{
    private TermOffice _office = null!;
    private HttpClient _program = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _office = await TermOffice.OpenAsync();
        _program = _office.Server.Client(null);
    }

    [TearDown]
    public async Task CloseAsync()
    {
        _program.Dispose();
        await _office.DisposeAsync();
    }

    [Test]
    public async Task An_office_reads_its_terms_and_tasks_by_a_secret_address_and_nothing_after_it_was_taken_back()
    {
        await _office.BeginAsync("CASE-1", days: 8);
        await _office.BeginAsync("CASE-2", days: 8, office: "cpi:15");
        var made = await MakeAsync("cpi:08");

        var (status, calendar, type) = await FetchAsync(made.Secret);
        Assert.That((status, type), Is.EqualTo((HttpStatusCode.OK, "text/calendar")));
        Assert.That(Titles(calendar), Is.EquivalentTo(new[] { "Attività: Esamina la domanda – CASE-1", "Termine: Istruttoria – CASE-1" }));
        Assert.That(calendar, Does.Contain("DTSTART;VALUE=DATE:20260310\r\n").And.Contain("STATUS:CONFIRMED\r\n").And.Contain("BEGIN:VALARM\r\n"));

        await _office.AskAsync(client => client.Feeds.RevokeAsync(TermOffice.Clerk, made.Page.Feeds.Single().FeedId, CancellationToken.None));
        Assert.That((await FetchAsync(made.Secret)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await FetchAsync("no-such-secret")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_deadline_keeps_its_identifier_a_moved_one_gets_a_higher_sequence_and_one_that_is_over_is_cancelled_for_a_while()
    {
        var instance = await _office.BeginAsync("CASE-1", days: 8);
        var secret = (await MakeAsync("cpi:08")).Secret;
        var first = Events((await FetchAsync(secret)).Text);
        Assert.That(Events((await FetchAsync(secret)).Text), Is.EqualTo(first), "nothing has changed");

        var corrected = await _office.Service<Engine.Instances.InstanceDesk>().CorrectAsync(
            Guid.NewGuid(), Interpreter.Actor.System("test"), Interpreter.ScopeKey.RootOf(instance), Feel.FeelContext.Of(("signed", Feel.FeelValue.Of("2026-03-01"))), "typed wrongly", null, CancellationToken.None);
        Assert.That(corrected.Rejection, Is.Null, corrected.Rejection?.Message);
        var moved = Events((await FetchAsync(secret)).Text);
        Assert.That(moved.Select(one => one.Uid), Is.EquivalentTo(first.Select(one => one.Uid)));
        Assert.That(moved.Single(one => one.Title.StartsWith("Termine", StringComparison.Ordinal)), Is.EqualTo(first.Single(one => one.Title.StartsWith("Termine", StringComparison.Ordinal)) with { Sequence = 1, Day = "20260309" }));

        await _office.AdvanceAsync(new(2026, 3, 10, 8, 0, 0, TimeSpan.Zero));
        var over = Events((await FetchAsync(secret)).Text);
        Assert.That(over.Select(one => (one.Status, one.Sequence)), Is.EquivalentTo(new[] { ("CANCELLED", 2), ("CANCELLED", 1) }));
        Assert.That(over.Select(one => one.Uid), Is.EquivalentTo(first.Select(one => one.Uid)));

        _office.Clock.Set(new(2026, 4, 30, 8, 0, 0, TimeSpan.Zero));
        Assert.That(Events((await FetchAsync(secret)).Text), Is.Empty);
    }

    [Test]
    public async Task A_person_reads_what_is_theirs_and_only_as_long_as_they_may()
    {
        await _office.BeginAsync("CASE-1", days: 8);
        var task = (await _office.AskAsync(client => client.Inbox.ListAsync(TermOffice.Clerk, new(InboxTab.Groups, null, 0, 10), CancellationToken.None))).Tasks.Single();
        var mine = (await MakeAsync(null)).Secret;
        var office = (await MakeAsync("cpi:08")).Secret;
        Assert.That(Titles((await FetchAsync(mine)).Text), Is.Empty);

        await _office.AskAsync(client => client.Inbox.ClaimAsync(TermOffice.Clerk, new(Guid.NewGuid(), task.TaskKey, task.Version), CancellationToken.None));
        Assert.That(Titles((await FetchAsync(mine)).Text), Has.Count.EqualTo(2));

        await using (var scope = _office.Server.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<Hosting.Accounts.AccountBook>().RemoveAsync(TermOffice.Clerk.UserName);
        Assert.That((await FetchAsync(mine)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        await _office.Server.AddAccountAsync(TermOffice.Clerk.UserName, [Roles.Operator], ["cpi:15"]);
        Assert.That((await FetchAsync(office)).Status, Is.EqualTo(HttpStatusCode.NotFound), "the account is in that office no more");
    }

    [Test]
    public async Task Nobody_makes_a_calendar_of_an_office_that_is_not_theirs_and_one_form_makes_one()
    {
        await using var scope = _office.Server.Services.CreateAsyncScope();
        var feeds = scope.ServiceProvider.GetRequiredService<IOrchestratorClient>().Feeds;
        Assert.That((await feeds.CreateAsync(TermOffice.Clerk, Guid.NewGuid(), "cpi:15", CancellationToken.None)).Refusal?.Kind, Is.EqualTo(RefusalKind.NotAllowed));
        Assert.That((await feeds.CreateAsync(new("dora", "Dora", [], [Roles.Designer]), Guid.NewGuid(), null, CancellationToken.None)).Refusal?.Kind, Is.EqualTo(RefusalKind.NotAllowed));
        var request = Guid.NewGuid();
        var made = (await feeds.CreateAsync(TermOffice.Clerk, request, null, CancellationToken.None)).Value!;
        Assert.That((await feeds.CreateAsync(TermOffice.Clerk, request, null, CancellationToken.None)).Refusal?.Code, Is.EqualTo("FeedExists"));
        Assert.That((await feeds.RevokeAsync(TermOffice.OtherClerk, made.Page.Feeds.Single().FeedId, CancellationToken.None)).Refusal?.Kind, Is.EqualTo(RefusalKind.NotFound), "somebody else's");
        Assert.That((await feeds.ListAsync(TermOffice.Clerk, CancellationToken.None)).Value!.Feeds, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_database_does_not_hold_the_secret()
    {
        var secret = (await MakeAsync(null)).Secret;
        SqliteConnection.ClearAllPools();

        foreach (var file in Directory.EnumerateFiles(Path.Combine(_office.Server.Folder, "data"), "*.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            Assert.That(System.Text.Encoding.Latin1.GetString(bytes.ToArray()), Does.Not.Contain(secret), file);
        }
    }

    private Task<NewFeed> MakeAsync(string? group) => _office.AskAsync(client => client.Feeds.CreateAsync(TermOffice.Clerk, Guid.NewGuid(), group, CancellationToken.None));

    private async Task<(HttpStatusCode Status, string Text, string? Type)> FetchAsync(string secret)
    {
        using var answer = await _program.GetAsync(new Uri($"/calendario/{secret}.ics", UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType?.MediaType);
    }

    private static List<string> Titles(string calendar) => [.. Events(calendar).Where(one => one.Status == "CONFIRMED").Select(one => one.Title)];

    private static List<Entry> Events(string calendar) =>
        [.. Event().Matches(calendar.Replace("\r\n ", "", StringComparison.Ordinal)).Select(one => EntryOf(one.Value)).OrderBy(one => one.Uid, StringComparer.Ordinal)];

    private static Entry EntryOf(string text) => new(
        Value(text, "UID"), int.Parse(Value(text, "SEQUENCE"), System.Globalization.CultureInfo.InvariantCulture), Value(text, "DTSTART;VALUE=DATE"), Value(text, "STATUS"), Value(text, "SUMMARY"));

    private static string Value(string entry, string name) => Regex.Match(entry, $"^{Regex.Escape(name)}:(.*?)\r$", RegexOptions.Multiline).Groups[1].Value;

    [GeneratedRegex("BEGIN:VEVENT.*?END:VEVENT", RegexOptions.Singleline)]
    private static partial Regex Event();

    private sealed record Entry(string Uid, int Sequence, string Day, string Status, string Title);
}
