using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Tests.Documents;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Searching;

[TestFixture(Database.Sqlite)]
[TestFixture(Database.PostgreSql, Category = "Slow")]
internal sealed class SearchTests(Database database)
{
    private static readonly VisibleScope s_nothing = new([], []);
    private OwnRegistry _on = null!;

    [SetUp]
    public async Task SetUp() => _on = await Databases.CreateAsync(database);

    [TearDown]
    public void TearDown() => _on?.Dispose();

    [TestCase("CR-2026-0001", 1)]
    [TestCase("zibrelle", 1)]
    [TestCase("  OFFICINE   cuneo ", 1, Description = "every word, anywhere: company and municipality of a site")]
    [TestCase("torino", 1)]
    [TestCase("officine vercelli", 0)]
    [TestCase("%", 0)]
    [TestCase("_fficine", 0)]
    [TestCase(null, 1)]
    public async Task A_crisis_is_found_by_words_of_number_title_company_and_municipality(string? words, int found)
    {
        await Dossiers.OpenAsync(_on);

        var page = await CrisesAsync(words);

        Assert.That(page.Total, Is.EqualTo(found));
        if (found == 1)
            Assert.That(page.Rows.Single(), Has.Property(nameof(CrisisRow.Places)).EqualTo(new[] { "Torino", "Cuneo" }).And.Property(nameof(CrisisRow.State)).EqualTo(CrisisState.Open));
    }

    [Test]
    public async Task A_crisis_tells_sites_documents_agreements_and_how_far_its_workers_have_come()
    {
        var cohort = await Cohort.WithAgreementAsync(_on, 4);
        await Dossiers.OpenAsync(_on, crisis: cohort.Crisis);
        await _on.Desk.RecordBookingAsync(new(Guid.NewGuid(), cohort.Cases[0], "N-1", _on.Clock.GetUtcNow(), "autonomo", new(2026, 4, 2)), "cpi-1", CancellationToken.None);

        var file = (await _on.Desk.ReadCrisisAsync(cohort.Crisis, null, CancellationToken.None))!;

        Assert.Multiple(() =>
        {
            Assert.That(file.Funnel, Is.EqualTo(new CrisisFunnel(4, 2, 1, 0, 0, 0, 0, 0)));
            Assert.That(file.Sites.Select(site => (site.Municipality, site.Workers)), Is.EqualTo(new[] { ("Torino", 150), ("Cuneo", 50) }));
            Assert.That(file.Documents.Single().RegistryNumber, Is.EqualTo("REG-2026-0000001"));
            Assert.That(file.Agreements.Single(), Has.Property(nameof(CrisisAgreementRow.Agreement)).EqualTo(cohort.Agreement).And.Property(nameof(CrisisAgreementRow.Cases)).EqualTo(4));
            Assert.That(file.Centre, Is.EqualTo("Torino"));
        });
    }

    [Test]
    public async Task A_crisis_and_its_sessions_are_seen_by_its_centres_and_by_who_knows_their_keys()
    {
        var cohort = await Cohort.WithoutAgreementAsync(_on, 2, centre: "11");
        await _on.Registry.AssignSessionAsync(new("S1", null, "incontro-1", _on.Clock.GetUtcNow(), 60, 3, Centre: "11", Crisis: cohort.Crisis), CancellationToken.None);

        Assert.Multiple(async () =>
        {
            Assert.That((await CrisesAsync(null, new(["11"], []))).Total, Is.EqualTo(1));
            Assert.That((await CrisesAsync(null, new(["12"], []))).Total, Is.Zero);
            Assert.That((await CrisesAsync(null, new([], [cohort.Crisis]))).Total, Is.EqualTo(1));
            Assert.That(await _on.Desk.ReadCrisisAsync(cohort.Crisis, s_nothing, CancellationToken.None), Is.Null);
            Assert.That((await SessionsAsync(new(null, new(["11"], []), 0, 10))).Total, Is.EqualTo(1));
            Assert.That((await SessionsAsync(new(null, new([], ["S1"]), 0, 10))).Total, Is.EqualTo(1));
            Assert.That((await SessionsAsync(new(null, s_nothing, 0, 10))).Total, Is.Zero);
            Assert.That(await _on.Desk.ReadSessionAsync("S1", s_nothing, CancellationToken.None), Is.Null);
        });
    }

