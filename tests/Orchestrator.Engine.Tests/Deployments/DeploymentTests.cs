using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Tests.Deployments;

public class DeploymentTests
{
    [Test]
    public async Task The_same_content_is_deployed_once()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();

        var first = await desk.DeployAsync(Definitions.OneTask(), Definitions.OneJob());
        var again = await desk.DeployAsync(Definitions.OneJob(), Definitions.OneTask());

        Assert.That((first.New, again.New), Is.EqualTo((true, false)));
        Assert.That(again.Deployment!.Key, Is.EqualTo(first.Deployment!.Key));
        Assert.That(desk.Node.Definitions.All, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_folder_deployed_again_after_a_later_version_does_not_become_the_latest()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneTask(groups: "apl"));
        await desk.DeployAsync(Definitions.OneTask(groups: "regione"));
        await desk.DeployAsync(Definitions.OneTask(groups: "apl"));

        Assert.That((await desk.Node.Definitions.LatestAsync("one-task"))!.Version, Is.EqualTo(2));
    }

    [Test]
    public async Task Running_instances_keep_their_version()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneTask(groups: "apl"));
        var old = await desk.StartAsync("one-task");
        await desk.DeployAsync(Definitions.OneTask(groups: "regione"));
        var young = await desk.StartAsync("one-task");

        Assert.That((await desk.OpenTaskAsync(old))!.CandidateGroups, Is.EqualTo(new[] { "apl" }));
        Assert.That((await desk.OpenTaskAsync(young))!.CandidateGroups, Is.EqualTo(new[] { "regione" }));
    }

    [Test]
    public async Task With_one_bad_file_nothing_is_deployed_and_every_diagnostic_is_given()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        var dangling = Definitions.Process("bad", """<bpmn:startEvent id="start"/><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="nowhere"/>""");
        var unknown = Definitions.Around("worse", """<bpmn:manualThing id="x"/>""");

        var result = await desk.Node.Deployments.DeployAsync([Definitions.OneTask(), dangling, unknown], "ada", CancellationToken.None);

        Assert.That(result.Deployment, Is.Null);
        Assert.That(result.Diagnostics.Select(one => one.Source.Path).Distinct(), Is.EquivalentTo(new[] { "bad.bpmn", "worse.bpmn" }));
        Assert.That(await desk.Node.Definitions.LatestAsync("one-task"), Is.Null);
        Assert.That(await desk.Node.Stores.Deployments.ReadAsync(0, 10, CancellationToken.None), Is.Empty);
    }

    [Test]
    public async Task Another_node_finds_what_was_deployed_here()
    {
        await using var office = await Office.OpenAsync();
        var (here, there) = (await office.NodeAsync(), await office.NodeAsync());
        await here.DeployAsync(Definitions.OneTask());

        var instance = await there.StartAsync("one-task");

        Assert.That((await here.RowAsync(instance)).ProcessId, Is.EqualTo("one-task"));
    }

    [Test]
    public async Task A_process_that_was_never_deployed_is_not_started()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();

        var result = await desk.Node.Instances.StartAsync(Guid.CreateVersion7(), Office.Ada, "nothing", null, Feel.FeelContext.Empty, CancellationToken.None);

        Assert.That(result.Rejection!.Reason, Is.EqualTo(RejectionReason.NotFound));
    }

    [Test]
    public async Task A_start_by_timer_that_would_have_to_ask_somebody_is_refused()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        var asking = Definitions.Process("asks",
            """
            <bpmn:startEvent id="start"><bpmn:extensionElements><orch:timer catchUp="ask"/></bpmn:extensionElements><bpmn:timerEventDefinition><bpmn:timeCycle>R/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="x"/>
            """ + Definitions.UserTask("apl") + Definitions.EndFlow);

        var result = await desk.Node.Deployments.DeployAsync([asking], "ada", CancellationToken.None);

        Assert.That(result.Deployment, Is.Null);
        Assert.That(result.Rejection?.Message ?? result.Diagnostics[0].Message, Does.Contain("start"));
    }
}
