using Orchestrator.Bpmn.Model;
using Orchestrator.Testing.Blocks;
using Orchestrator.Testing.Building;
using Orchestrator.Testing.Choices;

namespace Orchestrator.Interpreter.Tests.Properties;

/// <summary>Random processes that go on under a changed version at a random moment: what a rehearsal says comes true, every law holds afterwards, and the instance still comes to its end.</summary>
public sealed class RandomMigrationTests
{
    [Test]
    public void What_a_rehearsal_says_comes_true_and_what_was_migrated_goes_on_by_every_law() => Property.Holds(
        nameof(What_a_rehearsal_says_comes_true_and_what_was_migrated_goes_on_by_every_law), 300, choice =>
        {
            var graphs = RandomProcess.Of(choice);
            var version = Changed(graphs[0], choice);
            var world = TestWorld.Of([.. graphs, version]);
            var play = new Play(world);
            var path = new RandomPath(choice, play);
            play.Start(RandomPath.Good);
            for (var steps = choice.Next(25); steps > 0 && path.Step(); steps--) { }
            if (play.Ended) return;

            var command = new Command.MigrateInstance(play.State.Root, new(graphs.Length + 1), []);
            var before = play.State;
            var (findings, rejection) = Migrations.Rehearse(world, play.State, command, play.Now);
            Assert.That(rejection, Is.Null);
            Assert.That(play.State, Is.SameAs(before), "a rehearsal changes nothing");
            var refused = play.Try(command);

            Assert.That(refused is null, Is.EqualTo(findings!.Verdict == MigrationVerdict.Ok), "what the rehearsal says comes true");
            Laws.Check(play.State);
            if (refused is not null) return;
            Assert.That(play.State.Elements.Values.Where(element => play.State.ProcessOf(element.Key) == play.State.Root).Select(element => element.Definition).Distinct(),
                Is.EqualTo(new[] { new DefinitionKey(graphs.Length + 1) }));
            foreach (var timer in play.State.Timers.Values) Assert.That(before.Timers.GetValueOrDefault(timer.Key, timer).DueAt, Is.EqualTo(timer.DueAt), "what is kept keeps its instant");
            for (var steps = choice.Next(15); steps > 0 && path.Step(); steps--) Laws.Check(play.State);
            path.Finish();
            Laws.Check(play.State);
        });

    [Test]
    public void Most_random_instances_can_be_migrated_and_some_cannot()
    {
        // Without this the law above could hold of nothing.
        var verdicts = new Dictionary<MigrationVerdict, int>();
        for (var seed = 1; seed <= 250; seed++)
        {
            var choice = Choice.OfSeed(seed);
            var graphs = RandomProcess.Of(choice);
            var world = TestWorld.Of([.. graphs, Changed(graphs[0], choice)]);
            var play = new Play(world);
            play.Start(RandomPath.Good);
            if (play.Ended) continue;
            var verdict = Migrations.Rehearse(world, play.State, new Command.MigrateInstance(play.State.Root, new(graphs.Length + 1), []), play.Now).Findings!.Verdict;
            verdicts[verdict] = verdicts.GetValueOrDefault(verdict) + 1;
        }
        Assert.That(verdicts.GetValueOrDefault(MigrationVerdict.Ok), Is.GreaterThan(30), string.Join(", ", verdicts));
        Assert.That(verdicts.GetValueOrDefault(MigrationVerdict.NeedsMapping) + verdicts.GetValueOrDefault(MigrationVerdict.Impossible), Is.GreaterThan(5), string.Join(", ", verdicts));
    }

    /// <summary>The process with some of its parts changed: boundary events that are gone, added or of another kind, names and forms of tasks, an element renamed, a task that is many.</summary>
    private static ProcessGraph Changed(ProcessGraph graph, Choice choice)
    {
        var nodes = graph.Nodes.ToList();
        for (var changes = choice.Next(4); changes >= 0; changes--) Change(nodes, choice, changes);
        return new ProcessGraph(graph.ProcessId, graph.Name, null, nodes);
    }

    private static void Change(List<FlowNode> nodes, Choice choice, int number)
    {
        var activities = nodes.Select((node, at) => (node, at)).Where(one => one.node is ActivityNode and not SubProcessNode { TriggeredByEvent: true }).ToList();
        if (activities.Count == 0) return;
        var (activity, at) = choice.Pick([.. activities]);
        switch (choice.Next(6))
        {
            case 0 or 1:
                var id = new ElementId($"added{number}");
                nodes[at] = ((ActivityNode)activity) with { BoundaryEvents = [.. ((ActivityNode)activity).BoundaryEvents, id] };
                nodes.Add(new BoundaryEventNode(id, activity.Id, choice.OneIn(2) ? ProcessBuilder.After("PT9H") : ProcessBuilder.Message("added"), choice.OneIn(3)) { Parent = activity.Parent });
                break;
            case 2 or 3 when ((ActivityNode)activity).BoundaryEvents is [var first, ..]:
                nodes[at] = ((ActivityNode)activity) with { BoundaryEvents = ((ActivityNode)activity).BoundaryEvents.Remove(first) };
                var gone = nodes.FindIndex(node => node.Id == first);
                nodes[gone] = nodes[gone] with { Parent = new ElementId("nowhere") };
                break;
            case 4 when activity is UserTaskNode task: nodes[at] = task with { Name = "changed", FormId = $"form{number}" }; break;
            case 5 when choice.OneIn(2): Rename(nodes, activity.Id, new ElementId($"renamed{number}")); break;
            case 5: nodes[at] = ((ActivityNode)activity) with { MultiInstance = ((ActivityNode)activity).MultiInstance is null ? ProcessBuilder.Each("items") : null }; break;
        }
    }

    private static void Rename(List<FlowNode> nodes, ElementId from, ElementId to)
    {
        ElementId Of(ElementId id) => id == from ? to : id;
        SequenceFlow Joined(SequenceFlow flow) => flow with { Source = Of(flow.Source), Target = Of(flow.Target) };
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i] with { Id = Of(nodes[i].Id), Parent = nodes[i].Parent is { } parent ? Of(parent) : null, Incoming = [.. nodes[i].Incoming.Select(Joined)], Outgoing = [.. nodes[i].Outgoing.Select(Joined)] };
            nodes[i] = node is BoundaryEventNode boundary ? boundary with { AttachedTo = Of(boundary.AttachedTo) } : node;
        }
    }
}
