using Orchestrator.Testing.Building;
using static Orchestrator.Testing.Building.ProcessBuilder;

namespace Orchestrator.Interpreter.Tests.Elements;

public sealed class JobTests
{
    private static Play Service(int retries = 3) => Play.Of(new ProcessBuilder("p")
        .Start().To("work")
        .ServiceTask("work", t => t with { Job = Job("apl.work", retries) }).To("end")
        .End().Build()).Start();

    [Test]
    public void A_failed_attempt_is_offered_again_and_the_last_one_raises_an_incident()
    {
        var play = Service().FailJob("work", 1, "no answer");
        Assert.That((play.Job("work").Attempt, play.Job("work").RetriesLeft, play.State.Incidents.Count), Is.EqualTo((2, 1, 0)));

        play.FailJob("work", 0, "still no answer");
        Assert.That((play.Incident.Kind, play.Incident.Message), Is.EqualTo((IncidentKind.JobNoRetries, "still no answer")));
        Assert.That(play.Try(new Command.CompleteJob(play.Key("work"), 3, Play.Context("{}")))?.Reason, Is.EqualTo(RejectionReason.WrongState), "it is not on offer");

        play.Resolve();
        Assert.That(play.Last, Does.Contain(new InstanceEvent.JobRetriesSet(play.Key("work"), 1)));
        Assert.That(play.CompleteJob("work").Ended);
    }

    [Test]
    public void An_answer_counts_for_the_attempt_it_was_asked_for_and_once()
    {
        var play = Service();
        var key = play.Key("work");
        play.FailJob("work", 2);
        Assert.That(play.Try(new Command.CompleteJob(key, 1, Play.Context("{}")))?.Reason, Is.EqualTo(RejectionReason.WrongState));
        Assert.That(play.Try(new Command.FailJob(key, 2, -1, "", play.Now))?.Reason, Is.EqualTo(RejectionReason.Invalid));
        play.CompleteJob("work");
        Assert.That(play.Try(new Command.CompleteJob(key, 2, Play.Context("{}")))?.Reason, Is.EqualTo(RejectionReason.WrongState), "the instance has ended");
    }

    [Test]
    public void Type_and_retries_are_evaluated_and_headers_are_passed_on()
    {
        var job = Job("=\"apl.\" + what") with { Retries = Value("=n"), Headers = new Dictionary<string, string> { ["lang"] = "it" } };
        var play = Play.Of(new ProcessBuilder("p").Start().To("work").ServiceTask("work", t => t with { Job = job }).To("end").End().Build()).Start("{what: \"mail\", n: 5}");
        Assert.That((play.Job("work").JobType, play.Job("work").RetriesLeft, play.Job("work").Headers["lang"]), Is.EqualTo(("apl.mail", 5, "it")));
    }

    [Test]
    public void Throw_and_end_events_and_send_tasks_can_be_jobs()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("send")
            .SendTask("send").To("tell")
            .Add(new Orchestrator.Bpmn.Model.IntermediateThrowEventNode(new("tell"), null) { Job = Job("tell") }).To("bye")
            .Add(new Orchestrator.Bpmn.Model.EndEventNode(new("bye"), null) { Job = Job("bye") }).Build()).Start();
        Assert.That(play.CompleteJob("send").CompleteJob("tell").CompleteJob("bye").Ended);
    }

    [Test]
    public void Variables_larger_than_the_limit_are_refused()
    {
        var play = Service();
        var large = new Orchestrator.Feel.FeelString(new string('x', Limits.VariableBytesMax));
        var rejection = play.Try(new Command.CompleteJob(play.Key("work"), 1, Orchestrator.Feel.FeelContext.Of(("x", large))));
        Assert.That(rejection?.Reason, Is.EqualTo(RejectionReason.Invalid));
    }

    [Test]
    public void What_a_worker_says_of_a_failure_is_kept_without_what_no_database_can_keep()
    {
        var play = Play.Of(new ProcessBuilder("p").Start().To("work").ServiceTask("work").To("end").End().Build()).Start().FailJob("work", 0, "dump \0\0 \ud800 of the worker");

        Assert.That(play.Incident.Message, Is.EqualTo("dump \ufffd\ufffd \ufffd of the worker"));
    }
}
