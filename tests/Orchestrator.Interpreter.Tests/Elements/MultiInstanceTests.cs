using Orchestrator.Testing.Building;
using static Orchestrator.Testing.Building.ProcessBuilder;

namespace Orchestrator.Interpreter.Tests.Elements;

public sealed class MultiInstanceTests
{
    private static Play Scripts(int items, bool sequential, bool autoContinue = true)
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("each")
            .ScriptTask("each", "item * 2", "twice", t => t with { MultiInstance = Each($"for i in 1..{items} return i", sequential: sequential, output: "item * 2", into: "results") }).To("end")
            .End().Build());
        play.AutoContinue = autoContinue;
        return play.Start();
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Outputs_stand_in_the_order_of_the_items_whatever_the_order_of_completion(bool sequential)
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("each")
            .UserTask("each", t => t with { MultiInstance = Each("[\"a\", \"b\", \"c\"]", sequential: sequential, output: "answer", into: "answers") }).To("stay")
            .UserTask("stay").To("end").End().Build()).Start();
        Assert.That(play.Living("each").Count(e => e.LoopCounter is not null), Is.EqualTo(sequential ? 1 : 3));

        // The last one first, where they are open at the same time.
        while (play.Living("each").LastOrDefault(e => e.UserTask is not null) is { } item)
            play.Do(new Command.CompleteUserTask(item.Key, Play.Context($"{{answer: {item.LoopCounter}}}")));
        Assert.That(play.Var("answers"), Is.EqualTo("[1, 2, 3]"));
    }

    [Test]
    public void A_large_parallel_multi_instance_begins_in_batches()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("each")
            .ServiceTask("each", t => t with { MultiInstance = Each("for i in 1..2500 return i") }).To("end")
            .End().Build());
        play.AutoContinue = false;
        play.Start();
        var body = play.State.Elements.Values.Single(e => e.Type == ElementType.MultiInstanceBody).Key;

        Assert.That(body, Is.EqualTo(play.Last.OfType<InstanceEvent.ContinuationRequested>().Single().Scope));
        Assert.That(play.State.Elements[body].Children, Is.EqualTo(Limits.MultiInstanceBatch));
        play.Do(new Command.Continue(body)).Do(new Command.Continue(body));
        Assert.That(play.State.Elements[body].Children, Is.EqualTo(2500));
        Assert.That(play.Try(new Command.Continue(body))?.Reason, Is.EqualTo(RejectionReason.WrongState), "nothing is left to begin");
        Assert.That(play.State.Incidents, Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Items_without_a_wait_are_cut_into_batches_too(bool sequential)
    {
        var play = Scripts(3_000, sequential, autoContinue: false);
        Assert.That(play.Last.OfType<InstanceEvent.ContinuationRequested>().Count(), Is.EqualTo(1));

        play = Scripts(3_000, sequential);
        Assert.That(play.Ended);
        Assert.That(play.LastVar("results"), Does.StartWith("[2, 4, 6,").And.EndsWith(" 6000]"));
    }

    [TestCase("5")]
    [TestCase("missing")]
    public void A_collection_that_is_none_is_an_incident(string collection)
    {
        var play = Play.Of(new ProcessBuilder("p").Start().To("each").UserTask("each", t => t with { MultiInstance = Each(collection) }).To("end").End().Build()).Start();
        Assert.That(play.Incident.Kind, Is.EqualTo(IncidentKind.ExtractValueError));
    }

    [Test]
    public void Outputs_of_multi_instances_inside_each_other_stand_in_the_order_of_their_items()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("rows")
            .SubProcess("rows", sub => sub
                .Start("in").To("cells")
                .UserTask("cells", t => t with { MultiInstance = Each("[10, 20]", element: "cell", output: "row + cell", into: "sums") }).To("out")
                .End("out"), s => s with { Inputs = Map("sums := null"), MultiInstance = Each("[1, 2]", element: "row", output: "sums", into: "table") }).To("stay")
            .UserTask("stay").To("end").End().Build()).Start();

        // The last one first, so that nothing completes in the order in which it is to stand.
        while (play.Living("cells").LastOrDefault(e => e.UserTask is not null) is { } cell) play.Do(new Command.CompleteUserTask(cell.Key, Play.Context("{}")));
        Assert.That(play.Var("table"), Is.EqualTo("[[11, 21], [12, 22]]"));
    }
}
