using Orchestrator.Engine.Migrating;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Testing.Building;
using Orchestrator.Testing.Checkers;

namespace Orchestrator.Engine.Tests.History;

/// <summary>A long case is recorded while it runs, as the live engine reports it; afterwards the replay is asked for every position and must tell the same.</summary>
public sealed class RecordedRunTests
{
    private const int Rounds = 50;
    private const int Items = 10;
    private static readonly CancellationToken None = CancellationToken.None;

    // Ten opinions side by side, then rounds until everybody is content; the second version calls the round otherwise, reminds in it and waits a day at the end.
    private static DeploymentResource Version(bool second)
    {
        var (round, last) = second ? ("talk", "pause") : ("round", "end");
        const string People = """<bpmn:extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="apl"/></bpmn:extensionElements>""";
        const string Each = """<zeebe:loopCharacteristics inputCollection="=offices" inputElement="office" outputCollection="opinions" outputElement="=opinion"/>""";
        const string More = """
            <bpmn:boundaryEvent id="reminder" attachedToRef="talk" cancelActivity="false"><bpmn:timerEventDefinition><bpmn:timeDuration>PT6H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
            <bpmn:sequenceFlow id="f6" sourceRef="reminder" targetRef="reminded"/><bpmn:endEvent id="reminded"/>
            <bpmn:intermediateCatchEvent id="pause"><bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
            <bpmn:sequenceFlow id="f9" sourceRef="pause" targetRef="end"/>
            """;
        return Definitions.Process("consultation",
            $"""
            <bpmn:startEvent id="start"/><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="opinions"/>
            <bpmn:userTask id="opinions" name="Parere">{People}
              <bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements>{Each}</bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>
            </bpmn:userTask>
            <bpmn:sequenceFlow id="f2" sourceRef="opinions" targetRef="again"/>
            <bpmn:exclusiveGateway id="again"/><bpmn:sequenceFlow id="f3" sourceRef="again" targetRef="{round}"/>
            <bpmn:userTask id="{round}" name="Incontro">{People}</bpmn:userTask>
            <bpmn:sequenceFlow id="f4" sourceRef="{round}" targetRef="content"/>
            <bpmn:exclusiveGateway id="content" default="f7"/>
            <bpmn:sequenceFlow id="f7" sourceRef="content" targetRef="again"/>
            <bpmn:sequenceFlow id="f8" sourceRef="content" targetRef="{last}"><bpmn:conditionExpression>=rounds = {Rounds}</bpmn:conditionExpression></bpmn:sequenceFlow>
            {(second ? More : "")}<bpmn:endEvent id="end"/>
            """);
    }

    [Test]
    public async Task The_replay_tells_at_every_position_what_the_live_engine_told_then()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync(Office.DefaultOptions with { SnapshotEvery = 16 });
        var first = (await desk.DeployAsync(Version(second: false))).Deployment!.Definitions[0].Key;
        var recorded = new SortedDictionary<long, string>();
        var instance = await desk.StartAsync("consultation", ("offices", FeelList.From(Enumerable.Range(1, Items).Select(i => FeelValue.Of(i)))), ("rounds", FeelValue.Of(0)));
        await RecordAsync(desk, instance, recorded);

        var migrated = 0L;
        for (var round = 0; (await desk.RowAsync(instance)).State == InstanceRowState.Active;)
        {
            var open = (await desk.Node.Queries.TasksAsync(new TaskQuery { Instance = instance, State = TaskRowState.Created }, None)).Items;
            if (open.Count == 0)
            {
                await desk.PassAsync(TimeSpan.FromDays(1));
                await RecordAsync(desk, instance, recorded);
                continue;
            }
            var isRound = open[0].Element is "round" or "talk";
            await desk.Node.Tasks.ClaimAsync(Guid.CreateVersion7(), Office.Ada, open[0].Key, null, None);
            await RecordAsync(desk, instance, recorded);
            if (isRound && ++round == Rounds / 2) migrated = await MigrateAsync(desk, first, recorded, instance);
            await desk.PassAsync(TimeSpan.FromHours(7));
            await RecordAsync(desk, instance, recorded);
            var entered = isRound ? FeelContext.Of(("rounds", FeelValue.Of(round))) : FeelContext.Of(("opinion", FeelValue.Of("favorevole")));
            Assert.That((await desk.Node.Tasks.CompleteAsync(Guid.CreateVersion7(), Office.Ada, open[0].Key, entered, null, None)).Rejection, Is.Null);
            await RecordAsync(desk, instance, recorded);
        }

        var events = await desk.EventsAsync(instance);
        Assert.That(events.OfType<InstanceEvent.ElementEntered>().Count(), Is.GreaterThanOrEqualTo(200));
        Assert.That(events, Has.Count.GreaterThanOrEqualTo(200));
        Assert.That(recorded, Has.Count.GreaterThan(100));
        Assert.That(recorded.Keys, Does.Contain(migrated));
        var state = InstanceState.Empty(instance);
        foreach (var one in await desk.Node.History.PageAsync(instance, 0, 1_000, None))
        {
            state = state.Evolve(one.Event, one.At);
            var replayed = StateText.Of((await desk.Node.History.StateAtAsync(instance, one.Position, None))!);
            Assert.That(replayed, Is.EqualTo(StateText.Of(state)), $"position {one.Position}");
            if (recorded.Remove(one.Position, out var live)) Assert.That(replayed, Is.EqualTo(live), $"as the live engine told at position {one.Position}");
        }
        Assert.That(recorded, Is.Empty, "every moment that was recorded is a position of the history");
        Assert.That(await EngineChecker.CheckAsync(desk.Node), Is.Empty);
    }

    private static async Task<long> MigrateAsync(Desk desk, DefinitionKey first, SortedDictionary<long, string> recorded, InstanceId instance)
    {
        var second = (await desk.DeployAsync(Version(second: true))).Deployment!.Definitions[0].Key;
        var (list, rejection) = await desk.Node.Migrations.RehearseAsync(null, "grace", new MigrationTarget(first, second, [new(new("round"), new("talk"))]), None);
        Assert.That(rejection, Is.Null);
        Assert.That(await desk.Node.Batches.ExecuteAsync(list!.Id, list.Hash, "grace", None), Is.Null);
        await desk.QuiesceAsync();
        Assert.That((await desk.RowAsync(instance)).Definition, Is.EqualTo(second));
        return await RecordAsync(desk, instance, recorded);
    }

    private static async Task<long> RecordAsync(Desk desk, InstanceId instance, SortedDictionary<long, string> recorded)
    {
        var live = (await desk.Node.Instances.StateAsync(instance))!;
        recorded[live.Version] = StateText.Of(live);
        return live.Version;
    }
}
