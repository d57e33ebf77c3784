using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Imports;

[TestFixture(Database.Sqlite)]
[TestFixture(Database.PostgreSql, Category = "Slow")]
internal sealed class ImportDecisionTests(Database database)
{
    private OwnRegistry _on = null!;
    private AgreementView _agreement = null!;

    [SetUp]
    public async Task SetUp()
    {
        _on = await Databases.CreateAsync(database);
        _agreement = await _on.AgreementAsync();
    }

    [TearDown]
    public void TearDown() => _on?.Dispose();

    [Test]
    public async Task Nothing_is_a_worker_before_the_decision()
    {
        await SampleForms.ValidatedAsync(_on, _agreement.Agreement, good: 3);

        await using var context = _on.CreateDbContext();
        Assert.That(await context.Workers.CountAsync() + await context.WorkerCases.CountAsync(), Is.Zero);
    }

    [Test]
    public async Task Accepting_enters_the_good_rows_and_lists_the_others()
    {
        var import = await SampleForms.ValidatedAsync(_on, _agreement.Agreement, good: 3, bad: 2);

        var decided = await DecideAsync(import, accept: true, "Righe errate rimandate all'azienda");

        var cases = await _on.Registry.ReadCasesAsync(import.Import.ToString(), null, 10, CancellationToken.None);
        Assert.Multiple(() =>
        {
            Assert.That(decided.Value, Is.EqualTo(new ImportDecided(import.Import, ImportState.Accepted, 3, 0, 2)));
            Assert.That(cases.Cases, Has.Count.EqualTo(3));
            Assert.That(cases.Cases.Select(row => row.CaseId), Is.All.Match("^PW-[0-9a-f]{8}-"));
            Assert.That(cases.Cases.Select(row => row.Centre), Is.All.EqualTo("11"));
        });
    }

    [Test]
    public async Task The_same_decision_twice_is_carried_out_once()
    {
        var import = await SampleForms.ValidatedAsync(_on, _agreement.Agreement, good: 3);
        await DecideAsync(import, accept: true);

        var again = await DecideAsync(import, accept: true);
        var other = await DecideAsync(import, accept: false, "ripensamento");

        await using var context = _on.CreateDbContext();
        Assert.Multiple(() =>
        {
            Assert.That(again.Value!.Created, Is.EqualTo(3));
            Assert.That(other.Problems.Single().Code, Is.EqualTo(RefusalCode.WrongState));
            Assert.That(context.WorkerCases.Count(), Is.EqualTo(3));
        });
    }

    [Test]
    public async Task A_person_with_a_case_in_the_crisis_is_not_entered_twice()
    {
        // given two lists of two agreements of one crisis, validated before either was accepted, sharing the persons 2 and 3
        var second = await _on.AgreementAsync(_agreement.Crisis);
        var one = await SampleForms.ValidatedAsync(_on, _agreement.Agreement, good: 3);
        var two = await SampleForms.ValidatedAsync(_on, second.Agreement, good: 3, from: 2);

        // when
        await DecideAsync(one, accept: true);
        var decided = await DecideAsync(two, accept: true);

        // then
        await using var context = _on.CreateDbContext();
        Assert.Multiple(() =>
        {
            Assert.That(decided.Value, Is.EqualTo(new ImportDecided(two.Import, ImportState.Accepted, 1, 2, 0)));
            Assert.That(context.Workers.Count(), Is.EqualTo(4));
        });
    }

    [Test]
    public async Task A_person_has_one_case_in_each_crisis()
    {
        var other = await _on.AgreementAsync();
        await DecideAsync(await SampleForms.ValidatedAsync(_on, _agreement.Agreement, good: 2), accept: true);

        var decided = await DecideAsync(await SampleForms.ValidatedAsync(_on, other.Agreement, good: 2), accept: true);

        await using var context = _on.CreateDbContext();
        Assert.Multiple(() =>
        {
            Assert.That(other.Crisis, Is.Not.EqualTo(_agreement.Crisis));
            Assert.That(decided.Value!.Created, Is.EqualTo(2));
            Assert.That(context.Workers.Count(), Is.EqualTo(2));
            Assert.That(context.WorkerCases.Count(), Is.EqualTo(4));
        });
    }

