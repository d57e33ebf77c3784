using System.Text.Json.Nodes;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Outcomes;

[TestFixture(Database.Sqlite)]
[TestFixture(Database.PostgreSql, Category = "Slow")]
internal sealed class OutcomeTests(Database database)
{
    private const string Header = "protocollo;tipo;cf_lavoratore;cf_datore;data_inizio;data_fine;contratto;cp;ateco;comune_istat;ore";

    private static readonly string s_employer = PartitaIva.Write("0000000301");
    private OwnRegistry _on = null!;
    private Cohort _cohort = null!;

    [SetUp]
    public async Task SetUp()
    {
        _on = await Databases.CreateAsync(database);
        _cohort = await Cohort.WithAgreementAsync(_on, 6);
    }

    [TearDown]
    public void TearDown() => _on?.Dispose();

    [TestCase("tempo indeterminato", "", "SUCCESS_PERMANENT")]
    [TestCase("apprendistato", "", "SUCCESS_PERMANENT")]
    [TestCase("tempo determinato", "2026-10-31", "SUCCESS_FIXED")]
    [TestCase("somministrazione", "2026-09-30", "SUSPENSION")]
    [TestCase("tempo determinato", "2026-09-11", "NOT_EMPLOYED")]
    [TestCase("lavoro autonomo", "", "SELF_EMPLOYED")]
    [TestCase("tirocinio", "", "TRAINEESHIP")]
    public async Task What_the_notices_say_six_months_after_the_end_is_the_outcome(string contract, string to, string expected)
    {
        await EndAsync(0, "fine servizio senza esito"); // 12 March: six months later is 12 September
        await ImportAsync($"P-1;assunzione;{Cohort.Code(0)};{s_employer};2026-05-01;{to};{contract};6.2.1.7.0;;001272;40");

        var answer = await _on.Registry.FollowUpAsync(_cohort.Cases[0], 6, OwnRegistry.Reason, CancellationToken.None);

        Assert.That(answer, Is.EqualTo(new FollowUpAnswer(expected, expected != "NOT_EMPLOYED")));
    }

    [Test]
    public async Task An_extension_and_a_transformation_continue_the_relation_and_a_termination_ends_it()
    {
        await EndAsync(0, "assunzione TD <6 mesi");
        await ImportAsync($"P-1;assunzione;{Cohort.Code(0)};{s_employer};2026-04-01;2026-06-30;tempo determinato;6;;001272;");
        await ImportAsync($"P-2;proroga;{Cohort.Code(0)};{s_employer};2026-04-01;2026-12-31;tempo determinato;6;;001272;");
        var extended = await FollowUpAsync(0, 6);
        await ImportAsync($"P-3;trasformazione;{Cohort.Code(0)};{s_employer};2026-04-01;;tempo indeterminato;6;;001272;");
        var transformed = await FollowUpAsync(0, 6);
        await ImportAsync($"P-4;cessazione;{Cohort.Code(0)};{s_employer};2026-04-01;2026-08-31;tempo indeterminato;6;;001272;");
        var ended = await FollowUpAsync(0, 6);

        Assert.That(new[] { extended, transformed, ended }, Is.EqualTo(new[] { "SUCCESS_FIXED", "SUCCESS_PERMANENT", "NOT_EMPLOYED" }));
    }

    [Test]
    public async Task Back_at_the_old_company_is_reinstated()
    {
        await EndAsync(0, "reintegrato");
        await ImportAsync($"P-1;assunzione;{Cohort.Code(0)};02843860012;2026-05-01;;tempo indeterminato;6;;001272;");

        Assert.That(await FollowUpAsync(0, 12), Is.EqualTo("REINSTATED"));
    }

    [Test]
    public async Task Notices_are_told_to_the_cases_of_their_person_once_and_those_of_strangers_are_not_kept()
    {
        var import = await ImportAsync(
            $"P-1;assunzione;{Cohort.Code(0)};{s_employer};2026-03-01;2026-08-31;tempo determinato;6;;001272;40",
            $"P-2;assunzione;{Cohort.Code(500)};{s_employer};2026-03-01;;tempo indeterminato;6;;001272;40",
            $"P-3;cessazione;{Cohort.Code(1)};{s_employer};2026-03-01;2026-03-10;tempo determinato;6;;001272;40",
            $"P-3;cessazione;{Cohort.Code(1)};{s_employer};2026-03-01;2026-03-10;tempo determinato;6;;001272;40");
        var twice = await ImportAsync($"P-1;assunzione;{Cohort.Code(0)};{s_employer};2026-03-01;2026-08-31;tempo determinato;6;;001272;40");

        await using var context = _on.CreateDbContext();
        var messages = (await _on.Desk.ReadNoticesAsync(100, CancellationToken.None)).Where(notice => notice.Kind == NoticeKind.ProcessMessage)
            .Select(notice => JsonNode.Parse(ProcessMessage.Read(notice).VariablesJson)!.AsObject().ToJsonString());
        Assert.Multiple(() =>
        {
            Assert.That((import.Created, import.LeftOut), Is.EqualTo((2, 1)));
            Assert.That((twice.Created, twice.Existing), Is.EqualTo((0, 1)));
            Assert.That(context.EmploymentNotices.Count(), Is.EqualTo(2));
            Assert.That(context.StagedLines.Count(row => row.ImportId == import.Import && row.IsGood == true && row.Values != null), Is.Zero, "nobody's values stay in staging");
            Assert.That(messages, Is.EquivalentTo(new[]
            {
                $$"""{"kind":"hire","contract":"tempo determinato","from":"2026-03-01","to":"2026-08-31","sixMonths":true,"case":"{{_cohort.Cases[0]}}"}""",
                $$"""{"kind":"termination","contract":"tempo determinato","from":"2026-03-01","to":"2026-03-10","sixMonths":false,"case":"{{_cohort.Cases[1]}}"}""",
            }));
        });
    }

