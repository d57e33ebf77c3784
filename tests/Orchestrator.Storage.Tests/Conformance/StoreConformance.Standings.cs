using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Storage.Tests.Conformance;

public abstract partial class StoreConformance
{
    private static readonly StandingQuery s_intake = new(Sample.Definition, "intake", ["wait", "pause"]);

    [Test]
    public async Task It_is_counted_in_how_many_cases_something_waits_or_failed_at_each_element()
    {
        await FourCasesAsync();

        var counts = await Storage.Standings.StandingAsync(s_intake, None);

        Assert.That(counts, Is.EqualTo(new[]
        {
            new StandingCount("call", 1, 0), new StandingCount("pause", 1, 0), new StandingCount("review", 2, 0), new StandingCount("send", 1, 1), new StandingCount("wait", 1, 0),
        }), "two tasks of a case are one case; a done task, a boundary timer and a case of another version are none");
    }

    [Test]
    public async Task The_cases_at_an_element_are_those_that_were_counted_in_pages()
    {
        await FourCasesAsync();

        async Task<IEnumerable<long>> AtAsync(params string[] elements) =>
            (await Storage.Standings.StandingAtAsync(s_intake, elements, Paging.First, None)).Items.Select(row => row.Instance.Number);

        foreach (var count in await Storage.Standings.StandingAsync(s_intake, None))
            Assert.That((await AtAsync(count.Element)).Count(), Is.EqualTo(Math.Max(count.Waiting, count.Incidents)), count.Element);
        Assert.That(await AtAsync("review"), Is.EqualTo(new[] { 1L, 2 }));
        Assert.That(await AtAsync("send", "call"), Is.EqualTo(new[] { 2L, 3 }));
        Assert.That(await AtAsync("deadline"), Is.Empty);
        var second = await Storage.Standings.StandingAtAsync(s_intake, ["review"], new(1, 1), None);
        Assert.That((second.Items.Single().Instance.Number, second.Total, second.HasMore), Is.EqualTo((2L, 2, false)));
    }

    [Test]
    public async Task Of_a_called_process_it_is_counted_where_it_waits_inside_the_case_that_calls_it()
    {
        await FourCasesAsync();

        var counts = await Storage.Standings.StandingAsync(new(new(8), "called", ["inside"]), None);

        Assert.That(counts, Is.EqualTo(new[] { new StandingCount("inside", 1, 0) }));
    }

    [Test]
    public async Task What_runs_is_counted_by_version_and_what_is_under_way_by_kind()
    {
        await FourCasesAsync();
        await Storage.Messages.PublishAsync(Sample.Message(900), None);

        Assert.That(await Storage.Standings.RunningAsync(None), Is.EqualTo(new[] { new VersionCount(Sample.Definition, 3, 0, 1), new VersionCount(new(8), 0, 1, 0), new VersionCount(new(9), 1, 0, 0) }));
        Assert.That(await Storage.Standings.IncidentsAsync(None), Is.EqualTo(new[] { new IncidentCount("intake", "send", IncidentKind.JobNoRetries, "No retries are left.", 1, Sample.At, Sample.At) }));
        Assert.That(await Storage.Standings.JobsAsync(None), Is.EqualTo(new[] { new JobCount("apl.slots", true, 2, 1, Sample.At) }));
        Assert.That(await Storage.Standings.OutboxAsync(None), Is.EqualTo(new[] { new OutboxCount(OutboxKind.JobOffered, 1, 0, Sample.At) }));
        Assert.That(await Storage.Standings.KeptMessagesAsync(None), Is.EqualTo(new[] { new KeptMessageCount("Paid", 1, Sample.At, Sample.At.AddDays(30)) }));
    }

    // Two tasks in the first case, one in the second, which also waits for a service that failed; the third calls a process that waits for a message and has a timer, the fourth is of another version.
    private async Task FourCasesAsync()
    {
        var (one, two, three, four) = (new InstanceId(1), new InstanceId(2), new InstanceId(3), new InstanceId(4));
        await StartAsync(one, DueTask(one, 1, task => task), DueTask(one, 2, task => task), DueTimer(one, 3, 1), new RowChange.OpenSubscription(Sample.Subscription(one, 4)));
        var job = Sample.Job(two, 3, "apl.slots", bus: true);
        await StartAsync(two, DueTask(two, 1, task => task), DueTask(two, 2, task => task with { Element = "done", State = TaskRowState.Completed, EndedAt = Sample.At }),
            new RowChange.InsertJob(job with { Retries = 0 }), new RowChange.InsertIncident(Sample.Incident(two, 5)));
        await StartAsync(three,
            new RowChange.InsertProcessScope(new(Sample.Key(three, 6), three, new(8), "called", ScopeKey.RootOf(three), "call", InstanceRowState.Active, Sample.At, null)),
            new RowChange.OpenSubscription(Sample.Subscription(three, 7, processId: "called") with { Element = "inside" }),
            new RowChange.InsertTimer(Sample.Timer(three, 8, Sample.At) with { Element = "pause" }));
        await CommitAsync(Sample.Start(four) with
        {
            Rows =
            [
                new RowChange.InsertInstance(Sample.Row(four) with { Definition = new(9) }), new RowChange.InsertTask(Sample.Task(four) with { Definition = new(9) }),
                new RowChange.OpenSubscription(Sample.Subscription(four, 4)), new RowChange.InsertJob(Sample.Job(four, 5, "apl.slots", bus: true) with { Definition = new(9) }),
                new RowChange.InsertOutbox(new(OutboxKind.JobOffered, Sample.Key(four, 5), 1, four, Sample.At)),
            ],
        });
    }
}
