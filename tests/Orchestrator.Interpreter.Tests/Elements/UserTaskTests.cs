using Orchestrator.Interpreter.State;
using Orchestrator.Testing.Building;
using static Orchestrator.Testing.Building.ProcessBuilder;

namespace Orchestrator.Interpreter.Tests.Elements;

public sealed class UserTaskTests
{
    private static readonly Actor Ada = Play.Person("ada", "apl");
    private static readonly Actor Bob = Play.Person("bob", "apl");
    private static readonly Actor Eve = Play.Person("eve", "regione");
    private static readonly Actor Boss = Play.Person("boss", "supervisor");

    private static Play Task(string groups = "apl") => Play.Of(new ProcessBuilder("p")
        .Start().To("task")
        .UserTask("task", t => t with { CandidateGroups = Value(groups) }).To("end")
        .End().Build()).Start();

    private static RejectionReason? Why(Play play, Func<ScopeKey, Command> command, Actor by) => play.Try(command(play.Key("task")), by)?.Reason;

    [Test]
    public void A_task_is_claimed_by_a_candidate_and_then_completed_by_its_assignee_alone()
    {
        var play = Task();
        Assert.That(Why(play, key => new Command.ClaimUserTask(key), Eve), Is.EqualTo(RejectionReason.NotAllowed));
        Assert.That(Why(play, key => new Command.CompleteUserTask(key, Play.Context("{}")), Ada), Is.EqualTo(RejectionReason.NotAllowed), "nobody has claimed it");
        Assert.That(Why(play, key => new Command.ClaimUserTask(key), Ada), Is.Null);
        Assert.That(Why(play, key => new Command.ClaimUserTask(key), Bob), Is.EqualTo(RejectionReason.WrongState), "somebody else was faster");
        Assert.That(Why(play, key => new Command.CompleteUserTask(key, Play.Context("{}")), Bob), Is.EqualTo(RejectionReason.NotAllowed));
        Assert.That(Why(play, key => new Command.CompleteUserTask(key, Play.Context("{}")), Ada), Is.Null);
        Assert.That(play.Ended);
    }

    [Test]
    public void A_claim_is_given_back_by_its_assignee_or_a_supervisor()
    {
        var play = Task();
        play.Do(new Command.ClaimUserTask(play.Key("task")), Ada);
        Assert.That(Why(play, key => new Command.UnclaimUserTask(key), Bob), Is.EqualTo(RejectionReason.NotAllowed));
        Assert.That(Why(play, key => new Command.UnclaimUserTask(key), Ada), Is.Null);
        Assert.That(Why(play, key => new Command.UnclaimUserTask(key), Ada), Is.EqualTo(RejectionReason.WrongState));
        play.Do(new Command.ClaimUserTask(play.Key("task")), Bob);
        Assert.That(Why(play, key => new Command.UnclaimUserTask(key), Boss), Is.Null);
    }

    [Test]
    public void Only_a_supervisor_assigns_and_takes_a_task_away_only_when_told_to()
    {
        var play = Task();
        Assert.That(Why(play, key => new Command.AssignUserTask(key, "bob", false), Ada), Is.EqualTo(RejectionReason.NotAllowed));
        Assert.That(Why(play, key => new Command.AssignUserTask(key, " ", false), Boss), Is.EqualTo(RejectionReason.Invalid));
        Assert.That(Why(play, key => new Command.AssignUserTask(key, "bob", false), Boss), Is.Null);
        Assert.That(Why(play, key => new Command.AssignUserTask(key, "ada", false), Boss), Is.EqualTo(RejectionReason.WrongState));
        Assert.That(Why(play, key => new Command.AssignUserTask(key, "ada", true), Boss), Is.Null);
        Assert.That(play.Last.Single(), Is.EqualTo(new InstanceEvent.UserTaskAssigned(play.Key("task"), "ada", "bob")));
    }

