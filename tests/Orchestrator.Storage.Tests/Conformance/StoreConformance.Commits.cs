using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Codec;
using Orchestrator.Storage.Encryption;
using Orchestrator.Testing;
using Orchestrator.Testing.Building;

namespace Orchestrator.Storage.Tests.Conformance;

public abstract partial class StoreConformance
{
    [Test]
    public async Task What_was_committed_is_loaded()
    {
        var instance = Sample.Instance();
        var start = Sample.Start(instance);
        var hash = Sample.HashOf((await CommitAsync(start))[0]);
        var next = Sample.Next(instance, 3, hash);
        var head = Sample.HashOf((await CommitAsync(next))[0]);

        var loaded = await Storage.Store.LoadAsync(instance, None);

        Assert.Multiple(() =>
        {
            Assert.That(loaded!.Version, Is.EqualTo(4));
            Assert.That(loaded.HeadHash.ToArray(), Is.EqualTo(head.ToArray()));
            Assert.That(StateText.Of(loaded.Events), Is.EqualTo(StateText.Of(start.Events.Concat(next.Events))));
            Assert.That(loaded.Entries.Select(entry => (entry.FirstSequence, entry.Actor, entry.At, entry.Request)),
                Is.EqualTo(new[] { (1L, "ada", start.At, start.Request), (4L, "grace", next.At, next.Request) }));
        });
    }

    [Test]
    public async Task An_instance_that_never_started_is_not_found() =>
        Assert.That(await Storage.Store.LoadAsync(new InstanceId(99), None), Is.Null);

    [Test]
    public async Task A_stale_member_is_left_out_whole_and_the_others_commit()
    {
        var (one, two) = (new InstanceId(1), new InstanceId(2));
        var first = await StartAsync(one);
        var second = await StartAsync(two);
        await CommitAsync(Sample.Next(one, 3, first));

        var outcomes = await CommitAsync(
            Sample.Next(one, 3, first, new RowChange.InsertTimer(Sample.Timer(one, 9, Sample.At))),
            Sample.Next(two, 3, second));

        Assert.That(outcomes[0], Is.InstanceOf<MemberOutcome.Stale>());
        Assert.That(outcomes[1], Is.InstanceOf<MemberOutcome.Committed>());
        Assert.That((await RowsOf(one)).Timers, Is.Empty);
    }

    [Test]
    public async Task Members_behind_a_stale_one_of_the_same_instance_are_stale()
    {
        var instance = Sample.Instance();
        var hash = await StartAsync(instance);
        await CommitAsync(Sample.Next(instance, 3, hash));

        var outcomes = await CommitAsync(Sample.Next(instance, 3, hash), Sample.Next(instance, 4, default));

        Assert.That(outcomes, Is.All.InstanceOf<MemberOutcome.Stale>());
    }

    [Test]
    public async Task Members_of_one_instance_chain_on_each_other_inside_a_batch()
    {
        var instance = Sample.Instance();
        var outcomes = await CommitAsync(Sample.Start(instance), Sample.Next(instance, 3, default), Sample.Next(instance, 4, default));

        Assert.That(outcomes, Is.All.InstanceOf<MemberOutcome.Committed>());
        Assert.That(await Storage.History.VerifyChainAsync(instance, None), Is.Null);
        Assert.That((await Storage.Store.LoadAsync(instance, None))!.Version, Is.EqualTo(5));
    }

    [Test]
    public async Task A_request_that_was_seen_answers_what_was_recorded()
    {
        var start = Sample.Start(new InstanceId(1));
        await CommitAsync(start);

        var outcomes = await CommitAsync(Sample.Start(new InstanceId(2)) with { Request = start.Request }, Sample.Start(new InstanceId(3)));

        Assert.That(outcomes[0], Is.EqualTo(new MemberOutcome.Duplicate(new RequestRecord(new InstanceId(1), 1, start.At))));
        Assert.That(outcomes[1], Is.InstanceOf<MemberOutcome.Committed>());
        Assert.That(await Storage.Store.LoadAsync(new InstanceId(2), None), Is.Null);
        Assert.That(await Storage.Store.FindRequestAsync(start.Request, None), Is.EqualTo(new RequestRecord(new InstanceId(1), 1, start.At)));
        Assert.That(await Storage.Store.FindRequestAsync(Guid.CreateVersion7(), None), Is.Null);
    }

    [Test]
    public async Task A_request_given_twice_in_one_batch_is_written_once()
    {
        var first = Sample.Start(new InstanceId(1));
        var outcomes = await CommitAsync(first, Sample.Start(new InstanceId(2)) with { Request = first.Request });

        Assert.That(outcomes[0], Is.InstanceOf<MemberOutcome.Committed>());
        Assert.That(outcomes[1], Is.EqualTo(new MemberOutcome.Duplicate(new RequestRecord(new InstanceId(1), 1, first.At))));
    }

