using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Storage.Tests.Conformance;

public abstract partial class StoreConformance
{
    private static readonly TaskViewer s_ada = new("ada", ["cpi:01"]);

    [Test]
    public async Task Terms_and_open_tasks_fall_due_in_one_order_and_in_pages()
    {
        await ThreeCasesAsync();

        var all = await DueAsync(new());
        var second = await Storage.Queries.DueAsync(new() { TermElements = ["deadline"], Page = new(1, 2) }, None);
        var between = await DueAsync(new() { DueFrom = Sample.At.AddDays(2), DueBefore = Sample.At.AddDays(4) });
        var terms = await DueAsync(new() { Tasks = false });
        var tasks = await Storage.Queries.DueAsync(new(), None);

        Assert.That(all, Is.EqualTo(new[] { "Task 1/1", "Term 2/2", "Task 2/1", "Term 1/2", "Term 3/2" }), "a reminder, a done task and a task without a due date are none");
        Assert.That((second.Items.Select(row => (row.Key.Instance.Number, row.Key.Counter)), second.HasMore), Is.EqualTo((new[] { (2L, 2), (2L, 1) }.AsEnumerable(), true)));
        Assert.That(between, Is.EqualTo(new[] { "Term 2/2", "Task 2/1" }), "from is inside, before is not");
        Assert.That(terms, Is.EqualTo(new[] { "Term 2/2", "Term 1/2", "Term 3/2" }));
        Assert.That(tasks.Items.Select(row => row.Kind), Is.All.EqualTo(DueKind.Task).And.Exactly(2).Items);
    }

    [Test]
    public async Task A_person_finds_due_tasks_that_they_see_and_terms_of_cases_in_which_they_see_a_task()
    {
        await ThreeCasesAsync();

        Assert.That(await DueAsync(new() { TasksOf = s_ada, CasesOf = s_ada }), Is.EqualTo(new[] { "Task 1/1", "Term 1/2", "Term 3/2" }), "in the third case their task is done");
        Assert.That(await DueAsync(new() { Of = new("", ["apl"]) }), Is.EqualTo(new[] { "Term 2/2", "Task 2/1" }), "of one office");
        Assert.That(await DueAsync(new() { Of = new("ada", []) }), Is.EqualTo(new[] { "Task 1/1", "Term 1/2" }), "of one person");
        Assert.That(await DueAsync(new() { TasksOf = s_ada, CasesOf = s_ada, Of = new("", ["apl"]) }), Is.Empty, "both hold");
        var timers = await Storage.Queries.TimersAsync(new TimerQuery { VisibleTo = s_ada, DueBefore = Sample.At.AddDays(5) }, None);
        Assert.That(await Storage.Queries.CountTimersAsync(new() { DueFrom = Sample.At.AddDays(2) }, None), Is.EqualTo(3));
        Assert.That(timers.Items.Select(row => (row.Instance.Number, row.Key.Counter, row.Element)), Is.EqualTo(new[] { (1L, 3, "reminder"), (1L, 2, "deadline") }));
    }

    [Test]
    public async Task Instants_alone_are_those_of_the_rows()
    {
        await ThreeCasesAsync();

        var marks = await Storage.Queries.DueMarksAsync(new() { TermElements = ["deadline"], DueBefore = Sample.At.AddDays(3) }, None);

        Assert.That(marks, Is.EqualTo(new[] { new DueMark(DueKind.Task, Sample.At.AddDays(1)), new DueMark(DueKind.Term, Sample.At.AddDays(2)) }));
    }

    [Test]
    public async Task Tasks_are_found_by_many_keys_at_once()
    {
        await ThreeCasesAsync();
        var wanted = new[] { Sample.Key(new(1), 1), Sample.Key(new(3), 1), Sample.Key(new(9), 1) };

        var found = await Storage.Queries.TasksAsync(new TaskQuery { Keys = wanted }, None);

        Assert.That(found.Items.Select(row => row.Key), Is.EquivalentTo(wanted[..2]));
        Assert.That((await Storage.Queries.TasksAsync(new TaskQuery { Keys = [] }, None)).Items, Is.Empty);
    }

    // Ada has a task in the first case and had one in the third; the office apl one in the second.
    private async Task ThreeCasesAsync()
    {
        var (one, two, three) = (new InstanceId(1), new InstanceId(2), new InstanceId(3));
        await StartAsync(one, DueTask(one, 1, task => task with { Assignee = "ada", CandidateGroups = [], DueAt = Sample.At.AddDays(1) }),
            DueTimer(one, 2, 4), new RowChange.InsertTimer(Sample.Timer(one, 3, Sample.At.AddDays(1)) with { Element = "reminder" }));
        await StartAsync(two, DueTask(two, 1, task => task with { CandidateGroups = ["apl"], DueAt = Sample.At.AddDays(3) }), DueTimer(two, 2, 2));
        await StartAsync(three, DueTask(three, 1, task => task with { CandidateGroups = ["cpi:01"], State = TaskRowState.Completed, EndedAt = Sample.At, DueAt = Sample.At.AddDays(1) }),
            DueTimer(three, 2, 5), DueTask(three, 4, task => task with { CandidateGroups = ["regione"], DueAt = null }));
    }

    private static RowChange DueTask(InstanceId instance, int counter, Func<TaskRow, TaskRow> change) => new RowChange.InsertTask(change(Sample.Task(instance, counter)));

    private static RowChange DueTimer(InstanceId instance, int counter, int days) => new RowChange.InsertTimer(Sample.Timer(instance, counter, Sample.At.AddDays(days)));

    private async Task<IEnumerable<string>> DueAsync(DueQuery query) =>
        (await Storage.Queries.DueAsync(query with { TermElements = ["deadline"] }, None)).Items.Select(row => $"{row.Kind} {row.Key.Instance}/{row.Key.Counter}");
}