    [Test]
    public void Who_stands_in_takes_over_what_the_absent_colleague_has_and_only_as_a_candidate()
    {
        var play = Task();
        Assert.That(Why(play, key => new Command.TakeOverUserTask(key, "ada"), Bob), Is.EqualTo(RejectionReason.WrongState), "nobody has it");
        play.Do(new Command.ClaimUserTask(play.Key("task")), Ada);
        Assert.That(Why(play, key => new Command.TakeOverUserTask(key, "ada"), Eve), Is.EqualTo(RejectionReason.NotAllowed), "standing in gives no right");
        Assert.That(Why(play, key => new Command.TakeOverUserTask(key, "ada"), Ada), Is.EqualTo(RejectionReason.Invalid));
        Assert.That(Why(play, key => new Command.TakeOverUserTask(key, "grace"), Bob), Is.EqualTo(RejectionReason.WrongState), "somebody else has it");
        Assert.That(Why(play, key => new Command.TakeOverUserTask(key, "ada"), Bob), Is.Null);
        Assert.That(play.Last.Single(), Is.EqualTo(new InstanceEvent.UserTaskTakenOver(play.Key("task"), "bob", "ada")));
        Assert.That(Why(play, key => new Command.CompleteUserTask(key, Play.Context("{}")), Ada), Is.EqualTo(RejectionReason.NotAllowed));
        Assert.That(Why(play, key => new Command.CompleteUserTask(key, Play.Context("{}")), Bob), Is.Null, "now it is an ordinary task of theirs");
    }

    [Test]
    public void A_comment_is_kept_and_changes_nothing()
    {
        var play = Task();
        Assert.That(Why(play, key => new Command.AddComment(key, "  La ricevuta arriva domani.  "), Ada), Is.Null);
        Assert.That(play.Last.Single(), Is.EqualTo(new InstanceEvent.CommentAdded(play.Key("task"), "La ricevuta arriva domani.")));
        Assert.That(Why(play, key => new Command.AddComment(key, " "), Ada), Is.EqualTo(RejectionReason.Invalid));
        Assert.That(Why(play, key => new Command.AddComment(key, new string('x', Limits.CommentCharsMax + 1)), Ada), Is.EqualTo(RejectionReason.Invalid));
        Assert.That(Why(play, key => new Command.AddComment(new ScopeKey(key.Value + 900), "a"), Ada), Is.EqualTo(RejectionReason.NotFound));
    }

    private static AttachedFile File(int number, long size = 3, string name = "ricevuta.pdf") => new(number.ToString("x32", null), name, "application/pdf", size, new string('a', 64));

    [Test]
    public void A_file_lies_with_its_task_until_who_brought_it_takes_it_away_or_for_good_when_the_task_ends()
    {
        var play = Task();
        Assert.That(Why(play, key => new Command.AddAttachment(key, File(1)), Ada), Is.Null);
        Assert.That(play.Last.Single(), Is.EqualTo(new InstanceEvent.AttachmentAdded(play.Key("task"), File(1).Id, "ricevuta.pdf", "application/pdf", 3, new string('a', 64), "ada")));
        Assert.That(play.State.Attachments.Values.Single(), Is.EqualTo(new AttachmentState(File(1), play.Key("task"), "ada", play.State.Attachments.Values.Single().At)));
        Assert.That(Why(play, key => new Command.AddAttachment(key, File(1)), Ada), Is.EqualTo(RejectionReason.AlreadyExists));
        Assert.That(Why(play, key => new Command.RemoveAttachment(key, File(1).Id), Bob), Is.EqualTo(RejectionReason.NotAllowed));
        Assert.That(Why(play, key => new Command.RemoveAttachment(key, File(2).Id), Ada), Is.EqualTo(RejectionReason.NotFound));
        Assert.That(Why(play, key => new Command.RemoveAttachment(key, File(1).Id), Ada), Is.Null);
        Assert.That(play.State.Attachments, Is.Empty);
        play.Do(new Command.AddAttachment(play.Key("task"), File(3)), Ada);
        play.Do(new Command.ClaimUserTask(play.Key("task")), Ada);
        var task = play.Key("task");
        play.Do(new Command.CompleteUserTask(task, Play.Context("{}")), Ada);
        Assert.That(play.State.Attachments.Keys, Is.EqualTo(new[] { File(3).Id }), "a task that has ended keeps its files");
        Assert.That(play.Try(new Command.RemoveAttachment(task, File(3).Id), Ada)?.Reason, Is.EqualTo(RejectionReason.WrongState));
    }

