using System.Text.Json.Nodes;
using Orchestrator.Agencies.Tests.Support;
using Orchestrator.Agency.Apl.Jobs;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agencies.Tests.Jobs;

internal sealed class ValidateWorkersHandlerTests
{
    private OwnRegistry _on = null!;
    private string _agreement = null!;
    private ValidateWorkersHandler _handler = null!;

    [SetUp]
    public async Task SetUp()
    {
        _on = await OwnRegistry.CreateAsync();
        _agreement = (await _on.AgreementAsync()).Agreement;
        _handler = new(_on.Registry);
    }

    [TearDown]
    public void TearDown() => _on.Dispose();

    [Test]
    public async Task A_thousand_rows_are_answered_one_by_one_and_nothing_is_entered()
    {
        // given 1 000 rows: every tenth has a wrong check character, every tenth repeats the row before, every tenth an unknown municipality
        var rows = Enumerable.Range(0, 1_000).Select(n => (n % 10) switch
        {
            3 => Persons.Row(n, code: Persons.Spoiled(Persons.Number(n).Code)),
            5 => Persons.Row(n - 1),
            7 => Persons.Row(n, municipality: "004999"),
            _ => Persons.Row(n),
        });
        var import = await UploadAsync([.. rows]);

        // when
        var report = (await RunAsync(import))["report"]!;

        // then
        var answered = await ReportAsync(import);
        Assert.Multiple(() =>
        {
            Assert.That(report.ToJsonString(), Is.EqualTo($$"""{"importId":"{{import:D}}","rows":1000,"accepted":700,"rejected":300,"warned":0}"""));
            Assert.That(answered, Has.Count.EqualTo(300));
            Assert.That(answered.Select(row => row.Issues.Single().Code), Is.EqualTo(
                Enumerable.Range(0, 100).SelectMany(_ => new[] { RowCode.CfCheck, RowCode.DuplicateInFile, RowCode.MunicipalityUnknown })));
            Assert.That(answered.Take(3).Select(row => row.RowNumber), Is.EqualTo(new[] { 5, 7, 9 }));
            Assert.That(_on.Registry.ReadCasesAsync(_agreement, null, 10, CancellationToken.None).Result.Cases, Is.Empty);
        });
    }

    [Test]
    public async Task An_omocode_is_the_same_person()
    {
        var person = Persons.Number(1);
        var omocode = CodiceFiscaleReader.Read(person.Code, new DateOnly(2026, 3, 12)).Code!.WithOmocodia(3);
        var import = await UploadAsync(Persons.Row(1), Persons.Row(1, code: omocode));

        await RunAsync(import);

        Assert.That((await ReportAsync(import)).Single().Issues.Single().Code, Is.EqualTo(RowCode.DuplicateInFile));
    }

    [Test]
    public async Task A_person_with_a_case_in_the_crisis_is_kept_out_and_one_of_another_crisis_is_not()
    {
        await AcceptAsync(await UploadAsync(Persons.Row(1)));
        var same = await UploadAsync(Persons.Row(1), Persons.Row(2));
        _agreement = (await _on.AgreementAsync()).Agreement;
        var other = await UploadAsync(Persons.Row(1));

        await RunAsync(same);
        var report = (await RunAsync(other))["report"]!;

        Assert.Multiple(() =>
        {
            Assert.That(ReportAsync(same).Result.Single().Issues.Single().Code, Is.EqualTo(RowCode.AlreadyInCrisis));
            Assert.That((int)report["accepted"]!, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_repeated_job_gives_the_same_answers()
    {
        var import = await UploadAsync(Persons.Row(1), Persons.Row(1), "broken");

        var first = await RunAsync(import);
        var again = await RunAsync(import);

        Assert.Multiple(() =>
        {
            Assert.That(again.ToJsonString(), Is.EqualTo(first.ToJsonString()));
            Assert.That(ReportAsync(import).Result.Select(row => (row.RowNumber, row.Issues.Count)), Is.EqualTo(new[] { (3, 1), (4, 1) }));
        });
    }

    [Test]
    public async Task A_list_of_broken_rows_only_is_answered()
    {
        var import = await UploadAsync("broken", "too");

        var report = (await RunAsync(import))["report"]!;

        Assert.That(((int)report["rows"]!, (int)report["rejected"]!), Is.EqualTo((2, 2)));
    }

    [Test]
    public async Task The_answer_of_the_job_holds_no_person()
    {
        var import = await UploadAsync(Persons.Row(1), Persons.Row(2, code: "X"));

        var answer = (await RunAsync(import)).ToJsonString();

        Assert.That(answer, Does.Not.Contain(Persons.Number(1).Code).And.Not.Contain("Zib").And.Not.Contain("@"));
    }

    [Test]
    public async Task An_import_that_does_not_exist_fails_for_good()
    {
        var result = await _handler.HandleAsync(JobsFor.Make("apl.validate-workers", 7, new() { ["importId"] = Guid.NewGuid().ToString() }), CancellationToken.None);

        Assert.That(result, Is.InstanceOf<JobResult.Failed>().With.Property("Permanent").True.And.Property("Message").StartsWith("NOT_FOUND"));
    }

    [TestCase("12")]
    [TestCase(null)]
    public void An_import_that_is_no_uuid_is_named_as_wrong_input(string? import) =>
        Assert.That(() => _handler.HandleAsync(JobsFor.Make("apl.validate-workers", 7, new() { ["importId"] = import }), CancellationToken.None), Throws.TypeOf<JobInputException>());

    private async Task AcceptAsync(Guid import)
    {
        await RunAsync(import);
        var summary = (await _on.Desk.ListImportsAsync(_agreement, CancellationToken.None)).Single(row => row.Import == import);
        await _on.Desk.DecideImportAsync(new(import, true, summary.Version, null), "apl-1", CancellationToken.None);
    }

    private async Task<Guid> UploadAsync(params string[] rows) =>
        (await _on.Desk.UploadAsync(SampleForms.Upload(_agreement, rows), "apl-1", CancellationToken.None)).Value!.Import;

    private async Task<JsonObject> RunAsync(Guid import) =>
        (await _handler.HandleAsync(JobsFor.Make("apl.validate-workers", 7, new() { ["importId"] = import.ToString("D") }), CancellationToken.None)).Variables();

    private async Task<IReadOnlyList<ImportReportRow>> ReportAsync(Guid import) =>
        (await _on.Desk.ReadReportAsync(import, new(true, 0, 1_000), OwnRegistry.Reason, CancellationToken.None)).Rows;
}
