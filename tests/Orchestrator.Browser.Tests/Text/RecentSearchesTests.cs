using Orchestrator.Browser.Tests.Journeys;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Browser.Tests.Text;

public sealed class RecentSearchesTests
{
    private static readonly WorkerQuery s_query = new(0, 25) { Search = "Zibrello" };

    [Test]
    public void A_search_is_found_by_who_made_it_for_half_an_hour()
    {
        var clock = new Clock();
        var searches = new RecentSearches(clock);
        var id = searches.Keep(People.Centre, s_query);

        Assert.That((searches.Find(People.Centre, id), searches.Find(People.Apl, id), searches.Find(People.Centre, Guid.NewGuid())), Is.EqualTo((s_query, (WorkerQuery?)null, (WorkerQuery?)null)));
        clock.Now += TimeSpan.FromMinutes(31);
        Assert.That(searches.Find(People.Centre, id), Is.Null);
    }

    [Test]
    public void Many_searches_push_out_the_oldest_and_never_the_last()
    {
        var clock = new Clock();
        var searches = new RecentSearches(clock);
        var first = searches.Keep(People.Centre, s_query);
        var last = first;
        for (var i = 0; i < 5_000; i++)
        {
            clock.Now += TimeSpan.FromMilliseconds(1);
            last = searches.Keep(People.Centre, s_query);
        }
        Assert.That((searches.Find(People.Centre, first), searches.Find(People.Centre, last)), Is.EqualTo(((WorkerQuery?)null, s_query)));
    }

    [Test]
    public void A_search_and_who_it_finds_tell_nothing_of_themselves_in_a_log() =>
        Assert.That($"{s_query} {new WorkerSummary("PW-1", "Zibrello Orsola", "Torino", "CR-2026-0001", "Officine")}", Does.Not.Contain("Zibrello"));

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 12, 9, 30, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
