using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Sessions;

[TestFixture(Database.Sqlite)]
[TestFixture(Database.PostgreSql, Category = "Slow")]
internal sealed class AttendanceTests(Database database)
{
    private OwnRegistry _on = null!;
    private IReadOnlyList<string> _cases = null!;

    [SetUp]
    public async Task SetUp()
    {
        _on = await Databases.CreateAsync(database);
        var (agreement, cases) = await SampleForms.CasesAsync(_on, 3);
        _cases = cases;
        await _on.Registry.AssignSessionAsync(new("S1", agreement.Agreement, "presentazione", _on.Clock.GetUtcNow(), 120, 10), CancellationToken.None);
    }

    [TearDown]
    public void TearDown() => _on?.Dispose();

    [TestCase("presente", "", "", 120)]
    [TestCase(" Presente ", "90", "", 90)]
    [TestCase("assente", "", "", 0)]
    [TestCase("assente giustificato", "0", "maternità", 0)]
    [TestCase("ritardo", "100", "", 100)]
    [TestCase("parziale", "15", "", 15)]
    public async Task A_right_row_is_recorded(string status, string minutes, string reason, int recorded)
    {
        var saved = await SaveAsync(new AttendanceEntry(_cases[0], status, minutes, reason));

        Assert.Multiple(() =>
        {
            Assert.That(saved.Value!.Recorded.Single().Minutes, Is.EqualTo(recorded));
            Assert.That(saved.Value.Missing, Is.EqualTo(2));
        });
    }

    [TestCase("malato", "", "", "status")]
    [TestCase("presente", "121", "", "minutes")]
    [TestCase("presente", "-1", "", "minutes")]
    [TestCase("presente", "1,5", "", "minutes")]
    [TestCase("presente", "", "citazione", "reasonCode")]
    [TestCase("assente", "10", "", "minutes")]
    [TestCase("assente giustificato", "", "", "reasonCode")]
    [TestCase("assente giustificato", "", "vacanza", "reasonCode")]
    [TestCase("ritardo", "", "", "minutes")]
    [TestCase("parziale", "", "", "minutes")]
    [TestCase("", "30", "", "status")]
    public async Task A_wrong_row_is_named_and_no_row_is_saved(string status, string minutes, string reason, string field)
    {
        var saved = await SaveAsync(new AttendanceEntry(_cases[0], "presente", null, null), new AttendanceEntry(_cases[1], status, minutes, reason));

        var sheet = await ReadAsync();
        Assert.Multiple(() =>
        {
            Assert.That(saved.Problems.Select(problem => problem.Field), Is.EqualTo(new[] { $"rows[1].{field}" }));
            Assert.That(sheet.Rows.Select(row => row.Status), Is.All.Null);
        });
    }

    [Test]
    public async Task Strangers_and_repeated_persons_are_refused_by_row()
    {
        var saved = await SaveAsync(new AttendanceEntry("PW-none", "presente", null, null), new AttendanceEntry(_cases[0], "presente", null, null), new AttendanceEntry(_cases[0], "assente", null, null));

        Assert.That(saved.Problems.Select(problem => problem.Field), Is.EqualTo(new[] { "rows[0].caseId", "rows[2].caseId" }));
    }

    [Test]
    public async Task A_sheet_that_somebody_else_saved_meanwhile_is_stale()
    {
        var sheet = await ReadAsync();
        await SaveAsync(new AttendanceEntry(_cases[0], "presente", null, null));

        var stale = await _on.Desk.SaveAttendanceAsync(new("S1", sheet.Version, [new(_cases[0], "assente", null, null)], false), "cpi-2", CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(stale.Problems.Single().Code, Is.EqualTo(RefusalCode.Stale));
            Assert.That(ReadAsync().Result.Rows.Single(row => row.CaseId == _cases[0]).Status, Is.EqualTo(AttendanceStatus.Present));
        });
    }

    [Test]
    public async Task A_complete_sheet_needs_everybody()
    {
        var partial = await _on.Desk.SaveAttendanceAsync(new("S1", null, [new(_cases[0], "presente", null, null)], Complete: true), "cpi-1", CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(partial.Problems.Single().Message, Does.Contain("2 persone"));
            Assert.That(ReadAsync().Result.Rows.Select(row => row.Status), Is.All.Null);
        });
    }

    [Test]
    public async Task Emptying_a_row_takes_its_record_back()
    {
        await SaveAsync(new AttendanceEntry(_cases[0], "presente", null, null));

        var saved = await SaveAsync(new AttendanceEntry(_cases[0], "", "", ""));

        Assert.That((saved.Value!.Recorded.Count, saved.Value.Missing), Is.EqualTo((0, 3)));
    }

    [Test]
    public async Task The_sheet_shows_the_persons_by_name()
    {
        var sheet = await ReadAsync();

        Assert.That(sheet.Rows.Select(row => row.FullName), Is.EqualTo(new[] { "Zibrello1 Orsola", "Zibrello2 Orsola", "Zibrello3 Orsola" }));
    }

    private Task<DeskAnswer<AttendanceSaved>> SaveAsync(params AttendanceEntry[] rows) =>
        _on.Desk.SaveAttendanceAsync(new("S1", null, rows, Complete: false), "cpi-1", CancellationToken.None);

    private Task<AttendanceSheet> ReadAsync() => _on.Desk.ReadAttendanceAsync("S1", OwnRegistry.Reason, CancellationToken.None);
}
