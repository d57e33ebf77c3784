using Orchestrator.Testing.Building;

namespace Orchestrator.Interpreter.Tests.Elements;

public sealed class LimitTests
{
    private static Play Loop(string start) => Play.Of(new ProcessBuilder("p")
        .Start().To("merge")
        .Exclusive("merge").To("count")
        .ScriptTask("count", "n + 1", "n").To("gate")
        .Exclusive("gate", defaultFlow: "gate-merge").To("end", when: "n >= enough").To("merge")
        .End().Build()).Start(start);

    [Test]
    public void A_loop_that_ends_within_the_limit_runs_to_its_end() => Assert.That(Loop("{n: 0, enough: 1000}").Ended);

    [Test]
    public void A_loop_that_does_not_end_becomes_an_incident_and_goes_on_where_it_stood_when_resolved()
    {
        var play = Loop("{n: 0, enough: 1000000}");
        Assert.That(play.Incident.Kind, Is.EqualTo(IncidentKind.StepLimit));
        Assert.That(play.State.Elements, Has.Count.EqualTo(2));

        play.Resolve("{enough: 0}");
        Assert.That(play.Ended);
    }

    [Test]
    public void A_process_that_calls_itself_without_end_becomes_an_incident()
    {
        var play = Play.Of(new ProcessBuilder("p").Start().To("call").Call("call", "p").To("end").End().Build()).Start();
        Assert.That(play.Incident.Kind, Is.EqualTo(IncidentKind.CalledElementError));
        Assert.That(play.State.Elements.Values.Count(e => e.Type == ElementType.Process), Is.EqualTo(Limits.NestedCallsMax + 1));
        play.Cancel();
        Assert.That(play.State.Elements, Is.Empty);
    }

    [Test]
    public void A_call_of_a_process_that_is_not_there_is_an_incident()
    {
        var play = Play.Of(new ProcessBuilder("p").Start().To("call").Call("call", "nobody").To("end").End().Build()).Start();
        Assert.That(play.Incident.Kind, Is.EqualTo(IncidentKind.CalledElementError));
    }
}
