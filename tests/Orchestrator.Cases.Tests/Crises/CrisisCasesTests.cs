using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Crises;

[TestFixture(Database.Sqlite)]
[TestFixture(Database.PostgreSql, Category = "Slow")]
internal sealed class CrisisCasesTests(Database database)
{
    private OwnRegistry _on = null!;

    [SetUp]
    public async Task SetUp() => _on = await Databases.CreateAsync(database);

    [TearDown]
    public void TearDown() => _on?.Dispose();

    [Test]
    public async Task A_crisis_without_an_agreement_has_lists_cases_and_sessions_of_its_own()
    {
        var crisis = await Cohort.WithoutAgreementAsync(_on, 4);

        var cases = await _on.Registry.ReadCasesAsync(crisis.Crisis, null, 10, CancellationToken.None);
        var session = await _on.Registry.AssignSessionAsync(new("S1", null, "presentazione", _on.Clock.GetUtcNow(), 60, 3, Crisis: crisis.Crisis), CancellationToken.None);
        var lists = await _on.Desk.ListImportsAsync(crisis.Crisis, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(cases.Cases.Select(row => row.CaseId), Is.EquivalentTo(crisis.Cases));
            Assert.That(cases.Cases.Select(row => row.InScope), Is.All.False, "nobody is in the scope of a plan that does not exist");
            Assert.That(session, Is.EqualTo(new SessionPlaces("S1", 3, 1)));
            Assert.That(lists.Single(), Has.Property(nameof(ImportSummary.Crisis)).EqualTo(crisis.Crisis).And.Property(nameof(ImportSummary.Agreement)).Null);
        });
    }

    [Test]
    public async Task Loading_twice_makes_every_person_one_case_and_says_the_same()
    {
        var cohort = await Cohort.WithAgreementAsync(_on, 3);
        var import = await cohort.ValidatedAsync(1, 4, bad: 1); // persons 1 and 2 are known, 3 is new, the last row is bad

        var first = await LoadAsync(import, cohort);
        var again = await LoadAsync(import, cohort);

        var cases = await _on.Registry.ReadCasesAsync(import.ToString("D"), null, 10, CancellationToken.None);
        Assert.Multiple(() =>
        {
            Assert.That(first, Is.EqualTo(new CasesLoaded(import, Added: 1, Known: 2, LeftOut: 1)));
            Assert.That(again, Is.EqualTo(first));
            Assert.That(cases.Cases, Has.Count.EqualTo(3), "the cases that a list names are those it brought and those it met");
        });
    }

    [Test]
    public async Task Area_and_profile_decide_who_is_in_scope_whatever_their_case_and_spacing()
    {
        var cohort = await Cohort.WithAgreementAsync(_on, 4);

        var cases = await _on.Registry.ReadCasesAsync(cohort.Agreement!, null, 10, CancellationToken.None);

        var inScope = cases.Cases.Where(row => row.InScope).Select(row => row.CaseId);
        Assert.That(inScope, Is.EquivalentTo(new[] { cohort.Cases[0], cohort.Cases[2] }));
    }

    [Test]
    public async Task An_agreement_that_comes_later_takes_the_cases_of_its_crisis_and_no_case_of_another()
    {
        var one = await Cohort.WithAgreementAsync(_on, 2);
        var second = await _on.AgreementAsync(one.Crisis);
        var import = await one.ValidatedAsync(0, 4, ofCrisis: true);
        await _on.Registry.LoadCasesAsync(new(import, one.Crisis, null), OwnRegistry.Reason, CancellationToken.None);

        await _on.Registry.LoadCasesAsync(new(import, one.Crisis, second.Agreement), OwnRegistry.Reason, CancellationToken.None);

        var ofFirst = await _on.Registry.ReadCasesAsync(one.Agreement!, null, 10, CancellationToken.None);
        var ofSecond = await _on.Registry.ReadCasesAsync(second.Agreement, null, 10, CancellationToken.None);
        Assert.Multiple(() =>
        {
            Assert.That(ofFirst.Cases.Select(row => row.CaseId), Is.EquivalentTo(one.Cases));
            Assert.That(ofSecond.Cases.Select(row => row.InScope), Is.EquivalentTo(new[] { true, false }), "persons 2 and 3, who had no agreement");
        });
    }

    [Test]
    public async Task A_list_of_another_crisis_one_that_is_not_checked_and_one_without_a_good_row_are_refused()
    {
        var cohort = await Cohort.WithAgreementAsync(_on, 1);
        var other = await Cohort.OpenCrisisAsync(_on, "004078");
        var checkedList = await cohort.ValidatedAsync(5, 1);
        var bad = await cohort.ValidatedAsync(6, 1, bad: 1);
        var raw = new ImportUpload(Guid.NewGuid(), cohort.Agreement, "lavoratori.csv", Cohort.Workers(7, 1));
        await _on.Desk.UploadAsync(raw, "apl-1", CancellationToken.None);

        var wrongCrisis = Assert.ThrowsAsync<RegistryRefusedException>(() => _on.Registry.LoadCasesAsync(new(checkedList, other, null), OwnRegistry.Reason, CancellationToken.None));
        var noGood = Assert.ThrowsAsync<RegistryRefusedException>(() => LoadAsync(bad, cohort));
        var early = Assert.ThrowsAsync<RegistryRefusedException>(() => LoadAsync(raw.Request, cohort));

        Assert.That(new[] { wrongCrisis!.Code, noGood!.Code, early!.Code }, Is.EqualTo(new[] { RefusalCode.Invalid, RefusalCode.WrongState, RefusalCode.WrongState }));
    }

    [Test]
    public async Task Two_lists_with_the_same_persons_loaded_at_the_same_time_make_each_one_case()
    {
        var cohort = await Cohort.WithAgreementAsync(_on, 1);
        var lists = new[] { await cohort.ValidatedAsync(10, 20), await cohort.ValidatedAsync(15, 20) };

        await Task.WhenAll(lists.Select(list => Task.Run(() => LoadAsync(list, cohort))));

        await using var context = _on.CreateDbContext();
        Assert.That(await context.WorkerCases.CountAsync(row => row.CrisisCode == cohort.Crisis), Is.EqualTo(1 + 25));
    }

    [Test]
    public async Task A_thousand_workers_are_loaded_and_read_back_in_pages()
    {
        var cohort = await Cohort.WithAgreementAsync(_on, 1_000);

        Assert.That(cohort.Cases, Is.Unique.And.Count.EqualTo(1_000));
    }

    [Test]
    public async Task Moving_the_domicile_of_a_worker_changes_the_competent_centre_and_the_case_keeps_it()
    {
        var cohort = await Cohort.WithAgreementAsync(_on, 1);
        var day = new DateOnly(2026, 3, 12);
        var before = await _on.Registry.RefreshCentreAsync(cohort.Cases[0], day, OwnRegistry.Reason, CancellationToken.None);

        var moved = await _on.Desk.RecordStatusAsync(new(Guid.NewGuid(), cohort.Cases[0], WorkerStatus.CentreChanged, null, "003106"), "cpi-1", CancellationToken.None);
        var after = await _on.Registry.RefreshCentreAsync(cohort.Cases[0], day, OwnRegistry.Reason, CancellationToken.None);

        var page = await _on.Registry.ReadCasesAsync(cohort.Cases[0], null, 1, CancellationToken.None);
        Assert.Multiple(() =>
        {
            Assert.That(moved.IsAccepted, Is.True);
            Assert.That((before.Centre!.Code, after.Centre!.Code), Is.EqualTo(("11", "13")));
            Assert.That(page.Cases.Single().Centre, Is.EqualTo("13"));
        });
    }

    [Test]
    public async Task Moving_the_seat_of_the_company_changes_the_nearest_centre()
    {
        var nearest = new List<string>();
        foreach (var seat in new[] { "001272", "004078", "103050", "006003" }) // Torino, Cuneo, Omegna, Alessandria
            nearest.Add((await _on.Registry.FindNearestCentreAsync(await Cohort.OpenCrisisAsync(_on, seat), null, null, CancellationToken.None)).Centre);

        Assert.That(nearest, Is.EqualTo(new[] { "15", "08", "28", "01" }));
    }

    [Test]
    public async Task A_hall_that_is_too_small_sends_to_the_next_seat_and_none_large_enough_is_said()
    {
        var crisis = await Cohort.OpenCrisisAsync(_on, "001270"); // Susa, whose hall holds fifty

        var any = await _on.Registry.FindNearestCentreAsync(crisis, null, null, CancellationToken.None);
        var large = await _on.Registry.FindNearestCentreAsync(crisis, null, 150, CancellationToken.None);
        var huge = await _on.Registry.FindNearestCentreAsync(crisis, null, 900, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(large, Has.Property(nameof(NearestCentre.Centre)).EqualTo("15").And.Property(nameof(NearestCentre.WithoutHall)).False);
            Assert.That(large.Venue, Does.Contain("via Bologna"));
            Assert.That(large.Km, Is.GreaterThan(any.Km));
            Assert.That(huge, Is.EqualTo(any with { WithoutHall = true }), "the nearest of all");
        });
    }

    [Test]
    public async Task A_company_without_a_seat_in_the_region_needs_the_municipality_of_a_site()
    {
        var crisis = await Cohort.OpenCrisisAsync(_on, "015146"); // Milano

        var refused = Assert.ThrowsAsync<RegistryRefusedException>(() => _on.Registry.FindNearestCentreAsync(crisis, null, null, CancellationToken.None));
        var site = await _on.Registry.FindNearestCentreAsync(crisis, "003106", null, CancellationToken.None);

        Assert.That((refused!.Code, site.Centre), Is.EqualTo((RefusalCode.Invalid, "13")));
    }

    private Task<CasesLoaded> LoadAsync(Guid import, Cohort cohort) =>
        _on.Registry.LoadCasesAsync(new(import, cohort.Crisis, cohort.Agreement), OwnRegistry.Reason, CancellationToken.None);
}
