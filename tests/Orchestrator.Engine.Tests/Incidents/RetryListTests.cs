using Orchestrator.Engine.Incidents;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Testing.Checkers;

namespace Orchestrator.Engine.Tests.Incidents;

/// <summary>Many incidents that say the same are kept as a list, and exactly that list is retried.</summary>
public sealed class RetryListTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    // The message names the number that was seen: the incidents say the same all the same.
    private static readonly DeploymentResource s_gate = Definitions.Process("sort",
        """
        <bpmn:startEvent id="start"/><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="gate"/>
        <bpmn:exclusiveGateway id="gate"/>
        <bpmn:sequenceFlow id="yes" sourceRef="gate" targetRef="end"><bpmn:conditionExpression>=answer + 0 = 1</bpmn:conditionExpression></bpmn:sequenceFlow>
        <bpmn:sequenceFlow id="no" sourceRef="gate" targetRef="other"><bpmn:conditionExpression>=answer + 0 = 2</bpmn:conditionExpression></bpmn:sequenceFlow>
        <bpmn:endEvent id="end"/><bpmn:endEvent id="other"/>
        """);

    [Test]
    public async Task Of_five_hundred_two_are_cured_meanwhile_and_the_others_are_retried_once()
    {
        const int Many = 500;
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(s_gate);
        for (var from = 0; from < Many; from += 100) await Task.WhenAll(Enumerable.Range(from, 100).Select(i => desk.StartAsync("sort", ("answer", FeelValue.Of(10 + i)))));
        var open = await OpenAsync(desk);
        var list = await FreezeAsync(desk, open[0]);
        Assert.That(list.Rows, Is.EqualTo(Many));

        foreach (var cured in open.Take(2)) await desk.Node.Incidents.ResolveAsync(Guid.CreateVersion7(), Office.Boss, cured.Key, FeelContext.Of(("answer", FeelValue.Of(1))), None);
        await desk.StartAsync("sort", ("answer", FeelValue.Of(9)));
        var late = (await OpenAsync(desk)).Select(row => row.Key).Except(open.Select(row => row.Key)).Single();
        Assert.That(await desk.Node.Batches.ExecuteAsync(list.Id, list.Hash, "grace", None), Is.Null);
        await desk.QuiesceAsync();

        var counts = await desk.Node.Batches.CountsAsync(list.Id, None);
        Assert.That(counts, Is.EqualTo(new[] { new BatchCount(BatchRow.Ok, BatchOutcome.Done, Many - 2), new BatchCount(BatchRow.Ok, BatchOutcome.Moved, 2) }));
        var moved = (await desk.Node.Batches.RowsAsync(list.Id, null, BatchOutcome.Moved, Paging.First, None)).Items.Select(row => row.Key);
        Assert.That(moved, Is.EquivalentTo(open.Take(2).Select(row => row.Key)));
        var now = await OpenAsync(desk);
        Assert.That(now.Select(row => row.Key), Does.Contain(late).And.Exactly(Many - 1).Items, "what failed after the list was made was not touched; what failed again is a new incident");
        Assert.That(now.Select(row => row.Key).Intersect(open.Select(row => row.Key)), Is.Empty);
        foreach (var retried in open.Skip(2).Take(3))
            Assert.That((await desk.EventsAsync(retried.Instance)).Count(one => one is InstanceEvent.IncidentResolved), Is.EqualTo(1));
        Assert.That(await EngineChecker.CheckAsync(desk.Node), Is.Empty);
    }

    [Test]
    public async Task A_case_that_has_gone_on_elsewhere_is_retried_all_the_same()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(s_gate);
        var instance = await desk.StartAsync("sort", ("answer", FeelValue.Of(5)));
        var list = await FreezeAsync(desk, (await OpenAsync(desk)).Single());
        await desk.Node.Instances.SetVariablesAsync(Guid.CreateVersion7(), Office.Boss, ScopeKey.RootOf(instance), FeelContext.Of(("answer", FeelValue.Of(2))), false, None);

        await desk.Node.Batches.ExecuteAsync(list.Id, list.Hash, "grace", None);
        await desk.QuiesceAsync();

        Assert.That((await desk.RowAsync(instance)).State, Is.EqualTo(InstanceRowState.Completed));
        Assert.That((await desk.Node.Batches.FindAsync(list.Id, None))!.State, Is.EqualTo(BatchState.Done));
    }

    [Test]
    public async Task A_list_of_nothing_and_another_list_than_was_shown_are_refused()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(s_gate);
        await desk.StartAsync("sort", ("answer", FeelValue.Of(5)));
        var row = (await OpenAsync(desk)).Single();
        var list = await FreezeAsync(desk, row);

        var (none, rejection) = await desk.Node.Retries.FreezeAsync("grace", IncidentGroup.Of(row) with { Message = "another" }, None);

        Assert.That((none, rejection!.Reason), Is.EqualTo(((Batch?)null, RejectionReason.NotFound)));
        Assert.That((await desk.Node.Batches.ExecuteAsync(list.Id, "0", "grace", None))!.Reason, Is.EqualTo(RejectionReason.WrongState));
        await desk.QuiesceAsync();
        Assert.That((await OpenAsync(desk)).Single().Key, Is.EqualTo(row.Key));
    }

    private static async Task<Batch> FreezeAsync(Desk desk, IncidentRow like)
    {
        var (list, rejection) = await desk.Node.Retries.FreezeAsync("grace", IncidentGroup.Of(like), None);
        Assert.That(rejection, Is.Null);
        return list!;
    }

    private static async Task<IReadOnlyList<IncidentRow>> OpenAsync(Desk desk) =>
        (await desk.Node.Incidents.SearchAsync(new IncidentQuery { Open = true, Page = new(0, 1_000) }, None)).Items;
}