    [TestCase("zibb", 1)]
    [TestCase("ORS zib", 4)]
    [TestCase("ibarello", 0, Description = "the beginning of a name, not its middle")]
    [TestCase("zib%", 0)]
    [TestCase("", 4)]
    public async Task A_worker_is_found_by_the_beginnings_of_surname_and_name(string text, int found)
    {
        await Cohort.WithAgreementAsync(_on, 4);

        Assert.That((await WorkersAsync(text)).Total, Is.EqualTo(found));
    }

    [Test]
    public async Task A_worker_is_found_by_the_whole_code_and_by_the_id_of_the_case_whatever_their_case()
    {
        var cohort = await Cohort.WithAgreementAsync(_on, 3);

        var byCode = await WorkersAsync(Cohort.Code(2).ToLowerInvariant());
        var byId = await WorkersAsync(cohort.Cases[2].ToUpperInvariant());
        var byPart = await WorkersAsync(Cohort.Code(2)[..10]);

        Assert.That((byCode.Rows.Single().CaseId, byId.Rows.Single().CaseId, byPart.Total), Is.EqualTo((cohort.Cases[2], cohort.Cases[2], 0)));
    }

    [Test]
    public async Task Letters_that_the_database_makes_no_capitals_of_are_found_all_the_same()
    {
        var cohort = await Cohort.WithAgreementAsync(_on, 2);
        await using (var context = _on.CreateDbContext())
            await context.Workers.Where(row => row.CodiceFiscale == Cohort.Code(1)).ExecuteUpdateAsync(update => update.SetProperty(row => row.Surname, "Zanò"));

        Assert.That((await WorkersAsync("zanò")).Rows.Single().CaseId, Is.EqualTo(cohort.Cases[1]));
    }

    [Test]
    public async Task Who_is_shown_stands_in_the_read_log_with_actor_and_purpose_and_nobody_else_and_no_word_of_the_search()
    {
        var cohort = await Cohort.WithAgreementAsync(_on, 4);
        var before = await ReadingsAsync();

        await _on.Desk.SearchWorkersAsync(new("zibc", null, 0, 10), new("cpi-1", "worker search"), CancellationToken.None);
        await _on.Desk.ReadWorkerAsync(cohort.Cases[0], null, new("cpi-1", "worker page"), CancellationToken.None);
        await _on.Desk.ReadWorkerAsync(cohort.Cases[1], ["12"], new("cpi-2", "worker page"), CancellationToken.None);

        Assert.That((await ReadingsAsync()).Except(before), Is.EquivalentTo(new[] { ("cpi-1", "worker search", cohort.Cases[2]), ("cpi-1", "worker page", cohort.Cases[0]) }));
    }

    [Test]
    public async Task Workers_of_other_centres_are_neither_found_nor_read()
    {
        var cohort = await Cohort.WithAgreementAsync(_on, 2, centre: "11");

        var found = await _on.Desk.SearchWorkersAsync(new(null, ["12", "13"], 0, 10), OwnRegistry.Reason, CancellationToken.None);
        var none = await _on.Desk.SearchWorkersAsync(new(null, [], 0, 10), OwnRegistry.Reason, CancellationToken.None);
        var read = await _on.Desk.ReadWorkerAsync(cohort.Cases[0], ["12"], OwnRegistry.Reason, CancellationToken.None);
        var own = await _on.Desk.ReadWorkerAsync(cohort.Cases[0], ["11"], OwnRegistry.Reason, CancellationToken.None);

        Assert.That((found.Total, none.Total, read, own?.Row.CaseId), Is.EqualTo((0, 0, (WorkerFile?)null, cohort.Cases[0])));
    }

