using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Sessions;

[TestFixture(Database.Sqlite)]
[TestFixture(Database.PostgreSql, Category = "Slow")]
internal sealed class WaitingListTests(Database database)
{
    private OwnRegistry _on = null!;
    private Cohort _cohort = null!;

    [SetUp]
    public async Task SetUp()
    {
        _on = await Databases.CreateAsync(database);
        _cohort = await Cohort.WithAgreementAsync(_on, 6);
    }

    [TearDown]
    public void TearDown() => _on?.Dispose();

    [Test]
    public async Task Places_go_to_the_longest_waiting_up_to_the_capacity()
    {
        for (var n = 5; n >= 0; n--)
            await WishAsync(n, minutes: 100 - n); // the last of the list waits longest

        var filled = await AllocateAsync("S1", 2);

        Assert.Multiple(() =>
        {
            Assert.That(filled.Places, Is.EquivalentTo(new[] { _cohort.Cases[5], _cohort.Cases[4] }));
            Assert.That(filled.Waiting, Is.EqualTo(4));
        });
    }

    [Test]
    public async Task An_event_that_comes_again_after_the_place_was_given_puts_nobody_on_the_list_again()
    {
        await WishAsync(0);
        await WishAsync(0);
        await AllocateAsync("S1", 5);

        await WishAsync(0);
        var second = await AllocateAsync("S2", 5);

        Assert.That(second.Places, Is.Empty);
    }

    [Test]
    public async Task Who_is_wanted_again_after_a_session_was_missed_waits_again()
    {
        await WishAsync(0);
        await AllocateAsync("S1", 5);

        await WishAsync(0, eventKey: "second");
        var second = await AllocateAsync("S2", 5);

        Assert.That(second.Places, Is.EqualTo(new[] { _cohort.Cases[0] }));
    }

    [Test]
    public async Task Filling_the_same_session_again_keeps_who_is_in_it_and_adds_up_to_the_capacity()
    {
        await WishAsync(0);
        await AllocateAsync("S1", 2);
        await WishAsync(1);
        await WishAsync(2);

        var again = await AllocateAsync("S1", 2);

        Assert.Multiple(() =>
        {
            Assert.That(again.Places, Is.EquivalentTo(new[] { _cohort.Cases[0], _cohort.Cases[1] }));
            Assert.That(again.Waiting, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_cancelled_session_gives_its_people_back_to_the_list_as_long_waiting_as_before()
    {
        await WishAsync(0);
        await AllocateAsync("S1", 5);
        await WishAsync(1);
        await _on.Registry.PrepareConvocationsAsync(new("job-1", "S1", ConvocationMethod.Cancel, []), OwnRegistry.Reason, CancellationToken.None);

        var next = await AllocateAsync("S2", 1);

        Assert.That(next.Places, Is.EqualTo(new[] { _cohort.Cases[0] }));
    }

    [Test]
    public async Task Kinds_and_centres_have_lists_of_their_own_and_planned_sessions_count_as_free_places()
    {
        await WishAsync(0);
        await WishAsync(1, kind: "modulo 1");
        await _on.Registry.RecordWishAsync(new("other-centre", _cohort.Cases[2], "12", "incontro 1", _on.Clock.GetUtcNow()), CancellationToken.None);
        await _on.Registry.PlanSessionAsync(Request("S9", 7), CancellationToken.None);

        var filled = await _on.Registry.AllocateAsync(Request("S1", 5) with { Centre = "11" }, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(filled.Places, Is.EqualTo(new[] { _cohort.Cases[0] }));
            Assert.That((filled.Waiting, filled.FreeElsewhere), Is.EqualTo((0, 7)));
        });
    }

    [Test]
    public async Task Whose_pathway_has_ended_waits_no_more()
    {
        await WishAsync(0);
        await _on.Registry.RecordOutcomeAsync(new("end-1", _cohort.Cases[0], "p1", "DECLINED", null, null, _on.Clock.GetUtcNow()), CancellationToken.None);

        Assert.That((await AllocateAsync("S1", 5)).Places, Is.Empty);
    }

    [Test]
    public async Task Sessions_filled_at_the_same_time_never_give_one_wait_two_places()
    {
        for (var n = 0; n < 6; n++)
            await WishAsync(n);

        var filled = await Task.WhenAll(Enumerable.Range(1, 3).Select(n => Task.Run(() => AllocateAsync(FormattableString.Invariant($"S{n}"), 2))));

        Assert.That(filled.SelectMany(each => each.Places).ToList(), Is.Unique.And.Count.EqualTo(6));
    }

    [Test]
    public async Task An_older_state_that_comes_later_does_not_replace_a_newer_one()
    {
        var now = _on.Clock.GetUtcNow();
        await _on.Registry.RecordStateAsync(new("s2", _cohort.Cases[0], "p1", "BOOKED", now), CancellationToken.None);
        await _on.Registry.RecordStateAsync(new("s1", _cohort.Cases[0], "p1", "INFORMED", now.AddDays(-1)), CancellationToken.None);
        await _on.Registry.RecordStateAsync(new("s2", _cohort.Cases[0], "p1", "BOOKED", now), CancellationToken.None);

        await using var context = _on.CreateDbContext();
        Assert.Multiple(() =>
        {
            Assert.That(context.WorkerCases.Single(row => row.CaseId == _cohort.Cases[0]).State, Is.EqualTo("BOOKED"));
            Assert.That(context.CaseStates.Count(), Is.EqualTo(2));
        });
    }

    private Task WishAsync(int n, int minutes = 0, string kind = "incontro 1", string? eventKey = null) =>
        _on.Registry.RecordWishAsync(new(eventKey ?? FormattableString.Invariant($"{kind[^1]}-{n}"), _cohort.Cases[n], "11", kind, _on.Clock.GetUtcNow().AddMinutes(minutes)), CancellationToken.None);

    private Task<Allocation> AllocateAsync(string session, int capacity) => _on.Registry.AllocateAsync(Request(session, capacity), CancellationToken.None);

    private SessionRequest Request(string session, int capacity) =>
        new(session, null, "incontro-1", new DateTimeOffset(2026, 4, 20, 9, 0, 0, TimeSpan.FromHours(2)), 120, capacity, Crisis: _cohort.Crisis);
}