    [Test]
    public void A_file_that_is_none_or_one_too_many_is_refused()
    {
        var play = Task();
        foreach (var wrong in (AttachedFile[])[File(1, 0), File(1, Limits.AttachmentBytesMax + 1), File(1, 3, ""), File(1, 3, new string('x', 201)), File(1) with { Id = "1" }, File(1) with { Sha256 = "A" }])
            Assert.That(Why(play, key => new Command.AddAttachment(key, wrong), Ada), Is.EqualTo(RejectionReason.Invalid), wrong.ToString());
        Assert.That(Why(play, key => new Command.AddAttachment(new ScopeKey(key.Value + 900), File(1)), Ada), Is.EqualTo(RejectionReason.NotFound));
        Assert.That(Why(play, key => new Command.AddAttachment(ScopeKey.RootOf(key.Instance), File(1)), Ada), Is.EqualTo(RejectionReason.WrongState), "a case is no task");
        for (var i = 1; i <= Limits.AttachmentsPerTaskMax; i++) play.Do(new Command.AddAttachment(play.Key("task"), File(i)), Ada);
        Assert.That(Why(play, key => new Command.AddAttachment(key, File(99)), Ada), Is.EqualTo(RejectionReason.WrongState));
    }

    [Test]
    public void Groups_dates_and_priority_are_evaluated_when_the_task_is_created()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("task")
            .UserTask("task", t => t with
            {
                CandidateGroups = Value("=[\"cpi:\" + basin, \"apl\"]"), CandidateUsers = Value("ada, bob"), DueDate = Value("=due"), FollowUpDate = Value("2026-03-04"), Priority = Value("=80"), FormId = "f",
            }).To("end")
            .End().Build()).Start("{basin: \"07\", due: \"2026-03-05T12:00:00\"}");

        var task = play.Task("task");
        Assert.That(task.CandidateGroups, Is.EqualTo(new[] { "cpi:07", "apl" }));
        Assert.That(task.CandidateUsers, Is.EqualTo(new[] { "ada", "bob" }));
        Assert.That(task.DueAt, Is.EqualTo(new DateTimeOffset(2026, 3, 5, 12, 0, 0, TimeSpan.FromHours(1))), "without a zone the clocks of Rome count");
        Assert.That(task.FollowUpAt, Is.EqualTo(new DateTimeOffset(2026, 3, 4, 0, 0, 0, TimeSpan.FromHours(1))));
        Assert.That((task.Priority, task.FormId), Is.EqualTo((80, "f")));
    }

    [Test]
    public void A_task_that_names_no_group_belongs_to_its_lane()
    {
        var play = Play.Of(new ProcessBuilder("p").Lane("anpal-servizi").Start().To("task").UserTask("task").To("end").End().Build()).Start();
        Assert.That(play.Task("task").CandidateGroups, Is.EqualTo(new[] { "anpal-servizi" }));
    }

    [TestCase("=5")]
    [TestCase("tomorrow")]
    public void A_due_date_that_is_none_is_an_incident_and_the_task_is_created_once_it_is_right(string dueDate)
    {
        var play = Play.Of(new ProcessBuilder("p").Start().To("task").UserTask("task", t => t with { DueDate = Value(dueDate) }).To("end").End().Build()).Start();
        Assert.That(play.Incident.Kind, Is.EqualTo(IncidentKind.ExtractValueError));
        Assert.That(play.All<InstanceEvent.UserTaskCreated>(), Is.Empty);
        Assert.That(play.Incident.Message, Does.Contain("the due date").And.Not.Contain("tomorrow"), "a message shows no value");
    }
}
