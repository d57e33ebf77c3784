using Orchestrator.Cases.Tests.Documents;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Reports;

[TestFixture(Database.Sqlite)]
[TestFixture(Database.PostgreSql, Category = "Slow")]
internal sealed class ReportBookTests(Database database)
{
    private OwnRegistry _on = null!;

    [SetUp]
    public async Task SetUp()
    {
        _on = await Databases.CreateAsync(database);
        await Dossiers.OpenAsync(_on);
    }

    [TearDown]
    public void TearDown() => _on?.Dispose();

    [Test]
    public async Task A_draft_is_replaced_and_read_back()
    {
        await SaveAsync(Draft());
        await SaveAsync(Draft() with { Figures = [new("booked", null, null, 0.55m, 55, 100)], Sha256 = "ab" });

        var read = await _on.Registry.ReadReportAsync("RP-1", CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(read.Figures, Is.EqualTo(new[] { new ReportFigure("booked", null, null, 0.55m, 55, 100) }));
            Assert.That((read.State, read.Sha256, read.PublishedAt), Is.EqualTo((ReportState.Draft, "ab", (DateTimeOffset?)null)));
        });
    }

    [Test]
    public async Task Publication_happens_once_and_afterwards_nothing_changes()
    {
        await SaveAsync(Draft());
        var first = await _on.Registry.RecordPublicationAsync("RP-1", ["a.csv"], CancellationToken.None);
        _on.Clock.Advance(TimeSpan.FromDays(1));
        var again = await _on.Registry.RecordPublicationAsync("RP-1", ["b.csv"], CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That((again.PublishedAt, again.PublishedFiles.Single()), Is.EqualTo((first.PublishedAt, "a.csv")));
            Assert.That(() => SaveAsync(Draft()), Throws.TypeOf<RegistryRefusedException>().With.Property("Code").EqualTo(RefusalCode.WrongState));
        });
    }

    [TestCase("..")]
    [TestCase("a/b")]
    [TestCase("a:b")]
    [TestCase("")]
    public void An_id_that_is_no_folder_name_is_refused(string id) =>
        Assert.That(() => SaveAsync(Draft() with { ReportId = id }), Throws.TypeOf<RegistryRefusedException>().With.Property("Code").EqualTo(RefusalCode.Invalid));

    [Test]
    public void A_report_that_does_not_exist_is_not_found() =>
        Assert.That(() => _on.Registry.ReadReportAsync("RP-9", CancellationToken.None), Throws.TypeOf<RegistryRefusedException>().With.Property("Code").EqualTo(RefusalCode.NotFound));

    private Task<ReportView> SaveAsync(ReportDraft draft) => _on.Registry.SaveReportAsync(draft, CancellationToken.None);

    private static ReportDraft Draft() => new("RP-1", Dossiers.Crisis, "2026-06", [new("reached", null, null, 190, 190, 200)], ["relazione.pdf"], null);
}
