using Microsoft.Extensions.Logging;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Testing;

namespace Orchestrator.Engine.Tests.Runtime;

public class LaneTests
{
    private static Guid New => Guid.CreateVersion7();

    [Test]
    public async Task A_broken_invariant_stops_its_instance_alone_and_is_reported()
    {
        await using var office = await Office.OpenAsync();
        var logs = new LogBook();
        var desk = await office.NodeAsync(Office.DefaultOptions with { Lanes = 1 }, logs: logs);
        await desk.DeployAsync(Definitions.OneTask());
        var (broken, sound) = (await desk.StartAsync("one-task"), await desk.StartAsync("one-task"));
        var command = new Command.SetVariables(ScopeKey.RootOf(broken), FeelContext.Of(("a", FeelValue.Of(1))), true);

        Assert.ThrowsAsync<InvariantBrokenException>(() => desk.Node.Commands.SubmitAsync(
            new Submission(New, broken, Office.Boss, command) { Precondition = _ => throw new InvariantBrokenException("A rule that a test breaks.") }, CancellationToken.None));
        var refused = await desk.Node.Commands.SubmitAsync(new Submission(New, broken, Office.Boss, command), CancellationToken.None);
        var accepted = await desk.Node.Instances.SetVariablesAsync(New, Office.Boss, ScopeKey.RootOf(sound), FeelContext.Of(("a", FeelValue.Of(1))), true, CancellationToken.None);

        Assert.That(refused.Rejection!.Reason, Is.EqualTo(RejectionReason.WrongState));
        Assert.That(refused.Rejection.Message, Does.Contain("stopped"));
        Assert.That(accepted.Rejection, Is.Null);
        Assert.That(logs.Entries.Where(one => one.Level == LogLevel.Critical).Select(one => one.Id), Is.EqualTo(new[] { 2102 }));
    }

    [Test]
    public async Task When_the_database_fails_the_caller_hears_it_and_a_repetition_finds_out_what_became_of_it()
    {
        await using var office = await Office.OpenAsync();
        var first = await office.NodeAsync();
        await first.DeployAsync(Definitions.OneTask());
        await first.CloseAsync();
        var (request, answers) = (New, new List<bool>());
        for (var n = 1; ; n++)
        {
            var crash = new CrashAt(n);
            Desk? desk = null;
            try
            {
                desk = await office.NodeAsync(crash: crash);
                await desk.Node.OpenAsync(CancellationToken.None);
                answers.Add((await desk.Node.Instances.StartAsync(request, Office.Ada, "one-task", null, FeelContext.Empty, CancellationToken.None)).Acceptance!.Repeated);
            }
            catch (CrashException)
            {
                answers.Add(false);
            }
            if (desk is not null) await desk.DieAsync();
            if (!crash.Crashed) break;
        }

        var after = await office.NodeAsync();
        Assert.That(answers[^1], Is.True, "one of the crashes came after the commit");
        Assert.That(await after.InstancesAsync("one-task"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Who_reads_sees_what_another_node_did()
    {
        await using var office = await Office.OpenAsync();
        var (here, there) = (await office.NodeAsync(), await office.NodeAsync());
        await here.DeployAsync(Definitions.OneTask());
        await there.Node.Definitions.RefreshAsync(CancellationToken.None);
        var instance = await here.StartAsync("one-task");
        var before = await here.Node.States.FindAsync(instance);

        await there.Node.Instances.SetVariablesAsync(New, Office.Boss, ScopeKey.RootOf(instance), FeelContext.Of(("a", FeelValue.Of(1))), true, CancellationToken.None);

        var after = await here.Node.States.FindAsync(instance);
        Assert.That(after!.Version, Is.GreaterThan(before!.Version));
        Assert.That(after.Elements[ScopeKey.RootOf(instance)].Variables["a"], Is.EqualTo(FeelValue.Of(1)));
    }

    [Test]
    public async Task Logs_never_show_the_value_of_a_variable()
    {
        await using var office = await Office.OpenAsync();
        var logs = new LogBook();
        var desk = await office.NodeAsync(logs: logs);
        await desk.DeployAsync(Definitions.Everything());
        var instance = await desk.StartAsync("everything", ("key", FeelValue.Of("SECRET-KEY")), ("caseId", FeelValue.Of("SECRET-CASE")));
        office.Post.Broken = true;
        await desk.PassAsync(TimeSpan.FromMinutes(10));
        await desk.PublishAsync("Answered", "SECRET-KEY", TimeSpan.FromDays(1));
        await desk.Node.Tasks.ClaimAsync(New, Office.Mallory, new ScopeKey((instance.Number << 20) + 2), null, CancellationToken.None);

        Assert.That(logs.Entries, Is.Not.Empty);
        Assert.That(logs.Entries.Select(one => one.Text), Has.None.Contains("SECRET"));
    }

    [Test]
    public async Task An_ordinary_task_costs_few_rows()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneTask());
        var instance = await desk.StartAsync("one-task");
        var task = (await desk.OpenTaskAsync(instance))!.Key;
        await desk.Node.Tasks.ClaimAsync(New, Office.Ada, task, null, CancellationToken.None);
        await desk.Node.Tasks.CompleteAsync(New, Office.Ada, task, FeelContext.Empty, null, CancellationToken.None);

        var rows = (await desk.Node.Stores.History.RowsAsync(instance, CancellationToken.None))!.Rows;
        var commands = await desk.Node.Stores.History.ReadAsync(instance, 0, 100, CancellationToken.None);

        Assert.That(commands, Has.Count.EqualTo(3));
        Assert.That((rows.Tasks.Count, rows.Jobs.Count, rows.Timers.Count, rows.Subscriptions.Count, rows.SearchVariables.Count), Is.EqualTo((1, 0, 0, 0, 0)));
    }
}
