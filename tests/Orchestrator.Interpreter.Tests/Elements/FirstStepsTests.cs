using Orchestrator.Testing.Building;

namespace Orchestrator.Interpreter.Tests.Elements;

public sealed class FirstStepsTests
{
    [Test]
    public void A_process_runs_from_start_over_tasks_and_a_gateway_to_its_end()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("review")
            .UserTask("review").To("gate")
            .Exclusive("gate", defaultFlow: "gate-refused").To("notify", when: "ok").To("refused")
            .ServiceTask("notify").To("end")
            .End().End("refused").Build());

        play.Start("{name: \"Ada\"}");
        Assert.That(play.Active, Is.EqualTo("review"));
        play.CompleteTask("review", "{ok: true}");
        Assert.That(play.Active, Is.EqualTo("notify"));
        play.CompleteJob("notify", "{sent: 1}");

        Assert.That(play.State.Outcome, Is.EqualTo(InstanceOutcome.Completed));
        Assert.That(play.LastVar("sent"), Is.EqualTo("1"));
    }
}
