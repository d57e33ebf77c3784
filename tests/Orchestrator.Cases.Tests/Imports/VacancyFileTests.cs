using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Samples;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Imports;

[TestFixture(Database.Sqlite)]
[TestFixture(Database.PostgreSql, Category = "Slow")]
internal sealed class VacancyFileTests(Database database)
{
    private const string Header = "codice;fonte;datore_cf;titolo;cp2021;comune_istat;posti;contratto;ore;competenze;scadenza";
    private const string Good = "OFF-1;CPI;;Saldatore;6.2.1.7.0;004078;2;tempo determinato;40;saldatura MIG|lettura disegno;2026-04-30";
    private OwnRegistry _on = null!;

    [SetUp]
    public async Task SetUp() => _on = await Databases.CreateAsync(database);

    [TearDown]
    public void TearDown() => _on?.Dispose();

    [TestCase("CPI", "piccione", "fonte", RowCode.NotAnOption)]
    [TestCase("CPI;;", "CPI;12345678901;", "datore_cf", RowCode.TaxCode)]
    [TestCase("6.2.1.7.0", "6217", "cp2021", RowCode.Cp2021Syntax)]
    [TestCase("6.2.1.7.0", "0.2", "cp2021", RowCode.Cp2021Syntax)]
    [TestCase("004078", "004999", "comune_istat", RowCode.MunicipalityUnknown)]
    [TestCase("004078", "Cuneo", "comune_istat", RowCode.MunicipalityUnknown)]
    [TestCase(";2;", ";0;", "posti", RowCode.NumberSyntax)]
    [TestCase(";2;", ";1.5;", "posti", RowCode.NumberSyntax)]
    [TestCase(";2;", ";-1;", "posti", RowCode.NumberSyntax)]
    [TestCase(";2;", ";10001;", "posti", RowCode.NumberSyntax)]
    [TestCase("tempo determinato", "a giornata", "contratto", RowCode.NotAnOption)]
    [TestCase(";40;", ";169;", "ore", RowCode.NumberSyntax)]
    [TestCase("2026-04-30", "30/04/2026", "scadenza", RowCode.DateSyntax)]
    [TestCase("2026-04-30", "2026-03-12", "scadenza", RowCode.Expired)]
    [TestCase("Saldatore", "", "titolo", RowCode.RequiredMissing)]
    [TestCase("OFF-1", "", "codice", RowCode.RequiredMissing)]
    [TestCase("OFF-1", "OFF-0123456789012345678901234567890123456789012345678901234567", "codice", RowCode.TooLong)]
    public async Task A_wrong_value_keeps_its_row_out_and_says_why(string right, string wrong, string field, string code)
    {
        var import = await UploadAsync(Good.Replace("OFF-1", "OFF-2", StringComparison.Ordinal), Good.Replace(right, wrong, StringComparison.Ordinal));
        var issue = (await FindingsAsync(import)).Single();

        Assert.Multiple(() =>
        {
            Assert.That((import.State, import.Good, import.Bad), Is.EqualTo((ImportState.Validated, 1, 1)));
            Assert.That(issue, Is.EqualTo((3, field, code, RowSeverity.Error)));
        });
    }

    [Test]
    public async Task Only_what_must_be_there_is_enough_and_a_day_after_today_is_in_time()
    {
        var import = await UploadAsync("OFF-1;eures;;Saldatore;;001272;1;tirocinio;;;2026-03-13", $"OFF-2;Alte Professionalità;{Cohort.Code(1)};Capo;2.2;001272;1;tempo indeterminato;37,5;;2026-03-13");

        Assert.That((import.Good, import.Bad, import.Warned), Is.EqualTo((2, 0, 0)));
    }

    [Test]
    public async Task The_same_code_twice_in_a_file_is_an_error_whatever_its_capitals()
    {
        var import = await UploadAsync(Good, Good.Replace("OFF-1", "off-1", StringComparison.Ordinal));

        Assert.That(await FindingsAsync(import), Is.EqualTo(new[] { (3, "codice", RowCode.DuplicateInFile, RowSeverity.Error) }));
    }