    [Test]
    public async Task A_member_that_meets_a_unique_row_is_left_out_whole()
    {
        var (one, two) = (new InstanceId(1), new InstanceId(2));
        await StartAsync(one, new RowChange.ReserveStart("intake", "CR-1", one));

        var outcomes = await CommitAsync(
            Sample.Start(two, new RowChange.InsertTimer(Sample.Timer(two, 5, Sample.At)), new RowChange.ReserveStart("intake", "CR-1", two)),
            Sample.Next(two, 3, default),
            Sample.Start(new InstanceId(3)));

        Assert.That(outcomes.Select(outcome => outcome.GetType().Name), Is.EqualTo(new[] { "Conflict", "Stale", "Committed" }));
        Assert.That(await Storage.Store.LoadAsync(two, None), Is.Null);
        Assert.That(await Storage.Work.ClaimTimersAsync(Sample.At, TimeSpan.FromMinutes(1), 10, None), Is.Empty);
    }

    [Test]
    public async Task Two_members_of_one_batch_cannot_take_the_same_unique_row()
    {
        var (one, two) = (new InstanceId(1), new InstanceId(2));
        var outcomes = await CommitAsync(
            Sample.Start(one, new RowChange.RecordCorrelation(5, "intake", one)), Sample.Start(two, new RowChange.RecordCorrelation(5, "intake", two)));

        Assert.That(outcomes.Select(outcome => outcome.GetType().Name), Is.EqualTo(new[] { "Committed", "Conflict" }));
    }

    [Test]
    public async Task A_released_start_can_be_reserved_again()
    {
        var (one, two) = (new InstanceId(1), new InstanceId(2));
        var hash = await StartAsync(one, new RowChange.ReserveStart("intake", "CR-1", one));
        await CommitAsync(Sample.Next(one, 3, hash, new RowChange.ReleaseStart(one)));

        Assert.That((await CommitAsync(Sample.Start(two, new RowChange.ReserveStart("intake", "CR-1", two))))[0], Is.InstanceOf<MemberOutcome.Committed>());
    }

    [Test]
    public async Task Of_two_nodes_that_decide_at_the_same_time_one_commits()
    {
        var instance = Sample.Instance();
        var hash = await StartAsync(instance);
        var other = await OpenAsync();

        var outcomes = await Task.WhenAll(
            Task.Run(() => Storage.Store.CommitAsync(new CommitBatch([Sample.Next(instance, 3, hash)]), None)),
            Task.Run(() => other.Store.CommitAsync(new CommitBatch([Sample.Next(instance, 3, hash)]), None)));

        Assert.That(outcomes.Select(list => list[0].GetType().Name), Is.EquivalentTo(new[] { "Committed", "Stale" }));
        Assert.That((await other.Store.LoadAsync(instance, None))!.Version, Is.EqualTo(4));
    }

    [Test]
    public async Task A_snapshot_shortens_the_load_and_changes_nothing()
    {
        var instance = Sample.Instance();
        var start = Sample.Start(instance);
        var state = InstanceState.Empty(instance) with { Version = 3, ProcessId = "intake", Semantics = 1 };
        var hash = Sample.HashOf((await CommitAsync(start with { Snapshot = state }))[0]);
        await CommitAsync(Sample.Next(instance, 3, hash));

        var loaded = await Storage.Store.LoadAsync(instance, None);

        Assert.That(StateText.Of(loaded!.Snapshot!), Is.EqualTo(StateText.Of(state)));
        Assert.That(loaded.Entries.Select(entry => entry.FirstSequence), Is.EqualTo(new[] { 4L }));
        Assert.That(await Storage.History.SnapshotAsync(instance, 2, None), Is.Null);
        Assert.That((await Storage.History.SnapshotAsync(instance, 3, None))!.Version, Is.EqualTo(3));
    }

    [Test]
    public async Task History_is_read_in_pages_of_whole_commits()
    {
        var instance = Sample.Instance();
        await CommitAsync(Sample.Start(instance), Sample.Next(instance, 3, default), Sample.Next(instance, 4, default));

        Assert.That((await Storage.History.ReadAsync(instance, 0, 2, None)).Select(entry => entry.FirstSequence), Is.EqualTo(new[] { 1L, 4L }));
        Assert.That((await Storage.History.ReadAsync(instance, 3, 10, None)).Select(entry => entry.FirstSequence), Is.EqualTo(new[] { 4L, 5L }));
        Assert.That((await Storage.History.ReadAsync(instance, 1, 1, None))[0].FirstSequence, Is.EqualTo(1), "position 2 lies in the first commit");
        Assert.That(await Storage.History.InstancesAsync(0, 10, None), Is.EqualTo(new[] { instance }));
    }