    [Test]
    public async Task A_snapshot_never_changes_and_holds_no_person()
    {
        await _on.Desk.RecordBookingAsync(new(Guid.NewGuid(), _cohort.Cases[0], "N-1", new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero), "autonomo", new(2026, 4, 1)), "cpi-1", CancellationToken.None);
        await _on.Registry.AssignSessionAsync(new("S1", _cohort.Agreement, "presentazione", _on.Clock.GetUtcNow(), 120, 6), CancellationToken.None);
        await _on.Desk.SaveAttendanceAsync(
            new("S1", null, [new(_cohort.Cases[0], "presente", null, null), new(_cohort.Cases[1], "assente", null, null)], false), "cpi-1", CancellationToken.None);
        await EndAsync(0, "assunzione TI");
        var taken = await _on.Registry.TakeSnapshotAsync(new("job-1", _cohort.Crisis, "2026-03", "final"), OwnRegistry.Reason, CancellationToken.None);
        var before = await ReadAsync(taken.Snapshot);

        await EndAsync(1, "DECLINED");
        await _cohort.AddAsync(50, 3);
        var again = await _on.Registry.TakeSnapshotAsync(new("job-1", _cohort.Crisis, "2026-03", "final"), OwnRegistry.Reason, CancellationToken.None);
        var after = await ReadAsync(taken.Snapshot);

        var first = before.Single(row => row.Case == _cohort.Cases[0]);
        await using var context = _on.CreateDbContext();
        var stored = string.Join("\n", context.SnapshotCases.Select(row => row.Figures));
        Assert.Multiple(() =>
        {
            Assert.That(again, Is.EqualTo(taken).And.Property(nameof(SnapshotTaken.Cases)).EqualTo(6));
            Assert.That(after.Select(row => row.Case), Is.EqualTo(before.Select(row => row.Case)));
            Assert.That(after.Single(row => row.Case == _cohort.Cases[1]).Outcome, Is.Null);
            Assert.That((first.Booked, first.DaysToBooking, first.Gender, first.AgeBand), Is.EqualTo((true, 8, "F", "60+")));
            Assert.That((first.Occupation, first.PresentedInTime, first.Outcome, first.OutcomeVerified), Is.EqualTo(("6.2.1.7.0", true, "assunzione TI", false)));
            Assert.That(first.MinutesByKind, Is.EqualTo(new Dictionary<string, int> { ["presentazione"] = 120 }));
            Assert.That(stored, Does.Not.Contain("Zib").And.Not.Contain(Cohort.Code(0)).And.Not.Contain("@"));
        });
    }

    [Test]
    public async Task A_notice_recorded_by_hand_is_told_and_checked()
    {
        var form = new EmploymentEntry(Guid.NewGuid(), _cohort.Cases[0], "assunzione", s_employer, "tempo determinato", new(2026, 3, 1), new(2026, 8, 30));
        var recorded = await _on.Desk.RecordEmploymentAsync(form, "cpi-1", CancellationToken.None);
        var wrong = await _on.Desk.RecordEmploymentAsync(form with { Request = Guid.NewGuid(), Kind = "festa", EmployerTaxCode = "1", To = new(2026, 2, 1) }, "cpi-1", CancellationToken.None);

        var message = ProcessMessage.Read((await _on.Desk.ReadNoticesAsync(100, CancellationToken.None)).Single(notice => notice.Id == form.Request));
        Assert.Multiple(() =>
        {
            Assert.That(recorded.IsAccepted, Is.True);
            Assert.That((bool)JsonNode.Parse(message.VariablesJson)!["sixMonths"]!, Is.False, "one day short of six months");
            Assert.That(wrong.Problems.Select(problem => problem.Field), Is.EqualTo(new[] { "kind", "employerTaxCode", "to" }));
        });
    }

    private Task EndAsync(int n, string outcome) =>
        _on.Registry.RecordOutcomeAsync(new(FormattableString.Invariant($"end-{n}"), _cohort.Cases[n], "p1", outcome, null, null, _on.Clock.GetUtcNow()), CancellationToken.None);

    private async Task<string> FollowUpAsync(int n, int months) => (await _on.Registry.FollowUpAsync(_cohort.Cases[n], months, OwnRegistry.Reason, CancellationToken.None)).Outcome;

    private async Task<ImportDecided> ImportAsync(params string[] lines)
    {
        var upload = new ImportUpload(Guid.NewGuid(), null, "co.csv", Cohort.File(Header, lines)) { Kind = ImportKind.EmploymentNotices };
        var staged = (await _on.Desk.UploadAsync(upload, "apl-1", CancellationToken.None)).Value!;
        return (await _on.Desk.DecideImportAsync(new(upload.Request, true, staged.Version, staged.Bad > 0 ? "righe errate" : null), "apl-1", CancellationToken.None)).Value!;
    }

    private async Task<List<CaseFigures>> ReadAsync(Guid snapshot)
    {
        var all = new List<CaseFigures>();
        SnapshotPage page;
        do
        {
            page = await _on.Registry.ReadSnapshotAsync(snapshot, all.Count > 0 ? all[^1].Case : null, 4, CancellationToken.None);
            all.AddRange(page.Cases);
        }
        while (page.More);
        return all;
    }
}
