using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Text;

namespace Orchestrator.Browser.Tests.Text;

public sealed class TextTwinTests
{
    private const string Head = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">""";

    [Test]
    public void A_join_comes_after_all_of_its_branches() =>
        Assert.That(
            Ids("""
                <startEvent id="start"/><parallelGateway id="fork"/><userTask id="b"/><userTask id="a"/><parallelGateway id="join"/><endEvent id="end"/>
                <sequenceFlow id="1" sourceRef="start" targetRef="fork"/><sequenceFlow id="2" sourceRef="fork" targetRef="a"/>
                <sequenceFlow id="3" sourceRef="fork" targetRef="b"/><sequenceFlow id="4" sourceRef="a" targetRef="join"/>
                <sequenceFlow id="5" sourceRef="b" targetRef="join"/><sequenceFlow id="6" sourceRef="join" targetRef="end"/>
                """),
            Is.EqualTo(new[] { "start", "fork", "a", "b", "join", "end" }));

    [Test]
    public void A_loop_is_told_where_it_is_first_entered() =>
        Assert.That(
            Ids("""
                <startEvent id="start"/><userTask id="write"/><userTask id="check"/><exclusiveGateway id="good"/><endEvent id="end"/>
                <sequenceFlow id="1" sourceRef="start" targetRef="write"/><sequenceFlow id="2" sourceRef="write" targetRef="check"/>
                <sequenceFlow id="3" sourceRef="check" targetRef="good"/><sequenceFlow id="4" sourceRef="good" targetRef="write"/>
                <sequenceFlow id="5" sourceRef="good" targetRef="end"/>
                """),
            Is.EqualTo(new[] { "start", "write", "check", "good", "end" }));

    [Test]
    public void Steps_of_a_sub_process_follow_it_one_level_deeper()
    {
        var steps = Steps("""
            <startEvent id="start"/>
            <subProcess id="meeting"><startEvent id="in"/><userTask id="plan"/><sequenceFlow id="a" sourceRef="in" targetRef="plan"/></subProcess>
            <endEvent id="end"/>
            <sequenceFlow id="1" sourceRef="start" targetRef="meeting"/><sequenceFlow id="2" sourceRef="meeting" targetRef="end"/>
            """);
        Assert.That(steps.Select(step => (step.ElementId, step.Depth)), Is.EqualTo(new[] { ("start", 0), ("meeting", 0), ("in", 1), ("plan", 1), ("end", 0) }));
    }

    [Test]
    public void A_boundary_event_follows_its_host_s_way_and_names_what_it_watches()
    {
        var steps = Steps("""
            <startEvent id="start"/><boundaryEvent id="term" attachedToRef="task"><timerEventDefinition/></boundaryEvent><userTask id="task"/><endEvent id="end"/><userTask id="late"/>
            <sequenceFlow id="1" sourceRef="start" targetRef="task"/><sequenceFlow id="2" sourceRef="task" targetRef="end"/><sequenceFlow id="3" sourceRef="term" targetRef="late"/>
            """);
        Assert.That(steps.Select(step => step.ElementId), Is.EqualTo(new[] { "start", "task", "end", "term", "late" }));
        Assert.That(steps.Single(step => step.ElementId == "term"), Has.Property(nameof(TwinStep.Kind)).EqualTo("boundaryEvent.timer").And.Property(nameof(TwinStep.AttachedTo)).EqualTo("task"));
    }

    [Test]
    public void Event_sub_processes_come_last() =>
        Assert.That(
            Ids("""<subProcess id="stop" triggeredByEvent="true"/><startEvent id="start"/><endEvent id="end"/><sequenceFlow id="1" sourceRef="start" targetRef="end"/>"""),
            Is.EqualTo(new[] { "start", "end", "stop" }));

    [Test]
    public void A_step_carries_lane_and_state()
    {
        var moment = new ElementMoment("task", ElementPhase.Active, 1, 0);
        var step = TextTwin.Of(
            Process("""<laneSet><lane id="l" name="Regione"><flowNodeRef>task</flowNodeRef></lane></laneSet><userTask id="task" name="Decidi&#10;  tu"/>"""), "p", [moment]).Single();
        Assert.That((step.Name, step.Lane, step.Moment), Is.EqualTo(("Decidi tu", "Regione", moment)));
    }

    [Test]
    public void The_case_s_own_process_is_told_when_the_file_holds_several()
    {
        var xml = Head + """<process id="other"><userTask id="x"/></process><process id="p"><userTask id="y"/></process></definitions>""";
        Assert.That(TextTwin.Of(xml, "p", []).Select(step => step.ElementId), Is.EqualTo(new[] { "y" }));
    }

    [Test]
    public void Unreadable_XML_gives_no_steps() =>
        Assert.That(TextTwin.Of("<definitions>", "p", []), Is.Empty);

    [Test]
    public void Milestones_tell_the_last_steps_the_present_ones_and_the_next()
    {
        var at = new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);
        var steps = TextTwin.Of(
            Process("""
                <startEvent id="start"/><userTask id="register" name="Register"/><subProcess id="meeting" name="Meeting"><userTask id="plan"/></subProcess>
                <boundaryEvent id="day-5" attachedToRef="meeting"/><serviceTask id="remind" name="Remind"/><userTask id="close" name="Close"/>
                <sequenceFlow id="0" sourceRef="day-5" targetRef="remind"/>
                <sequenceFlow id="1" sourceRef="start" targetRef="register"/><sequenceFlow id="2" sourceRef="register" targetRef="meeting"/><sequenceFlow id="3" sourceRef="meeting" targetRef="close"/>
                """),
            "p",
            [
                new("start", ElementPhase.Completed, 0, 1) { At = at }, new("register", ElementPhase.Completed, 0, 1) { At = at.AddDays(1) },
                new("meeting", ElementPhase.Active, 1, 0), new("plan", ElementPhase.Incident, 1, 0),
            ]);
        var milestones = Milestones.Of(steps);
        Assert.That(milestones.Done.Select(step => step.ElementId), Is.EqualTo(new[] { "register" }), "a beginning without a name says nothing");
        Assert.That(milestones.Current.Select(step => step.ElementId), Is.EqualTo(new[] { "plan" }));
        Assert.That(milestones.Next?.ElementId, Is.EqualTo("close"), "a reminder is no milestone");
    }

    private static string Process(string body) => $"""{Head}<process id="p">{body}</process></definitions>""";

    private static IReadOnlyList<TwinStep> Steps(string body) => TextTwin.Of(Process(body), "p", []);

    private static IEnumerable<string> Ids(string body) => Steps(body).Select(step => step.ElementId);
}
