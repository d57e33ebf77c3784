using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Tests.Jobs;

public class JobTests
{
    private static readonly Actor Worker = Actor.System("worker");

    private static Guid New => Guid.CreateVersion7();

    [Test]
    public async Task A_job_is_locked_for_one_worker_until_its_lock_ends()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneJob());
        await desk.StartAsync("one-job", ("caseId", FeelValue.Of("C1")));

        var taken = await desk.Node.Jobs.ActivateAsync("work", "w1", TimeSpan.FromMinutes(5), 10, null, CancellationToken.None);
        var none = await desk.Node.Jobs.ActivateAsync("work", "w2", TimeSpan.FromMinutes(5), 10, null, CancellationToken.None);
        office.Time.Advance(TimeSpan.FromMinutes(5));
        var again = await desk.Node.Jobs.ActivateAsync("work", "w2", TimeSpan.FromMinutes(5), 10, null, CancellationToken.None);

        Assert.That(taken.Single().Variables["caseId"], Is.EqualTo(FeelValue.Of("C1")));
        Assert.That(none, Is.Empty);
        Assert.That(again.Single().Locked.Job.Attempt, Is.EqualTo(1), "a lock that ran out is no failure");
    }

    [Test]
    public async Task A_worker_may_ask_for_some_variables_only()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneJob());
        await desk.StartAsync("one-job", ("caseId", FeelValue.Of("C1")), ("other", FeelValue.Of(1)));

        var taken = await desk.Node.Jobs.ActivateAsync("work", "w1", TimeSpan.FromMinutes(5), 10, ["other"], CancellationToken.None);

        Assert.That(taken.Single().Variables.Names, Is.EqualTo(new[] { "other" }));
    }

    [Test]
    public async Task A_completed_job_moves_the_instance_and_is_accepted_once()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneJob());
        var instance = await desk.StartAsync("one-job");
        var job = await desk.JobAsync(instance);

        var first = await desk.Node.Jobs.CompleteAsync(New, Worker, job.Key, 1, FeelContext.Empty, CancellationToken.None);
        var second = await desk.Node.Jobs.CompleteAsync(New, Worker, job.Key, 1, FeelContext.Empty, CancellationToken.None);

        Assert.That(first.Rejection, Is.Null);
        Assert.That(second.Rejection!.Reason, Is.EqualTo(RejectionReason.WrongState), "the instance has ended");
        Assert.That((await desk.RowAsync(instance)).State, Is.EqualTo(InstanceRowState.Completed));
    }

    [Test]
    public async Task A_failed_attempt_is_offered_again_after_the_back_off()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneJob());
        var instance = await desk.StartAsync("one-job");
        var job = await desk.JobAsync(instance);

        await desk.Node.Jobs.FailAttemptAsync(New, Worker, job.Key, 1, "no line", null, CancellationToken.None);
        var early = await desk.Node.Jobs.ActivateAsync("work", "w", TimeSpan.FromMinutes(1), 1, null, CancellationToken.None);
        office.Time.Advance(desk.Node.Options.RetryBackoff);
        var later = await desk.Node.Jobs.ActivateAsync("work", "w", TimeSpan.FromMinutes(1), 1, null, CancellationToken.None);

        Assert.That(early, Is.Empty);
        Assert.That((later.Single().Locked.Job.Attempt, later.Single().Locked.Job.Retries), Is.EqualTo((2, 2)));
    }

    [Test]
    public async Task An_answer_to_an_old_attempt_is_refused()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneJob());
        var job = await desk.JobAsync(await desk.StartAsync("one-job"));
        await desk.Node.Jobs.FailAttemptAsync(New, Worker, job.Key, 1, "no line", null, CancellationToken.None);

        var late = await desk.Node.Jobs.CompleteAsync(New, Worker, job.Key, 1, FeelContext.Empty, CancellationToken.None);
        var right = await desk.Node.Jobs.CompleteAsync(New, Worker, job.Key, 2, FeelContext.Empty, CancellationToken.None);

        Assert.That(late.Rejection!.Reason, Is.EqualTo(RejectionReason.WrongState));
        Assert.That(right.Rejection, Is.Null);
    }

    [Test]
    public async Task The_last_failure_raises_an_incident_and_its_retry_offers_the_job_again()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneJob());
        var instance = await desk.StartAsync("one-job");
        var job = await desk.JobAsync(instance);
        await desk.Node.Jobs.FailAsync(New, Worker, job.Key, 1, 0, "broken", null, CancellationToken.None);

        Assert.That((await desk.RowAsync(instance)).HasIncident, Is.True);
        Assert.That(await desk.Node.Jobs.ActivateAsync("work", "w", TimeSpan.FromMinutes(1), 1, null, CancellationToken.None), Is.Empty);

        var incident = (await desk.Node.Incidents.SearchAsync(new IncidentQuery { Instance = instance }, CancellationToken.None)).Items.Single();
        Assert.That((incident.Kind, incident.Element), Is.EqualTo((IncidentKind.JobNoRetries, "x")));
        var resolved = await desk.Node.Incidents.ResolveAsync(New, Office.Boss, incident.Key, FeelContext.Empty, CancellationToken.None);
        var twice = await desk.Node.Incidents.ResolveAsync(New, Office.Boss, incident.Key, FeelContext.Empty, CancellationToken.None);

        Assert.That(resolved.Rejection, Is.Null);
        Assert.That(twice.Rejection!.Reason, Is.EqualTo(RejectionReason.WrongState));
        Assert.That((await desk.RowAsync(instance)).HasIncident, Is.False);
        Assert.That(await desk.Node.Jobs.ActivateAsync("work", "w", TimeSpan.FromMinutes(1), 1, null, CancellationToken.None), Has.Count.EqualTo(1));
        Assert.That((await desk.Node.Verification.VerifyAsync(instance, CancellationToken.None))!.Differences, Is.Empty);
    }

    [Test]
    public async Task A_lock_can_be_extended_while_it_is_held()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneJob());
        var job = await desk.JobAsync(await desk.StartAsync("one-job"));

        var unheld = await desk.Node.Jobs.ExtendAsync(job.Key, TimeSpan.FromHours(1), CancellationToken.None);
        await desk.Node.Jobs.ActivateAsync("work", "w", TimeSpan.FromMinutes(1), 1, null, CancellationToken.None);
        var held = await desk.Node.Jobs.ExtendAsync(job.Key, TimeSpan.FromHours(1), CancellationToken.None);
        office.Time.Advance(TimeSpan.FromMinutes(30));

        Assert.That(unheld!.Reason, Is.EqualTo(RejectionReason.WrongState));
        Assert.That(held, Is.Null);
        Assert.That(await desk.Node.Jobs.ActivateAsync("work", "w", TimeSpan.FromMinutes(1), 1, null, CancellationToken.None), Is.Empty);
        Assert.That((await desk.Node.Jobs.ExtendAsync(new ScopeKey(5L << 20), TimeSpan.FromHours(1), CancellationToken.None))!.Reason, Is.EqualTo(RejectionReason.NotFound));
    }

    [Test]
    public async Task A_job_on_the_bus_is_offered_with_its_mapped_inputs_alone()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneJob("apl.check"));
        var instance = await desk.StartAsync("one-job", ("caseId", FeelValue.Of("C1")), ("secret", FeelValue.Of("x")));

        await desk.QuiesceAsync();

        var offer = office.Post.Offers.Single();
        Assert.That((offer.Attempt, offer.JobType, offer.ProcessId, offer.Element, offer.Instance), Is.EqualTo((1, "apl.check", "one-job", "x", instance)));
        Assert.That(offer.Variables.Names, Is.EqualTo(new[] { "caseId" }));
        Assert.That(offer.Deadline, Is.EqualTo(office.Time.GetUtcNow() + desk.Node.Options.BusJobDeadline));
        Assert.That(await desk.Node.Jobs.ActivateAsync("apl.check", "w", TimeSpan.FromMinutes(1), 1, null, CancellationToken.None), Is.Empty, "nobody else may take it");
    }

    [Test]
    public async Task A_job_on_the_bus_without_an_answer_fails_at_its_deadline_and_is_offered_again()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneJob("apl.check", headers: """<zeebe:taskHeaders><zeebe:header key="deadline" value="PT10M"/></zeebe:taskHeaders>"""));
        var instance = await desk.StartAsync("one-job");
        await desk.QuiesceAsync();

        await desk.PassAsync(TimeSpan.FromMinutes(10));
        Assert.That(office.Post.Offers, Has.Count.EqualTo(1), "the back-off has not passed");
        await desk.PassAsync(desk.Node.Options.RetryBackoff);
        Assert.That(office.Post.Offers.Select(one => one.Attempt), Is.EqualTo(new[] { 1, 2 }));

        var late = await desk.Node.Jobs.CompleteAsync(New, Worker, office.Post.Offers[0].Job, 1, FeelContext.Empty, CancellationToken.None);
        var right = await desk.Node.Jobs.CompleteAsync(New, Worker, office.Post.Offers[0].Job, 2, FeelContext.Empty, CancellationToken.None);
        Assert.That(late.Rejection!.Reason, Is.EqualTo(RejectionReason.WrongState));
        Assert.That(right.Rejection, Is.Null);
        Assert.That((await desk.Node.Verification.VerifyAsync(instance, CancellationToken.None))!.Differences, Is.Empty);
    }

    [Test]
    public async Task A_job_on_the_bus_that_nobody_ever_answers_ends_as_an_incident()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneJob("apl.check"));
        var instance = await desk.StartAsync("one-job");

        await desk.PassAsync(TimeSpan.FromHours(2));

        Assert.That(office.Post.Offers.Select(one => one.Attempt), Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That((await desk.RowAsync(instance)).HasIncident, Is.True);
    }
}
