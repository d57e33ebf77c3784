using Orchestrator.Engine.Ports;
using Orchestrator.Feel;

namespace Orchestrator.Engine.Tests.Outbox;

public class OutboxTests
{
    [Test]
    public async Task A_thrown_message_is_told_outside_and_correlated_inside()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(
            Definitions.Around("throws", """<bpmn:sendTask id="x" messageRef="m"><bpmn:extensionElements><orch:publish correlationKey="=key"><orch:variable name="day" value="=day"/></orch:publish></bpmn:extensionElements></bpmn:sendTask>""",
                """<bpmn:message id="m" name="Go"/>"""),
            Definitions.Waits());
        var waiting = await desk.StartAsync("waits", ("key", FeelValue.Of("A")));

        var thrower = await desk.StartAsync("throws", ("key", FeelValue.Of("A")), ("day", FeelValue.Of(3)));
        await desk.QuiesceAsync();

        Assert.That((await desk.RowAsync(waiting)).State, Is.EqualTo(InstanceRowState.Completed));
        var told = office.Post.Thrown.Single();
        Assert.That((told.Name, told.CorrelationKey, told.ProcessId, told.Instance), Is.EqualTo(("Go", "A", "throws", thrower)));
        Assert.That(told.Variables, Is.EqualTo(FeelContext.Of(("day", FeelValue.Of(3)))));
        Assert.That(told.ExpiresAt - told.PublishedAt, Is.EqualTo(TimeSpan.FromDays(30)));
    }

    [Test]
    public async Task A_message_is_sent_whole_by_another_node_than_the_one_that_wrote_it()
    {
        await using var office = await Office.OpenAsync();
        var (here, there) = (await office.NodeAsync(), await office.NodeAsync());
        await here.DeployAsync(
            Definitions.Around("throws", """<bpmn:sendTask id="x" messageRef="m"><bpmn:extensionElements><orch:publish correlationKey="=key"><orch:variable name="day" value="=day"/></orch:publish></bpmn:extensionElements></bpmn:sendTask>""",
                """<bpmn:message id="m" name="Go"/>"""));
        var thrower = await here.StartAsync("throws", ("key", FeelValue.Of("A")), ("day", FeelValue.Of(3)));

        await there.QuiesceAsync();

        var told = office.Post.Thrown.Single();
        Assert.That((told.Name, told.CorrelationKey, told.ProcessId, told.Instance), Is.EqualTo(("Go", "A", "throws", thrower)));
        Assert.That(told.Variables, Is.EqualTo(FeelContext.Of(("day", FeelValue.Of(3)))));
    }

    [Test]
    public async Task What_cannot_be_sent_is_sent_later()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneJob("apl.check"));
        office.Post.Broken = true;
        await desk.StartAsync("one-job");
        await desk.QuiesceAsync();
        Assert.That(office.Post.Sent, Is.Empty);

        office.Post.Broken = false;
        await desk.PassAsync(TimeSpan.FromSeconds(10));

        Assert.That(office.Post.Offers.Select(one => one.Attempt), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task While_the_broker_is_away_no_attempt_of_a_job_is_lost()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneJob("apl.check"));
        office.Post.Broken = true;
        var instance = await desk.StartAsync("one-job");
        await desk.PassAsync(5 * desk.Node.Options.BusJobDeadline);

        office.Post.Broken = false;
        await desk.PassAsync(TimeSpan.FromSeconds(10));

        Assert.That(office.Post.Offers.Select(one => one.Attempt), Is.EqualTo(new[] { 1 }));
        Assert.That((await desk.JobAsync(instance)).Retries, Is.EqualTo(3));
        Assert.That(office.Post.Offers[0].Deadline, Is.GreaterThan(office.Time.GetUtcNow()), "the agency has its whole time");
    }

    [Test]
    public async Task A_send_that_the_transport_does_not_take_is_given_up_and_tried_again()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneJob("apl.check"));
        office.Post.Hangs = true;
        await desk.StartAsync("one-job");
        var sending = desk.QuiesceAsync();
        while (office.Post.Hanging == 0) await Task.Yield();

        office.Time.Advance(TimeSpan.FromSeconds(10));
        await sending;
        Assert.That(office.Post.Sent, Is.Empty);
        office.Post.Hangs = false;
        await desk.PassAsync(TimeSpan.FromSeconds(10));

        Assert.That(office.Post.Offers, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Two_nodes_send_each_row_once()
    {
        await using var office = await Office.OpenAsync();
        var (here, there) = (await office.NodeAsync(), await office.NodeAsync());
        await here.DeployAsync(Definitions.OneJob("apl.check"));
        for (var i = 0; i < 20; i++) await here.StartAsync("one-job");

        await Task.WhenAll(here.QuiesceAsync(), there.QuiesceAsync());

        Assert.That(office.Post.Offers.Select(one => one.Job), Is.Unique);
        Assert.That(office.Post.Offers, Has.Count.EqualTo(20));
    }

    [Test]
    public async Task An_offer_whose_job_has_ended_is_not_sent()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneJob("apl.check"));
        var instance = await desk.StartAsync("one-job");
        await desk.Node.Instances.CancelAsync(Guid.CreateVersion7(), Office.Boss, Interpreter.ScopeKey.RootOf(instance), "withdrawn", CancellationToken.None);

        await desk.QuiesceAsync();

        Assert.That(office.Post.Sent, Is.Empty);
    }
}