    [Test]
    public async Task What_happened_to_a_case_is_told_the_last_first()
    {
        var cohort = await Cohort.WithAgreementAsync(_on, 1);
        var now = _on.Clock.GetUtcNow();
        await _on.Registry.RecordStateAsync(new("e1", cohort.Cases[0], "p1", "NEW", now.AddDays(-2)), CancellationToken.None);
        await _on.Registry.AssignSessionAsync(new("S1", cohort.Agreement, "presentazione", now.AddDays(1), 60, 3), CancellationToken.None);
        await _on.Desk.RecordBookingAsync(new(Guid.NewGuid(), cohort.Cases[0], "N-1", now.AddDays(-1), "autonomo", new(2026, 4, 2)), "cpi-1", CancellationToken.None);

        var file = (await _on.Desk.ReadWorkerAsync(cohort.Cases[0], null, OwnRegistry.Reason, CancellationToken.None))!;

        Assert.That(file.Facts.Select(fact => (fact.Kind, fact.Text, fact.Session)), Is.EqualTo(new[]
        {
            (CaseFactKind.Session, "presentazione", "S1"), (CaseFactKind.Booked, "N-1", (string?)null), (CaseFactKind.State, "NEW", null),
        }));
    }

    [Test]
    public async Task Sessions_are_found_by_kind_centre_day_and_words_and_an_appointment_is_none()
    {
        var cohort = await Cohort.WithAgreementAsync(_on, 2);
        var first = new DateTimeOffset(2026, 3, 20, 22, 30, 0, TimeSpan.Zero); // 23.30 in Rome
        await _on.Registry.AssignSessionAsync(new("AG-S1", cohort.Agreement, "presentazione", first, 30, 3, Centre: "11"), CancellationToken.None);
        await _on.Registry.AssignSessionAsync(new("CR-M1", cohort.Agreement, "modulo-1", first.AddHours(1), 60, 3), CancellationToken.None);

        Assert.Multiple(async () =>
        {
            Assert.That(await FoundAsync(new(null, null, 0, 10)), Is.EqualTo(new[] { "CR-M1", "AG-S1" }), "the last first");
            Assert.That(await FoundAsync(new(null, null, 0, 10) { Kind = "modulo-1" }), Is.EqualTo(new[] { "CR-M1" }));
            Assert.That(await FoundAsync(new(null, null, 0, 10) { Centre = "11" }), Is.EqualTo(new[] { "AG-S1" }));
            Assert.That(await FoundAsync(new(null, null, 0, 10) { From = new(2026, 3, 21) }), Is.EqualTo(new[] { "CR-M1" }), "days of Rome");
            Assert.That(await FoundAsync(new(null, null, 0, 10) { To = new(2026, 3, 20) }), Is.EqualTo(new[] { "AG-S1" }));
            Assert.That(await FoundAsync(new("ag-s1 zibrelle", null, 0, 10)), Is.EqualTo(new[] { "AG-S1" }));
            Assert.That(await FoundAsync(new("zibrelle", null, 1, 1)), Is.EqualTo(new[] { "AG-S1" }), "the second page");
        });
        var file = (await _on.Desk.ReadSessionAsync("AG-S1", null, CancellationToken.None))!;
        Assert.That((file.Row.Places, file.Row.Recorded, file.Convened, file.Attendance), Is.EqualTo((2, 0, 0, new Dictionary<AttendanceStatus, int>())));
    }

    private Task<RowsPage<CrisisRow>> CrisesAsync(string? words, VisibleScope? scope = null) => _on.Desk.SearchCrisesAsync(new(null, words, scope, 0, 10), CancellationToken.None);

    private Task<RowsPage<WorkerRow>> WorkersAsync(string text) => _on.Desk.SearchWorkersAsync(new(text, null, 0, 10), OwnRegistry.Reason, CancellationToken.None);

    private Task<RowsPage<SessionRow>> SessionsAsync(SessionSearch search) => _on.Desk.SearchSessionsAsync(search, CancellationToken.None);

    private async Task<IEnumerable<string>> FoundAsync(SessionSearch search) => (await SessionsAsync(search)).Rows.Select(row => row.Session);

    private async Task<List<(string, string, string)>> ReadingsAsync()
    {
        await using var context = _on.CreateDbContext();
        var rows = await context.ReadLog.Select(row => new { row.Actor, row.Purpose, row.Subject }).ToListAsync();
        return [.. rows.Select(row => (row.Actor, row.Purpose, row.Subject))];
    }
}
