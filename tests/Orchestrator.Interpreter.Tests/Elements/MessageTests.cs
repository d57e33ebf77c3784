using Orchestrator.Bpmn.Model;
using Orchestrator.Testing.Building;
using static Orchestrator.Testing.Building.ProcessBuilder;

namespace Orchestrator.Interpreter.Tests.Elements;

public sealed class MessageTests
{
    [Test]
    public void A_message_starts_an_instance_with_its_variables()
    {
        var graph = new ProcessBuilder("p").Start("signed", Message("AgreementSigned")).To("task").UserTask("task").To("end").End().Build();
        var play = Play.Of(graph);
        var refused = play.Try(new Command.StartInstance(new(1), null, Play.Context("{}"), null, null));
        Assert.That(refused?.Reason, Is.EqualTo(RejectionReason.Invalid));
        Assert.That(refused?.Message, Does.Contain("'signed' (message)"), "the refusal says how the process is started");

        play.Start("{a: 1}", at: "signed", message: new(5, "AgreementSigned", "AG-1"));
        Assert.That((play.Active, play.Var("a")), Is.EqualTo(("task", "1")));
        Assert.That(play.All<InstanceEvent.InstanceStarted>().Single().Message, Is.EqualTo(new MessageRef(5, "AgreementSigned", "AG-1")));
        Assert.That(play.Try(new Command.StartInstance(new(1), null, Play.Context("{}"), new("signed"), null))?.Reason, Is.EqualTo(RejectionReason.AlreadyExists));
    }

    [Test]
    public void Outputs_of_a_message_start_choose_what_the_process_gets()
    {
        var graph = new ProcessBuilder("p")
            .Add(new StartEventNode(new("signed"), Message("m"), true) { Outputs = Map("agreement := id") }).To("task")
            .UserTask("task").To("end").End().Build();
        var play = Play.Of(graph).Start("{id: \"AG-1\", noise: 1}", at: "signed", message: new(5, "m", ""));
        Assert.That((play.Var("agreement"), play.Var("noise")), Is.EqualTo(("\"AG-1\"", "null")));
    }

    [Test]
    public void A_published_message_carries_what_it_names_and_lives_thirty_days_unless_told()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("tell")
            .Throw("tell", Publish("SessionAssigned", "=case", null, "when := at")).To("bye")
            .End("bye", Publish("Bye", "=5", "PT1H")).Build()).Start("{case: \"PW-1\", at: \"2026-03-20\"}");

        var (told, bye) = (play.All<InstanceEvent.MessagePublished>().First(), play.All<InstanceEvent.MessagePublished>().Last());
        Assert.That((told.Name, told.CorrelationKey, told.TimeToLive, told.Variables.ToString()), Is.EqualTo(("SessionAssigned", "PW-1", TimeSpan.FromDays(30), "{when: \"2026-03-20\"}")));
        Assert.That((bye.CorrelationKey, bye.TimeToLive, bye.Variables.Count), Is.EqualTo(("5", TimeSpan.FromHours(1), 0)));
        Assert.That(play.Ended);
    }

    [Test]
    public void A_subscription_without_a_key_is_an_incident_and_opens_once_there_is_one()
    {
        var play = Play.Of(new ProcessBuilder("p").Start().To("wait").ReceiveTask("wait", Message("m")).To("end").End().Build()).Start();
        Assert.That(play.Incident.Kind, Is.EqualTo(IncidentKind.ExtractValueError));
        Assert.That(play.Resolve("{key: 7}").Message("m", "7", "{got: true}").Ended);
        Assert.That(play.LastVar("got"), Is.EqualTo("true"));
    }

    [Test]
    public void A_message_that_the_subscription_does_not_wait_for_is_refused()
    {
        var play = Play.Of(new ProcessBuilder("p").Start().To("wait").ReceiveTask("wait", Message("m")).To("end").End().Build()).Start("{key: \"k\"}");
        var open = play.Subscription("m", "k").Key;
        Assert.That(play.Try(new Command.CorrelateMessage(open, new(1, "m", "other"), Play.Context("{}")))?.Reason, Is.EqualTo(RejectionReason.Invalid));
    }

    [Test]
    public void An_event_sub_process_of_the_process_waits_before_the_start_event_goes_on()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("task").UserTask("task").To("end").End()
            .EventSubProcess("esp", sub => sub.Start("on", Message("m"), interrupting: false).To("out").End("out")).Build()).Start();
        Assert.That(play.Active, Is.EqualTo("start"), "nothing begins while the correlation key is missing");
        Assert.That(play.Resolve("{key: \"k\"}").Active, Is.EqualTo("task"));
        Assert.That(play.Message("m", "k").Completed("esp"), Is.EqualTo(1));
    }
}
