using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Imports;

[TestFixture(Database.Sqlite)]
[TestFixture(Database.PostgreSql, Category = "Slow")]
internal sealed class ValidationBookTests(Database database)
{
    private OwnRegistry _on = null!;
    private string _agreement = null!;

    [SetUp]
    public async Task SetUp()
    {
        _on = await Databases.CreateAsync(database);
        _agreement = (await _on.AgreementAsync()).Agreement;
    }

    [TearDown]
    public void TearDown() => _on?.Dispose();

    [Test]
    public async Task Rows_are_read_in_pages_without_the_broken_ones()
    {
        var import = await UploadAsync(SampleForms.Row(1), "broken", SampleForms.Row(2), SampleForms.Row(3));

        var first = await _on.Registry.ReadStagedRowsAsync(import, 0, 2, OwnRegistry.Reason, CancellationToken.None);
        var second = await _on.Registry.ReadStagedRowsAsync(import, first.Rows[^1].RowNumber, 2, OwnRegistry.Reason, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(first.Rows.Select(row => row.RowNumber), Is.EqualTo(new[] { 2, 4 }));
            Assert.That((first.More, second.More), Is.EqualTo((true, false)));
            Assert.That(second.Rows.Single()[WorkerColumns.Surname], Is.EqualTo("Zibrello3"));
            Assert.That(first.Today, Is.EqualTo(new DateOnly(2026, 3, 12)));
        });
    }

    [Test]
    public async Task The_same_upload_sent_twice_makes_one_import()
    {
        var upload = SampleForms.Upload(_agreement, SampleForms.Row(1));

        var once = await _on.Desk.UploadAsync(upload, "apl-1", CancellationToken.None);
        var twice = await _on.Desk.UploadAsync(upload, "apl-1", CancellationToken.None);
        var other = await _on.Desk.UploadAsync(upload with { Content = SampleForms.File(SampleForms.Row(2)) }, "apl-1", CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(twice.Value, Is.EqualTo(once.Value));
            Assert.That(other.IsAccepted, Is.False);
            Assert.That(_on.Desk.ListImportsAsync(_agreement, CancellationToken.None).Result, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task A_repeated_report_replaces_what_was_said()
    {
        var import = await UploadAsync(SampleForms.Row(1));
        var row = (await ReadAsync(import)).Rows.Single();
        await ReportAsync(import, SampleForms.Bad(row));
        await ReportAsync(import, SampleForms.Good(row));

        var summary = await _on.Registry.CompleteValidationAsync(import, OwnRegistry.Reason, CancellationToken.None);
        var again = await _on.Registry.CompleteValidationAsync(import, OwnRegistry.Reason, CancellationToken.None);
        var report = await _on.Desk.ReadReportAsync(import, new(true, 0, 10), OwnRegistry.Reason, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(summary, Is.EqualTo(new ValidationSummary(import, 1, 1, 0, 0)));
            Assert.That(again, Is.EqualTo(summary));
            Assert.That(report.Total, Is.Zero);
        });
    }

    [Test]
    public async Task A_validation_is_not_complete_while_a_row_has_no_verdict()
    {
        var import = await UploadAsync(SampleForms.Row(1), SampleForms.Row(2));
        await ReportAsync(import, SampleForms.Good((await ReadAsync(import)).Rows[0]));

        var refused = Assert.ThrowsAsync<RegistryRefusedException>(() => _on.Registry.CompleteValidationAsync(import, OwnRegistry.Reason, CancellationToken.None));

        Assert.That(refused!.Code, Is.EqualTo(RefusalCode.WrongState));
    }

    [Test]
    public async Task A_verdict_on_an_unknown_row_or_centre_is_refused_and_none_of_its_page_is_written()
    {
        var import = await UploadAsync(SampleForms.Row(1));
        var row = (await ReadAsync(import)).Rows.Single();

        var unknownRow = Assert.ThrowsAsync<RegistryRefusedException>(() => ReportAsync(import, SampleForms.Good(row), new RowVerdict(99, "X", "11", [])));
        var unknownCentre = Assert.ThrowsAsync<RegistryRefusedException>(() => ReportAsync(import, SampleForms.Good(row, centre: "31")));

        await using var context = _on.CreateDbContext();
        Assert.Multiple(() =>
        {
            Assert.That(unknownRow!.Code, Is.EqualTo(RefusalCode.NotFound));
            Assert.That(unknownCentre!.Code, Is.EqualTo(RefusalCode.Invalid));
            Assert.That(context.StagedLines.Single().IsGood, Is.Null);
        });
    }

    [Test]
    public async Task The_report_shows_broken_and_bad_rows_with_field_and_reason()
    {
        var import = await UploadAsync(SampleForms.Row(1), "broken", SampleForms.Row(2));
        var rows = (await ReadAsync(import)).Rows;
        await ReportAsync(import, SampleForms.Good(rows[0]), SampleForms.Bad(rows[1]));
        await _on.Registry.CompleteValidationAsync(import, OwnRegistry.Reason, CancellationToken.None);

        var report = await _on.Desk.ReadReportAsync(import, new(true, 0, 10), OwnRegistry.Reason, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That((report.Summary.Rows, report.Summary.Good, report.Summary.Bad), Is.EqualTo((3, 1, 2)));
            Assert.That(report.Rows.Select(row => (row.RowNumber, row.Issues.Single().Code)), Is.EqualTo(new[] { (3, RowCode.RowBroken), (4, RowCode.CfCheck) }));
            Assert.That(report.Rows[1].FullName, Is.EqualTo("Zibrello2 Orsola"));
        });
    }

    [Test]
    public async Task Existing_cases_are_found_within_the_crisis_only()
    {
        var (agreement, cases) = await SampleForms.CasesAsync(_on, 2);
        var sameCrisis = (await _on.Desk.UploadAsync(SampleForms.Upload(agreement.Agreement, SampleForms.Row(1)), "apl-1", CancellationToken.None)).Value!.Import;
        var otherCrisis = await UploadAsync(SampleForms.Row(1));

        var found = await _on.Registry.FindExistingCasesAsync(sameCrisis, ["CF00000000000001", "CF00000000000009"], OwnRegistry.Reason, CancellationToken.None);
        var none = await _on.Registry.FindExistingCasesAsync(otherCrisis, ["CF00000000000001"], OwnRegistry.Reason, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(found.Single().CanonicalCodiceFiscale, Is.EqualTo("CF00000000000001"));
            Assert.That(cases, Does.Contain(found.Single().CaseId));
            Assert.That(none, Is.Empty);
        });
    }

    [Test]
    public async Task Every_read_of_persons_is_written_down()
    {
        var (agreement, cases) = await SampleForms.CasesAsync(_on, 2);
        var reason = new AccessReason("auditor-1", "verifica");

        await _on.Desk.ReadNamesAsync([cases[0], "PW-unknown"], reason, CancellationToken.None);
        await _on.Registry.ReadRecipientsAsync(agreement.Agreement, cases[0], 10, reason, CancellationToken.None);

        await using var context = _on.CreateDbContext();
        var log = await context.ReadLog.Where(row => row.Actor == "auditor-1").OrderBy(row => row.Id).ToListAsync();
        Assert.That(log.Select(row => (row.Subject, row.Purpose)), Is.EqualTo(new[] { (cases[0], "verifica"), (cases[1], "verifica") }));
    }

    private async Task<Guid> UploadAsync(params string[] lines) =>
        (await _on.Desk.UploadAsync(SampleForms.Upload(_agreement, lines), "apl-1", CancellationToken.None)).Value!.Import;

    private Task<StagedPage> ReadAsync(Guid import) => _on.Registry.ReadStagedRowsAsync(import, 0, 100, OwnRegistry.Reason, CancellationToken.None);

    private Task ReportAsync(Guid import, params RowVerdict[] verdicts) => _on.Registry.ReportVerdictsAsync(import, verdicts, OwnRegistry.Reason, CancellationToken.None);
}
