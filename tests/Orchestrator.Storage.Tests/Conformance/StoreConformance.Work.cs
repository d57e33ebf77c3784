using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Storage.Tests.Conformance;

public abstract partial class StoreConformance
{
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    [Test]
    public async Task A_due_timer_is_claimed_once_until_its_claim_ends_oldest_first()
    {
        var instance = Sample.Instance();
        await StartAsync(instance,
            new RowChange.InsertTimer(Sample.Timer(instance, 2, Sample.At.AddSeconds(-5))), new RowChange.InsertTimer(Sample.Timer(instance, 3, Sample.At.AddSeconds(-9))),
            new RowChange.InsertTimer(Sample.Timer(instance, 4, Sample.At.AddSeconds(1))));
        var other = await OpenAsync();

        Assert.That((await Storage.Work.ClaimTimersAsync(Sample.At, _minute, 10, None)).Select(timer => timer.Key.Counter), Is.EqualTo(new[] { 3, 2 }));
        Assert.That(await other.Work.ClaimTimersAsync(Sample.At, _minute, 10, None), Is.Empty);
        Assert.That((await other.Work.ClaimTimersAsync(Sample.At + _minute, _minute, 1, None)).Select(timer => timer.Key.Counter), Is.EqualTo(new[] { 3 }));
    }

    [Test]
    public async Task A_timer_that_is_disarmed_is_never_claimed()
    {
        var instance = Sample.Instance();
        var hash = await StartAsync(instance, new RowChange.InsertTimer(Sample.Timer(instance, 2, Sample.At)));
        await CommitAsync(Sample.Next(instance, 3, hash, new RowChange.DeleteTimer(Sample.Key(instance, 2))));

        Assert.That(await Storage.Work.ClaimTimersAsync(Sample.At.AddDays(1), _minute, 10, None), Is.Empty);
    }

