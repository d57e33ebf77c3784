using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Sessions;

[TestFixture(Database.Sqlite)]
[TestFixture(Database.PostgreSql, Category = "Slow")]
internal sealed class ConvocationBookTests(Database database)
{
    private OwnRegistry _on = null!;
    private IReadOnlyList<string> _cases = null!;

    [SetUp]
    public async Task SetUp()
    {
        _on = await Databases.CreateAsync(database);
        var (agreement, cases) = await SampleForms.CasesAsync(_on, 3);
        _cases = cases;
        await _on.Registry.AssignSessionAsync(new("S1", agreement.Agreement, "presentazione", _on.Clock.GetUtcNow(), 120, 2), CancellationToken.None);
        _cases = [.. (await _on.Registry.ReadCasesAsync("S1", null, 10, CancellationToken.None)).Cases.Select(row => row.CaseId)];
    }

    [TearDown]
    public void TearDown() => _on?.Dispose();

    [Test]
    public async Task A_repeated_job_finds_its_lines_as_they_were()
    {
        var first = await PrepareAsync("101", ConvocationMethod.Request);
        await _on.Registry.RecordConvocationsAsync("101", "S1", [new(_cases[0], ConvocationState.Sent)], CancellationToken.None);
        _on.Clock.Advance(TimeSpan.FromHours(1));

        var again = await PrepareAsync("101", ConvocationMethod.Request);

        Assert.Multiple(() =>
        {
            Assert.That(again.Select(line => line.WasAlreadyDone), Is.EqualTo(new[] { true, false }));
            Assert.That(again.Select(line => (line.Uid, line.Sequence, line.PreparedAt)), Is.EqualTo(first.Select(line => (line.Uid, line.Sequence, line.PreparedAt))));
        });
    }

    [Test]
    public async Task A_later_job_of_the_session_keeps_the_uid_and_raises_the_sequence()
    {
        var first = await PrepareAsync("101", ConvocationMethod.Request);
        var moved = await PrepareAsync("102", ConvocationMethod.Request);
        var cancelled = await PrepareAsync("103", ConvocationMethod.Cancel);

        Assert.Multiple(() =>
        {
            Assert.That(new[] { first, moved, cancelled }.Select(lines => lines[0].Uid).Distinct().Count(), Is.EqualTo(1));
            Assert.That(new[] { first, moved, cancelled }.Select(lines => lines[0].Sequence), Is.EqualTo(new[] { 0, 1, 2 }));
            Assert.That(first[0].Uid, Is.Not.EqualTo(first[1].Uid));
        });
    }

    [Test]
    public async Task A_cancellation_tells_only_who_was_told_before_and_ends_the_session()
    {
        await _on.Registry.PrepareConvocationsAsync(new("101", "S1", ConvocationMethod.Request, [_cases[0]]), OwnRegistry.Reason, CancellationToken.None);

        var cancelled = await PrepareAsync("102", ConvocationMethod.Cancel);
        var late = Assert.ThrowsAsync<RegistryRefusedException>(() => PrepareAsync("103", ConvocationMethod.Request));

        Assert.Multiple(() =>
        {
            Assert.That(cancelled.Select(line => line.CaseId), Is.EqualTo(new[] { _cases[0] }));
            Assert.That(late!.Code, Is.EqualTo(RefusalCode.WrongState));
        });
    }

    [Test]
    public async Task A_reminder_goes_to_who_was_invited_and_leaves_the_calendar_entry_alone()
    {
        await _on.Registry.PrepareConvocationsAsync(new("101", "S1", ConvocationMethod.Request, [_cases[0]]), OwnRegistry.Reason, CancellationToken.None);

        var reminded = await PrepareAsync("102", ConvocationMethod.Remind);
        var moved = await PrepareAsync("103", ConvocationMethod.Request);

        Assert.Multiple(() =>
        {
            Assert.That(reminded.Select(line => (line.CaseId, line.Sequence)), Is.EqualTo(new[] { (_cases[0], 0) }));
            Assert.That(moved.Select(line => line.Sequence), Is.EqualTo(new[] { 1, 0 }));
        });
    }

    [Test]
    public async Task A_session_that_nobody_was_told_of_can_be_cancelled()
    {
        await _on.Registry.PrepareConvocationsAsync(new("101", "S1", ConvocationMethod.Cancel, []), OwnRegistry.Reason, CancellationToken.None);

        var sheet = await _on.Desk.ReadAttendanceAsync("S1", OwnRegistry.Reason, CancellationToken.None);
        Assert.That(sheet.Cancelled);
    }

    [Test]
    public async Task A_line_that_is_done_keeps_its_first_result()
    {
        await PrepareAsync("101", ConvocationMethod.Request);
        await _on.Registry.RecordConvocationsAsync("101", "S1", [new(_cases[0], ConvocationState.NeedsPhoneContact)], CancellationToken.None);

        await _on.Registry.RecordConvocationsAsync("101", "S1", [new(_cases[0], ConvocationState.Sent)], CancellationToken.None);

        Assert.That((await PrepareAsync("101", ConvocationMethod.Request))[0].State, Is.EqualTo(ConvocationState.NeedsPhoneContact));
    }

    [Test]
    public async Task Two_runs_of_one_job_at_the_same_time_make_one_line_each_case()
    {
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => PrepareAsync("101", ConvocationMethod.Request))));

        Assert.That(both[0], Is.EqualTo(both[1]));
    }

    [Test]
    public void A_case_without_a_place_and_a_result_that_was_never_prepared_are_refused()
    {
        var noPlace = Assert.ThrowsAsync<RegistryRefusedException>(() =>
            _on.Registry.PrepareConvocationsAsync(new("101", "S1", ConvocationMethod.Request, ["PW-none"]), OwnRegistry.Reason, CancellationToken.None));
        var never = Assert.ThrowsAsync<RegistryRefusedException>(() => _on.Registry.RecordConvocationsAsync("999", "S1", [new(_cases[0], ConvocationState.Sent)], CancellationToken.None));

        Assert.That(new[] { noPlace!.Code, never!.Code }, Is.All.EqualTo(RefusalCode.NotFound));
    }

    private Task<IReadOnlyList<Convocation>> PrepareAsync(string job, ConvocationMethod method) =>
        _on.Registry.PrepareConvocationsAsync(new(job, "S1", method, _cases), OwnRegistry.Reason, CancellationToken.None);
}
