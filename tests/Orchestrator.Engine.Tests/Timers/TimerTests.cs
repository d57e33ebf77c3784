using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Tests.Timers;

public class TimerTests
{
    [Test]
    public async Task A_timer_fires_at_its_instant_and_not_before()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.Timer("timeDuration", "PT1H"));
        var instance = await desk.StartAsync("timer");

        office.Time.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromTicks(1));
        await desk.QuiesceAsync();
        Assert.That((await desk.RowAsync(instance)).State, Is.EqualTo(InstanceRowState.Active));

        office.Time.Advance(TimeSpan.FromTicks(1));
        await desk.QuiesceAsync();
        Assert.That((await desk.RowAsync(instance)).State, Is.EqualTo(InstanceRowState.Completed));
    }

    [Test]
    public async Task The_driver_knows_the_next_instant()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.Timer("timeDuration", "PT1H"));
        Assert.That(await desk.Driver.NextInstantAsync(CancellationToken.None), Is.Null);

        await desk.StartAsync("timer");

        Assert.That(await desk.Driver.NextInstantAsync(CancellationToken.None), Is.EqualTo(office.Time.GetUtcNow() + TimeSpan.FromHours(1)));
    }

    [Test]
    public async Task A_timer_that_became_due_while_no_node_ran_fires_when_one_does()
    {
        await using var office = await Office.OpenAsync();
        var before = await office.NodeAsync();
        await before.DeployAsync(Definitions.Timer("timeDuration", "P40D"));
        var instance = await before.StartAsync("timer");
        await before.CloseAsync();

        office.Time.Advance(TimeSpan.FromDays(100));
        var after = await office.NodeAsync();
        await after.QuiesceAsync();

        Assert.That((await after.RowAsync(instance)).State, Is.EqualTo(InstanceRowState.Completed));
    }

    [Test]
    public async Task Two_nodes_fire_a_timer_once()
    {
        await using var office = await Office.OpenAsync();
        var (here, there) = (await office.NodeAsync(), await office.NodeAsync());
        await here.DeployAsync(Definitions.Timer("timeDuration", "PT1H"));
        var instances = new List<InstanceId>();
        for (var i = 0; i < 20; i++) instances.Add(await here.StartAsync("timer"));

        office.Time.Advance(TimeSpan.FromHours(1));
        await Task.WhenAll(here.QuiesceAsync(), there.QuiesceAsync());

        foreach (var instance in instances)
            Assert.That((await here.EventsAsync(instance)).OfType<InstanceEvent.TimerFired>(), Has.Exactly(1).Items);
    }

    [Test]
    public async Task Statement_40_after_downtime_an_overdue_cycle_fires_once_and_keeps_its_beat()
    {
        await using var office = await Office.OpenAsync();
        var before = await office.NodeAsync();
        var deployed = office.Time.GetUtcNow();
        await before.DeployAsync(Definitions.StartsByTimer("R/PT1H"));
        await before.CloseAsync();

        // Hours 1, 2 and 3 are missed; hour 4 minus ten minutes is now.
        office.Time.Advance(TimeSpan.FromMinutes(230));
        var after = await office.NodeAsync();
        await after.QuiesceAsync();

        Assert.That(await after.InstancesAsync("by-timer"), Has.Count.EqualTo(1));
        Assert.That(await after.Driver.NextInstantAsync(CancellationToken.None), Is.EqualTo(office.Time.GetUtcNow() + TimeSpan.FromHours(1)), "now plus the interval, since the next beat had passed");

        office.Time.Advance(TimeSpan.FromHours(1));
        await after.QuiesceAsync();
        Assert.That(await after.InstancesAsync("by-timer"), Has.Count.EqualTo(2));
        Assert.That(deployed, Is.LessThan(office.Time.GetUtcNow()));
    }

    [Test]
    public async Task Statement_40_a_cycle_that_is_a_little_late_does_not_drift()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        var deployed = office.Time.GetUtcNow();
        await desk.DeployAsync(Definitions.StartsByTimer("R3/PT1H"));

        office.Time.Advance(TimeSpan.FromMinutes(70));
        await desk.QuiesceAsync();
        Assert.That(await desk.Driver.NextInstantAsync(CancellationToken.None), Is.EqualTo(deployed + TimeSpan.FromHours(2)));

        await desk.PassAsync(TimeSpan.FromHours(10));
        Assert.That(await desk.InstancesAsync("by-timer"), Has.Count.EqualTo(3));
        Assert.That(await desk.Node.Stores.Deployments.StartTimersAsync(CancellationToken.None), Is.Empty);
    }

    [Test]
    public async Task A_new_version_takes_over_the_start_by_timer()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.StartsByTimer("R/PT1H"));
        var second = await desk.DeployAsync(Definitions.StartsByTimer("R1/PT2H"));

        await desk.PassAsync(TimeSpan.FromHours(5));

        var instances = await desk.InstancesAsync("by-timer");
        Assert.That(instances.Select(one => one.Definition), Is.EqualTo(new[] { second.Deployment!.Definitions[0].Key }));
    }

    [Test]
    public async Task Two_nodes_start_one_instance_for_each_due_instant()
    {
        await using var office = await Office.OpenAsync();
        var (here, there) = (await office.NodeAsync(), await office.NodeAsync());
        await here.DeployAsync(Definitions.StartsByTimer("R/PT1H"));

        for (var hour = 1; hour <= 5; hour++)
        {
            office.Time.Advance(TimeSpan.FromHours(1));
            await Task.WhenAll(here.QuiesceAsync(), there.QuiesceAsync());
        }

        Assert.That(await here.InstancesAsync("by-timer"), Has.Count.EqualTo(5));
    }
}