    [Test]
    public async Task A_timer_is_not_due_before_the_last_fraction_of_its_instant()
    {
        var instance = Sample.Instance();
        var due = Sample.At.AddTicks(5);
        await StartAsync(instance, new RowChange.InsertTimer(Sample.Timer(instance, 2, due)));

        Assert.That(await Storage.Work.ClaimTimersAsync(due.AddTicks(-1), _minute, 10, None), Is.Empty);
        Assert.That(await Storage.Work.ClaimTimersAsync(due.AddTicks(5), _minute, 10, None), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Jobs_are_locked_for_a_worker_and_offered_again_when_the_lock_ends()
    {
        var instance = Sample.Instance();
        var (key, noRetries) = (Sample.Key(instance, 2), Sample.Job(instance, 4) with { Retries = 0 });
        await StartAsync(instance, new RowChange.InsertJob(Sample.Job(instance, 2)), new RowChange.InsertJob(Sample.Job(instance, 3, bus: true)), new RowChange.InsertJob(noRetries),
            new RowChange.InsertJob(Sample.Job(instance, 5, "other")));

        var locked = await Storage.Work.ActivateJobsAsync("notify", "w1", Sample.At, _minute, 10, None);

        Assert.That(locked, Is.EqualTo(new[] { new LockedJob(Sample.Job(instance, 2), "w1", Sample.At + _minute) }));
        Assert.That(await Storage.Work.ActivateJobsAsync("notify", "w2", Sample.At, _minute, 10, None), Is.Empty);
        Assert.That(await Storage.Work.ExtendJobAsync(key, Sample.At, 2 * _minute, None), Is.True);
        Assert.That(await Storage.Work.ActivateJobsAsync("notify", "w2", Sample.At + _minute, _minute, 10, None), Is.Empty);
        Assert.That(await Storage.Work.ExtendJobAsync(key, Sample.At + 2 * _minute, _minute, None), Is.False, "the lock has ended");
        Assert.That(await Storage.Work.ActivateJobsAsync("notify", "w2", Sample.At + 2 * _minute, _minute, 10, None), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_new_attempt_takes_the_lock_away()
    {
        var instance = Sample.Instance();
        var hash = await StartAsync(instance, new RowChange.InsertJob(Sample.Job(instance, 2)));
        await Storage.Work.ActivateJobsAsync("notify", "w1", Sample.At, TimeSpan.FromHours(1), 10, None);

        await CommitAsync(Sample.Next(instance, 3, hash, new RowChange.UpdateJob(Sample.Key(instance, 2), 2, 2, Sample.At.AddSeconds(10))));

        Assert.That(await Storage.Work.ActivateJobsAsync("notify", "w1", Sample.At, _minute, 10, None), Is.Empty);
        var again = await Storage.Work.ActivateJobsAsync("notify", "w1", Sample.At.AddSeconds(10), _minute, 10, None);
        Assert.That(again.Select(job => (job.Job.Attempt, job.Job.Retries)), Is.EqualTo(new[] { (2, 2) }));
    }

    [Test]
    public async Task A_job_of_the_bus_is_locked_for_its_attempt_and_found_when_no_answer_came()
    {
        var instance = Sample.Instance();
        var key = Sample.Key(instance, 2);
        await StartAsync(instance, new RowChange.InsertJob(Sample.Job(instance, 2, bus: true)));

        Assert.That(await Storage.Work.LockBusJobAsync(key, 2, Sample.At, _minute, None), Is.False, "another attempt");
        Assert.That(await Storage.Work.ClaimExpiredBusJobsAsync(Sample.At.AddDays(1), _minute, 10, None), Is.Empty, "not offered yet");
        Assert.That(await Storage.Work.LockBusJobAsync(key, 1, Sample.At, _minute, None), Is.True);
        Assert.That(await Storage.Work.ClaimExpiredBusJobsAsync(Sample.At, _minute, 10, None), Is.Empty);
        Assert.That((await Storage.Work.ClaimExpiredBusJobsAsync(Sample.At + _minute, _minute, 10, None)).Select(job => job.Job.Key), Is.EqualTo(new[] { key }));
        Assert.That(await Storage.Work.ClaimExpiredBusJobsAsync(Sample.At + _minute, _minute, 10, None), Is.Empty);
        Assert.That(await Storage.Work.FindJobAsync(key, None), Is.EqualTo(Sample.Job(instance, 2, bus: true)));
    }

    [Test]
    public async Task What_is_to_be_sent_is_claimed_retried_and_removed()
    {
        var instance = Sample.Instance();
        var row = new OutboxRow(OutboxKind.JobOffered, Sample.Key(instance, 2), 1, instance, Sample.At);
        await StartAsync(instance, new RowChange.InsertOutbox(row));

        Assert.That(await Storage.Work.ClaimOutboxAsync(Sample.At, _minute, 10, None), Is.EqualTo(new[] { row }));
        Assert.That(await Storage.Work.ClaimOutboxAsync(Sample.At, _minute, 10, None), Is.Empty);
        await Storage.Work.SendFailedAsync(row, Sample.At.AddSeconds(5), "The broker is away.", None);
        Assert.That(await Storage.Work.ClaimOutboxAsync(Sample.At.AddSeconds(4), _minute, 10, None), Is.Empty);
        var again = await Storage.Work.ClaimOutboxAsync(Sample.At.AddSeconds(5), _minute, 10, None);
        Assert.That(again, Has.Count.EqualTo(1));
        await Storage.Work.SentAsync(again, None);
        Assert.That(await Storage.Work.ClaimOutboxAsync(Sample.At.AddDays(1), _minute, 10, None), Is.Empty);
    }

    [Test]
    public async Task Continuations_are_claimed_and_end()
    {
        var instance = Sample.Instance();
        var scope = Sample.Key(instance, 2);
        var hash = await StartAsync(instance, new RowChange.InsertContinuation(scope, instance, Sample.At));

        Assert.That(await Storage.Work.ClaimContinuationsAsync(Sample.At, _minute, 10, None), Is.EqualTo(new[] { scope }));
        Assert.That(await Storage.Work.ClaimContinuationsAsync(Sample.At, _minute, 10, None), Is.Empty);
        await CommitAsync(Sample.Next(instance, 3, hash, new RowChange.DeleteContinuation(scope)));
        Assert.That(await Storage.Work.ClaimContinuationsAsync(Sample.At.AddDays(1), _minute, 10, None), Is.Empty);
    }

    [Test]
    public async Task A_message_of_the_bus_is_remembered_until_it_expires()
    {
        var message = Guid.CreateVersion7();
        Assert.That(await Storage.Work.RememberInboxAsync(message, Sample.At, Sample.At.AddDays(7), None), Is.True);
        Assert.That(await Storage.Work.RememberInboxAsync(message, Sample.At, Sample.At.AddDays(7), None), Is.False);
        Assert.That(await Storage.Work.ForgetExpiredAsync(Sample.At.AddDays(6), 10, None), Is.Zero);
        Assert.That(await Storage.Work.ForgetExpiredAsync(Sample.At.AddDays(7), 10, None), Is.EqualTo(1));
        Assert.That(await Storage.Work.RememberInboxAsync(message, Sample.At, Sample.At.AddDays(9), None), Is.True);
    }

    [Test]
    public async Task The_next_due_instant_of_each_kind_is_known()
    {
        Assert.That(await Storage.Work.NextDueAsync(None), Is.EqualTo(new NextDue(null, null, null, null, null, null, null)));
        var instance = Sample.Instance();
        var offer = new OutboxRow(OutboxKind.JobOffered, Sample.Key(instance, 5), 1, instance, Sample.At.AddMinutes(3));
        await StartAsync(instance,
            new RowChange.InsertTimer(Sample.Timer(instance, 2, Sample.At)), new RowChange.InsertTimer(Sample.Timer(instance, 3, Sample.At.AddHours(2))),
            new RowChange.InsertJob(Sample.Job(instance, 4)), new RowChange.InsertJob(Sample.Job(instance, 5, bus: true)),
            new RowChange.InsertOutbox(offer),
            new RowChange.InsertContinuation(Sample.Key(instance, 6), instance, Sample.At.AddMinutes(4)), new RowChange.InsertMessage(Sample.Message(77)));
        await Storage.Work.LockBusJobAsync(Sample.Key(instance, 5), 1, Sample.At, _minute, None);
        await Storage.Work.ClaimTimersAsync(Sample.At, 5 * _minute, 10, None);
        await Storage.Work.ActivateJobsAsync("notify", "w", Sample.At, 6 * _minute, 10, None);

        // The time of a job on the bus runs from when its offer was taken.
        var due = new NextDue(Sample.At.AddMinutes(5), null, Sample.At.AddMinutes(6), offer.AvailableAt, null, Sample.At.AddMinutes(4), Sample.At.AddDays(30));
        Assert.That(await Storage.Work.NextDueAsync(None), Is.EqualTo(due));
        await Storage.Work.SentAsync([offer], None);
        Assert.That(await Storage.Work.NextDueAsync(None), Is.EqualTo(due with { Outbox = null, BusDeadline = Sample.At + _minute }));
    }

    [Test]
    public async Task A_message_waits_for_its_subscription_and_reaches_a_process_once()
    {
        var instance = Sample.Instance();
        var message = Sample.Message(77, id: "m-1");
        Assert.That(await Storage.Messages.PublishAsync(message, None), Is.EqualTo(new PublishedMessage(77, true)));
        Assert.That(await Storage.Messages.PublishAsync(message with { Key = 78 }, None), Is.EqualTo(new PublishedMessage(77, false)));
        Assert.That(await Storage.Messages.FindCorrelationsAsync(null, Sample.At, 10, None), Is.Empty);

        var hash = await StartAsync(instance, new RowChange.OpenSubscription(Sample.Subscription(instance, 3)), new RowChange.OpenSubscription(Sample.Subscription(instance, 2)));
        var found = await Storage.Messages.FindCorrelationsAsync(new MessageAddress("Paid", "CR-1"), Sample.At, 10, None);

        Assert.That(found, Is.EqualTo(new[] { new Correlation(message, "intake", Sample.Key(instance, 2), null) }));
        await CommitAsync(Sample.Next(instance, 3, hash, new RowChange.CloseSubscription(Sample.Key(instance, 2)), new RowChange.RecordCorrelation(77, "intake", instance)));
        Assert.That(await Storage.Messages.FindCorrelationsAsync(null, Sample.At, 10, None), Is.Empty, "the process has had it, although another subscription is open");
        Assert.That(await Storage.Messages.ReachedAsync(77, None), Is.EqualTo(new[] { new Correlated(77, "intake", instance) }));
        Assert.That(await Storage.Messages.FindMessageAsync(77, None), Is.EqualTo(message));
    }

    [Test]
    public async Task An_immediate_message_is_for_those_who_waited_and_an_expired_one_for_nobody()
    {
        var instance = Sample.Instance();
        await StartAsync(instance, new RowChange.OpenSubscription(Sample.Subscription(instance, 2, openedAt: Sample.At.AddSeconds(1))));
        await Storage.Messages.PublishAsync(Sample.Message(77, immediate: true), None);
        Assert.That(await Storage.Messages.FindCorrelationsAsync(null, Sample.At.AddSeconds(2), 10, None), Is.Empty);
        await Storage.Messages.PublishAsync(Sample.Message(78, immediate: true, at: Sample.At.AddSeconds(1)), None);
        Assert.That((await Storage.Messages.FindCorrelationsAsync(null, Sample.At.AddSeconds(2), 10, None)).Select(found => found.Message.Key), Is.EqualTo(new[] { 78L }));
        Assert.That(await Storage.Messages.FindCorrelationsAsync(null, Sample.At.AddDays(31), 10, None), Is.Empty);
        Assert.That(await Storage.Work.ForgetExpiredAsync(Sample.At.AddDays(31), 10, None), Is.EqualTo(2));
        Assert.That(await Storage.Messages.FindMessageAsync(77, None), Is.Null);
    }

    [Test]
    public async Task Immediate_messages_that_were_left_are_found_oldest_first()
    {
        await Storage.Messages.PublishAsync(Sample.Message(78, immediate: true, at: Sample.At.AddSeconds(1)), None);
        await Storage.Messages.PublishAsync(Sample.Message(77, immediate: true), None);
        await Storage.Messages.PublishAsync(Sample.Message(79), None);

        var address = new MessageAddress("Paid", "CR-1");
        Assert.That(await Storage.Messages.FindImmediateAsync(Sample.At.AddSeconds(2), Sample.At.AddSeconds(2), 10, None),
            Is.EqualTo(new[] { new ImmediateMessage(77, address), new ImmediateMessage(78, address) }));
        Assert.That((await Storage.Messages.FindImmediateAsync(Sample.At.AddSeconds(2), Sample.At, 10, None)).Select(found => found.Key), Is.EqualTo(new[] { 77L }), "not the younger one");
        Assert.That(await Storage.Messages.FindImmediateAsync(Sample.At.AddDays(31), Sample.At.AddDays(31), 10, None), Is.Empty, "what has expired is nobody's");
    }

    [Test]
    public async Task A_message_starts_the_latest_version_unless_its_key_is_held()
    {
        await DeployAsync(1, "intake", 100, messageStart: "Paid");
        await DeployAsync(2, "intake", 200, messageStart: "Paid");
        await Storage.Messages.PublishAsync(Sample.Message(77), None);

        Assert.That((await Storage.Messages.FindCorrelationsAsync(null, Sample.At, 10, None)).Select(found => found.Start), Is.EqualTo(new[] { new StartEventRef(new DefinitionKey(200), "start") }));
        var instance = Sample.Instance();
        await StartAsync(instance, new RowChange.ReserveStart("intake", "CR-1", instance));
        Assert.That(await Storage.Messages.FindCorrelationsAsync(null, Sample.At, 10, None), Is.Empty);
    }

    [Test]
    public async Task A_timer_start_is_advanced_by_one_of_two()
    {
        await DeployAsync(1, "intake", 100, timerStart: Sample.At);
        var claimed = await Storage.Work.ClaimStartTimersAsync(Sample.At, _minute, 10, None);
        Assert.That(claimed.Select(timer => (timer.Definition.Value, timer.Element)), Is.EqualTo(new[] { (100L, "start") }));
        var advance = new RowChange.AdvanceStartTimer(new DefinitionKey(100), "start", Sample.At, Sample.At.AddDays(1), 4);

        var outcomes = await CommitAsync(Sample.Start(new InstanceId(1), advance), Sample.Start(new InstanceId(2), advance));

        Assert.That(outcomes.Select(outcome => outcome.GetType().Name), Is.EqualTo(new[] { "Committed", "Conflict" }));
        Assert.That((await Storage.Deployments.StartTimersAsync(None)).Select(timer => (timer.DueAt, timer.Repetitions)), Is.EqualTo(new[] { (Sample.At.AddDays(1), (int?)4) }));
        await CommitAsync(Sample.Start(new InstanceId(3), advance with { Due = Sample.At.AddDays(1), Next = null }));
        Assert.That(await Storage.Deployments.StartTimersAsync(None), Is.Empty);
    }

    [Test]
    public async Task A_deployment_is_kept_whole_and_the_same_content_once()
    {
        var first = await DeployAsync(1, "intake", 100);
        var again = (await Storage.Deployments.SaveAsync(New(9, "intake", 900) with { ContentHash = first.Deployment.ContentHash }, None))!;
        var second = await DeployAsync(2, "intake", 200);

        Assert.That((again.New, again.Deployment.Key), Is.EqualTo((false, 1L)));
        Assert.That(second.Deployment.Definitions.Select(definition => definition.Version), Is.EqualTo(new[] { 2 }));
        var read = await Storage.Deployments.ReadAsync(0, 10, None);
        Assert.That(read.Select(deployment => (deployment.Key, deployment.Resources[0].Content, deployment.Definitions[0].Key.Value, deployment.Forms.Count)),
            Is.EqualTo(new[] { (1L, "<xml 1/>", 100L, 1), (2L, "<xml 2/>", 200L, 1) }));
        Assert.That(await Storage.Deployments.ReadAsync(1, 10, None), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Decisions_are_numbered_by_their_ids_and_kept_with_their_file()
    {
        await DeployAsync(1, "intake", 100);
        var second = await DeployAsync(2, "other", 200);

        var read = await Storage.Deployments.ReadAsync(0, 10, None);
        Assert.That(read.SelectMany(deployment => deployment.DecisionModels).Select(model => (model.Key.Value, model.Deployment, model.ModelId, model.Version, model.ResourceName, model.ContentHash)),
            Is.EqualTo(new[] { (101L, 1L, "rules", 1, "rules.dmn", "rules-1"), (201L, 2L, "rules", 2, "rules.dmn", "rules-2") }));
        Assert.That(second.Deployment.DecisionModels.Single().Decisions,
            Is.EqualTo(new[] { new DecisionRecord(new DefinitionKey(202), "pathway", "Pathway", 2, "2026"), new DecisionRecord(new DefinitionKey(203), "size", "Size", 2, null) }));
    }

    private async Task<SavedDeployment> DeployAsync(long key, string processId, long definition, string? messageStart = null, DateTimeOffset? timerStart = null) =>
        (await Storage.Deployments.SaveAsync(New(key, processId, definition, messageStart, timerStart), None))!;

    private static NewDeployment New(long key, string processId, long definition, string? messageStart = null, DateTimeOffset? timerStart = null) => new(
        key, $"hash-{key}", "ada", Sample.At, [new DeploymentResource("intake.bpmn", ResourceKind.Bpmn, $"<xml {key}/>")],
        [
            new NewDefinition(new DefinitionKey(definition), processId, "Intake", null, "intake.bpmn", $"content-{key}", new(
                messageStart is null ? [] : [new MessageStartRow(processId, new DefinitionKey(definition), "start", messageStart)],
                timerStart is null ? [] : [new StartTimerRow(processId, new DefinitionKey(definition), "start", timerStart.Value, "R5/P1D", 5)])),
        ],
        [
            new NewDecisionModel(new DefinitionKey(definition + 1), "rules", "Rules", "rules.dmn", $"rules-{key}",
                [new NewDecision(new DefinitionKey(definition + 2), "pathway", "Pathway", "2026"), new NewDecision(new DefinitionKey(definition + 3), "size", "Size", null)]),
        ],
        [new FormRecord("review", "review.form")]);
}