    [Test]
    public async Task A_job_outside_the_region_enters_with_a_warning()
    {
        var import = await UploadAsync(Good.Replace("004078", "015146", StringComparison.Ordinal));
        var decided = await AcceptAsync(import);

        Assert.Multiple(() =>
        {
            Assert.That(FindingsAsync(import).Result, Is.EqualTo(new[] { (2, "comune_istat", RowCode.MunicipalityOutsideRegion, RowSeverity.Warning) }));
            Assert.That(decided.Created, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_later_file_corrects_what_an_earlier_one_said_and_keeps_the_first_day()
    {
        var first = await AcceptAsync(await UploadAsync(Good));
        _on.Clock.Advance(TimeSpan.FromDays(1));
        var later = await AcceptAsync(await UploadAsync("off-1;privato;;Saldatore TIG;6.2.1;004078;3;apprendistato;20;;2026-05-31", Good.Replace("OFF-1", "OFF-2", StringComparison.Ordinal)));

        await using var context = _on.CreateDbContext();
        var kept = await context.Vacancies.OrderBy(row => row.Code).ToListAsync();
        Assert.Multiple(() =>
        {
            Assert.That((first.Created, first.Existing, later.Created, later.Existing), Is.EqualTo((1, 0, 1, 1)));
            Assert.That(kept.Select(row => row.Code), Is.EqualTo(new[] { "OFF-1", "OFF-2" }));
            Assert.That((kept[0].Source, kept[0].Title, kept[0].Cp2021, kept[0].Seats), Is.EqualTo((VacancySource.Private, "Saldatore TIG", "6.2.1", 3)));
            Assert.That((kept[0].Contract, kept[0].WeeklyHours, kept[0].Skills), Is.EqualTo((EmploymentContract.Apprenticeship, 20m, (string?)null)));
            Assert.That((kept[0].PublishedOn, kept[0].ExpiresOn), Is.EqualTo((new DateOnly(2026, 3, 12), new DateOnly(2026, 5, 31))));
            Assert.That(kept[0].ImportId, Is.EqualTo(later.Import));
        });
    }

    [Test]
    public async Task A_rejected_file_enters_nothing()
    {
        var import = await UploadAsync(Good);
        await _on.Desk.DecideImportAsync(new(import.Import, false, import.Version, "file sbagliato"), "apl-1", CancellationToken.None);

        await using var context = _on.CreateDbContext();
        Assert.That(await context.Vacancies.AnyAsync(), Is.False);
    }

    [Test]
    public async Task A_file_of_vacancies_belongs_to_no_crisis()
    {
        var upload = new ImportUpload(Guid.NewGuid(), null, "offerte.csv", Cohort.File(Header, Good)) { Kind = ImportKind.Vacancies, Crisis = "CR-2027-0001" };
        var answer = await _on.Desk.UploadAsync(upload, "apl-1", CancellationToken.None);

        Assert.That(answer.Problems.Single().Code, Is.EqualTo("notAllowed"));
    }

    [Test]
    public async Task Cases_of_the_province_that_have_a_process_are_told_once_and_wait_for_nobody()
    {
        var cohort = await Cohort.WithoutAgreementAsync(_on, 4); // centre 11, province of Cuneo
        foreach (var (n, state) in new[] { (0, "SERVICES"), (1, "M4_DONE"), (2, "CLOSED") })
            await _on.Registry.RecordStateAsync(new($"event-{n}", cohort.Cases[n], "p1", state, _on.Clock.GetUtcNow()), CancellationToken.None);
        string[] open = [cohort.Cases[0], cohort.Cases[1]];

        await AcceptAsync(await UploadAsync(Good.Replace("004078", "006003", StringComparison.Ordinal)));
        var elsewhere = await MessagesAsync();
        var import = await UploadAsync(Good.Replace("OFF-1", "OFF-2", StringComparison.Ordinal));
        await AcceptAsync(import);
        await AcceptAsync(import);
        var told = await MessagesAsync();
        await AcceptAsync(await UploadAsync(Good.Replace("OFF-1", "OFF-2", StringComparison.Ordinal)));

        Assert.Multiple(() =>
        {
            Assert.That(elsewhere, Is.Empty, "a job of Alessandria");
            Assert.That(told.Select(message => message.Key), Is.EquivalentTo(open));
            Assert.That(told.Select(message => (message.Name, message.TimeToLive, message.VariablesJson)).Distinct(), Is.EqualTo(new[] { ("VacanciesUpdated", TimeSpan.Zero, "{}") }));
            Assert.That(MessagesAsync().Result, Has.Count.EqualTo(2), "the third file changed nothing");
        });
    }

    [TestCase("A")]
    [TestCase("B")]
    [TestCase("D")]
    public async Task The_sample_file_enters_whole(string code)
    {
        var file = SampleSet.Make(SampleScenarios.Find(code)!, 42, new(2026, 3, 12))["offerte.csv"];
        var upload = new ImportUpload(Guid.NewGuid(), null, file.Name, file.Content) { Kind = ImportKind.Vacancies };
        var import = (await _on.Desk.UploadAsync(upload, "apl-1", CancellationToken.None)).Value!;
        var decided = await AcceptAsync(import);

        Assert.That((import.Good, import.Bad, import.Warned, decided.Created), Is.EqualTo((2_000, 0, 0, 2_000)));
    }

    private async Task<ImportSummary> UploadAsync(params string[] lines)
    {
        var upload = new ImportUpload(Guid.NewGuid(), null, "offerte.csv", Cohort.File(Header, lines)) { Kind = ImportKind.Vacancies };
        return (await _on.Desk.UploadAsync(upload, "apl-1", CancellationToken.None)).Value!;
    }

    private async Task<ImportDecided> AcceptAsync(ImportSummary import) =>
        (await _on.Desk.DecideImportAsync(new(import.Import, true, import.Version, null), "apl-1", CancellationToken.None)).Value!;

    private async Task<List<(int, string, string, RowSeverity)>> FindingsAsync(ImportSummary import)
    {
        var report = await _on.Desk.ReadReportAsync(import.Import, new(true, 0, 10), OwnRegistry.Reason, CancellationToken.None);
        return [.. report.Rows.SelectMany(row => row.Issues.Select(issue => (row.RowNumber, issue.Field, issue.Code, issue.Severity)))];
    }

    private async Task<List<ProcessMessage>> MessagesAsync()
    {
        var notices = await _on.Desk.ReadNoticesAsync(CaseLimits.PageRowsMax, CancellationToken.None);
        return [.. notices.Where(notice => notice.Kind == NoticeKind.ProcessMessage).Select(ProcessMessage.Read)];
    }
}
