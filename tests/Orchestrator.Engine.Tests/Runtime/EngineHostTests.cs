using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Tests.Runtime;

/// <summary>The loops of production, on a clock that the test moves.</summary>
public class EngineHostTests
{
    [Test]
    public async Task The_loops_send_what_is_committed_and_fire_what_falls_due()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await using var host = new EngineHost(desk.Node);
        await host.StartAsync(CancellationToken.None);
        await desk.DeployAsync(Definitions.OneJob("apl.check"), Definitions.Timer("timeDuration", "PT1H"), Definitions.StartsByMessage());

        await desk.StartAsync("one-job");
        var timed = await desk.StartAsync("timer");
        await desk.PublishAsync("Start", "A", TimeSpan.FromDays(1));

        // Woken by the commits: the clock has not moved.
        await UntilAsync("the job is offered", () => Task.FromResult(office.Post.Offers.Count == 1));
        await UntilAsync("the message has started an instance", async () => (await desk.InstancesAsync("by-message")).Count == 1);
        Assert.That((await desk.RowAsync(timed)).State, Is.EqualTo(InstanceRowState.Active));
        office.Time.Advance(TimeSpan.FromHours(1));
        await UntilAsync("the timer has fired", async () =>
        {
            office.Time.Advance(desk.Node.Options.PollInterval);
            return (await desk.RowAsync(timed)).State == InstanceRowState.Completed;
        });
    }

    [Test]
    public async Task Stopping_finishes_what_was_taken_and_refuses_what_comes_later()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        var host = new EngineHost(desk.Node);
        await host.StartAsync(CancellationToken.None);
        await desk.DeployAsync(Definitions.OneTask());
        var starts = Enumerable.Range(0, 50).Select(_ => desk.Node.Instances.StartAsync(Guid.CreateVersion7(), Office.Ada, "one-task", null, FeelContext.Empty, CancellationToken.None)).ToList();

        await host.StopAsync();

        var answers = await Task.WhenAll(starts);
        var accepted = answers.Count(answer => answer.Rejection is null);
        var page = await desk.Node.Queries.InstancesAsync(new InstanceQuery { Page = new Paging(0, 100) }, CancellationToken.None);
        Assert.That(page.Items, Has.Count.EqualTo(accepted), "what was acknowledged is there, and nothing else");
        Assert.That(answers.Where(answer => answer.Rejection is not null).Select(answer => answer.Rejection!.Reason), Is.All.EqualTo(RejectionReason.Overloaded));
        var late = await desk.Node.Instances.StartAsync(Guid.CreateVersion7(), Office.Ada, "one-task", null, FeelContext.Empty, CancellationToken.None);
        Assert.That(late.Rejection!.Reason, Is.EqualTo(RejectionReason.Overloaded));
        await host.DisposeAsync();
    }

    /// <summary>The loops run on threads of their own: the test looks until they have done it.</summary>
    internal static async Task UntilAsync(string what, Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await holds())
        {
            if (patience.IsCancellationRequested) Assert.Fail($"Expected that {what}, but it did not happen.");
            await Task.Delay(10);
        }
    }
}