    [Test]
    public async Task A_crash_at_any_point_of_accepting_enters_all_or_nothing()
    {
        const int good = 7;
        var import = await SampleForms.ValidatedAsync(_on, _agreement.Agreement, good);
        var crashes = 0;
        for (var point = 0; ; point++)
        {
            var crash = new CrashAt(point);
            using (_on.With(crash))
            {
                try
                {
                    await DecideAsync(import, accept: true);
                }
                catch (Exception met) when (met is CrashException || met.InnerException is CrashException)
                {
                    crashes++;
                }
            }

            await using var context = _on.CreateDbContext();
            var workers = await context.Workers.CountAsync();
            var cases = await context.WorkerCases.CountAsync();
            var accepted = (await context.Imports.SingleAsync()).State == ImportState.Accepted;
            Assert.That((workers, cases), Is.EqualTo(accepted ? (good, good) : (0, 0)), $"crash at point {point}");
            if (!crash.HasCrashed)
                break;
        }

        var again = await DecideAsync(import, accept: true);
        Assert.Multiple(() =>
        {
            Assert.That(crashes, Is.GreaterThan(5));
            Assert.That(again.Value!.Created, Is.EqualTo(good));
        });
    }

    [Test]
    public async Task Values_of_entered_rows_and_of_rejected_lists_are_erased_from_staging()
    {
        var accepted = await SampleForms.ValidatedAsync(_on, _agreement.Agreement, good: 2, bad: 1);
        var rejected = await SampleForms.ValidatedAsync(_on, _agreement.Agreement, good: 2, from: 10);
        await DecideAsync(accepted, accept: true, "una riga errata");
        await DecideAsync(rejected, accept: false, "elenco sbagliato");

        await using var context = _on.CreateDbContext();
        var left = await context.StagedLines.Where(row => row.Values != null || row.CanonicalCf != null).ToListAsync();
        Assert.That(left.Select(row => (row.ImportId, row.RowNumber)), Is.EqualTo(new[] { (accepted.Import, 4) }), "only the bad row of the accepted list, for the company to correct");
    }

    [Test]
    public async Task A_decision_needs_the_version_it_was_made_on_and_a_reason_where_rows_are_left_out()
    {
        var import = await SampleForms.ValidatedAsync(_on, _agreement.Agreement, good: 1, bad: 1);

        var stale = await _on.Desk.DecideImportAsync(new(import.Import, true, import.Version - 1, "x"), "apl-1", CancellationToken.None);
        var noReason = await DecideAsync(import, accept: true);

        Assert.Multiple(() =>
        {
            Assert.That(stale.Problems.Single().Code, Is.EqualTo(RefusalCode.Stale));
            Assert.That(noReason.Problems.Single().Field, Is.EqualTo("reason"));
        });
    }

    [Test]
    public async Task A_list_that_is_still_being_checked_cannot_be_decided()
    {
        var upload = SampleForms.Upload(_agreement.Agreement, SampleForms.Row(1));
        var staged = await _on.Desk.UploadAsync(upload, "apl-1", CancellationToken.None);

        var decided = await DecideAsync(staged.Value!, accept: true);

        Assert.That(decided.Problems.Single().Code, Is.EqualTo(RefusalCode.WrongState));
    }

    [Test]
    public async Task A_thousand_good_rows_are_entered()
    {
        var import = await SampleForms.ValidatedAsync(_on, _agreement.Agreement, good: 1_000);

        var decided = await DecideAsync(import, accept: true);

        Assert.That(decided.Value!.Created, Is.EqualTo(1_000));
    }

    private Task<DeskAnswer<ImportDecided>> DecideAsync(ImportSummary import, bool accept, string? reason = null) =>
        _on.Desk.DecideImportAsync(new(import.Import, accept, import.Version, reason), "apl-1", CancellationToken.None);
}