    [TestCase("UPDATE engine_history SET actor = 'mallory' WHERE first_seq = 4")]
    [TestCase("UPDATE engine_history SET at = at + 1 WHERE first_seq = 1")]
    [TestCase("DELETE FROM engine_history WHERE first_seq = 5")]
    [TestCase("DELETE FROM engine_history WHERE first_seq = 4")]
    [TestCase("UPDATE engine_history SET payload = (SELECT h.payload FROM engine_history h WHERE h.instance = engine_history.instance AND h.first_seq = 4) WHERE first_seq = 5")]
    public async Task A_history_that_was_changed_is_not_loaded(string sql)
    {
        var instance = Sample.Instance();
        await CommitAsync(Sample.Start(instance), Sample.Next(instance, 3, default), Sample.Next(instance, 4, default));

        Assert.That(await TamperAsync(sql), Is.EqualTo(1));

        Assert.That(async () => await Storage.Store.LoadAsync(instance, None), Throws.TypeOf<UnreadableHistoryException>());
        Assert.That(await Storage.History.VerifyChainAsync(instance, None), Is.Not.Null);
    }

    [Test]
    public async Task An_erased_subject_cannot_be_read_and_its_chain_still_holds()
    {
        var instance = Sample.Instance();
        var hash = await StartAsync(instance);
        await CommitAsync(Sample.Next(instance, 3, hash));

        Assert.That(await Storage.Store.HeadAsync(instance, None), Is.Not.Null);
        Assert.That(await Storage.Subjects.EraseAsync(instance.Number, Sample.At, None), Is.True);
        Assert.That(await Storage.Store.HeadAsync(instance, None), Is.Null, "nothing of it is told from memory any more");

        Assert.That(async () => await Storage.Store.LoadAsync(instance, None), Throws.TypeOf<SubjectErasedException>());
        Assert.That(await Storage.History.VerifyChainAsync(instance, None), Is.Null);
        Assert.That(await Storage.Subjects.EraseAsync(instance.Number, Sample.At, None), Is.False);
    }

    [Test]
    public async Task Numbers_are_never_given_twice()
    {
        var other = await OpenAsync();
        var blocks = new List<long>();
        for (var i = 0; i < 4; i++)
        {
            blocks.Add(await Storage.Store.AllocateAsync(BlockKind.Instance, 100, None));
            blocks.Add(await other.Store.AllocateAsync(BlockKind.Instance, 100, None));
        }
        Assert.That(blocks, Is.EqualTo(Enumerable.Range(0, 8).Select(i => 1L + i * 100)));
        Assert.That(await Storage.Store.AllocateAsync(BlockKind.Deployment, 1, None), Is.EqualTo(1));
    }

    [Test]
    public async Task A_crash_at_any_operation_leaves_a_batch_whole_or_absent()
    {
        for (var nth = 1; ; nth++)
        {
            var (one, two) = (new InstanceId(10 + 2 * nth), new InstanceId(11 + 2 * nth));
            var crash = new CrashAt(nth);
            var dying = await OpenAsync(new AfterOpening(crash));
            try
            {
                await dying.Store.CommitAsync(new CommitBatch([
                    Sample.Start(one, new RowChange.InsertTask(Sample.Task(one)), new RowChange.ReserveStart("intake", $"{nth}", one)), Sample.Start(two), Sample.Next(two, 3, default)]), None);
            }
            catch (CrashException)
            {
                // The node is gone.
            }
            await dying.DisposeAsync();
            var (first, second) = (await Storage.Store.LoadAsync(one, None), await Storage.Store.LoadAsync(two, None));
            Assert.That((first?.Version, second?.Version), Is.EqualTo(((long?)3, (long?)4)).Or.EqualTo(((long?)null, (long?)null)), crash.Where);
            if (!crash.Crashed)
            {
                Assert.That(nth, Is.GreaterThan(4), "there are operations to crash at");
                return;
            }
        }
    }

    /// <summary>Opening a node is not under test: crash points count from the first commit on.</summary>
    private sealed class AfterOpening(CrashAt crash) : ICrashPoints
    {
        private bool _committing;

        public void Pass(string where)
        {
            _committing |= where.Contains("BEGIN", StringComparison.Ordinal);
            if (_committing) crash.Pass(where);
        }
    }
}
