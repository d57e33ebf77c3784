using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Documents;

[TestFixture(Database.Sqlite)]
[TestFixture(Database.PostgreSql, Category = "Slow")]
internal sealed class CrisisOpeningTests(Database database)
{
    private static readonly DateTimeOffset s_at = new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero);
    private OwnRegistry _on = null!;

    [SetUp]
    public async Task SetUp() => _on = await Databases.CreateAsync(database);

    [TearDown]
    public void TearDown() => _on?.Dispose();

    [Test]
    public async Task A_dossier_opens_company_sites_and_crisis_and_names_centre_and_provinces()
    {
        var answer = await Dossiers.OpenAsync(_on);

        await using var context = _on.CreateDbContext();
        var crisis = await context.Crises.Include(row => row.Company).Include(row => row.Sites).SingleAsync();
        Assert.Multiple(() =>
        {
            Assert.That(answer.Document!.RegistryNumber, Is.EqualTo("REG-2026-0000001"));
            Assert.That(answer.Centre, Is.EqualTo(crisis.CentreCode).And.Matches("^[0-9]{2}$"));
            Assert.That(answer.Provinces, Is.EqualTo(new[] { "CN", "TO" }));
            Assert.That((crisis.Title, crisis.TotalWorkers, crisis.Redundancies, crisis.State), Is.EqualTo(("Crisi Officine Zibrelle", 200, 60, CrisisState.Open)));
            Assert.That((crisis.Company!.Name, crisis.Company.Ateco), Is.EqualTo(("Officine Zibrelle S.p.A.", "29.32.09")));
            Assert.That(crisis.Sites.Select(site => site.Workers).Order(), Is.EqualTo(new[] { 50, 150 }));
        });
    }

    [Test]
    public async Task A_second_open_crisis_at_a_site_of_the_same_company_is_a_duplicate_however_the_address_is_written()
    {
        await Dossiers.OpenAsync(_on);
        var facts = Dossiers.Facts() with { Sites = [new("VIA ROMA 1", "001272", 10)] };

        var answer = await Dossiers.OpenAsync(_on, "2", "CR-2026-0002", facts);

        Assert.Multiple(() =>
        {
            Assert.That((answer.Error, answer.ExistingCrisis, answer.Document), Is.EqualTo((RegistrationError.DuplicateCrisis, "CR-2026-0001", (RegisteredDocument?)null)));
            Assert.That(_on.Desk.ListCrisesAsync(10, CancellationToken.None).Result, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task Two_dossiers_of_one_site_at_once_open_one_crisis()
    {
        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(n => Task.Run(() => Dossiers.OpenAsync(_on, $"{n}", FormattableString.Invariant($"CR-2026-{n:D4}")))));

        Assert.That(answers.Count(answer => answer.Error is null), Is.EqualTo(1), string.Join(", ", answers.Select(answer => answer.Error)));
    }

    [Test]
    public async Task Another_site_or_a_closed_crisis_is_no_duplicate()
    {
        await Dossiers.OpenAsync(_on);
        var elsewhere = await Dossiers.OpenAsync(_on, "2", "CR-2026-0002", Dossiers.Facts() with { Sites = [new("Via Po 3", "001272", 10)] });
        await _on.Registry.RecordCrisisEventAsync(new(7, "CR-2026-0001", "CrisisResolved", s_at, CrisisState.Closed), CancellationToken.None);
        var afterwards = await Dossiers.OpenAsync(_on, "3", "CR-2026-0003");

        Assert.That(new[] { elsewhere.Error, afterwards.Error }, Is.All.Null);
    }

    [Test]
    public async Task The_dossier_of_the_same_crisis_again_corrects_it()
    {
        await Dossiers.OpenAsync(_on);
        var answer = await Dossiers.OpenAsync(_on, "2", facts: Dossiers.Facts() with { Redundancies = 70, Sites = [new("Via Roma 1", "001272", 100)] });

        await using var context = _on.CreateDbContext();
        var crisis = await context.Crises.Include(row => row.Sites).SingleAsync();
        Assert.Multiple(() =>
        {
            Assert.That(answer.Document!.RegistryNumber, Is.EqualTo("REG-2026-0000002"));
            Assert.That((crisis.Redundancies, crisis.Sites.Count), Is.EqualTo((70, 1)));
        });
    }

    [Test]
    public async Task A_crisis_that_an_agreement_opened_gets_its_dossier()
    {
        var agreement = await _on.AgreementAsync();

        var answer = await Dossiers.OpenAsync(_on, "1", agreement.Crisis);

        Assert.Multiple(() =>
        {
            Assert.That(answer.Error, Is.Null);
            Assert.That(_on.Desk.ListCrisesAsync(10, CancellationToken.None).Result.Single().Title, Is.EqualTo("Crisi Officine Zibrelle"));
        });
    }

    [Test]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        var facts = new CrisisFacts(null, "02843860013", "1", " ", "29-32", [new("", "999999", -1)], 0, 5, "guasto", true, null, new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 1), "forse");

        var answer = await Dossiers.OpenAsync(_on, "1", "CR-26-1", facts);

        Assert.Multiple(() =>
        {
            Assert.That(answer.Error, Is.EqualTo(RegistrationError.InvalidCrisis));
            Assert.That(
                answer.Problems.Select(problem => problem.Field),
                Is.EqualTo(new[]
                {
                    "crisis", "title", "companyTaxCode", "vatNumber", "companyName", "ateco", "sites[0].address", "sites[0].workers", "totalWorkers", "redundancies", "reason", "cigsGround",
                    "cigsTo", "regionalInterest", "sites[0].municipality",
                }));
        });
    }

    [TestCase("RSSMRA80A01L219M", true)]
    [TestCase("RSSMRA80A01L219N", false)]
    [TestCase("02843860012", true)]
    public async Task A_sole_owner_is_known_by_sixteen_characters_with_their_check(string code, bool accepted) =>
        Assert.That((await Dossiers.OpenAsync(_on, facts: Dossiers.Facts() with { CompanyTaxCode = code })).Error is null, Is.EqualTo(accepted));

    [Test]
    public async Task Sites_outside_the_region_are_kept_but_one_must_be_inside()
    {
        var mixed = await Dossiers.OpenAsync(_on, facts: Dossiers.Facts() with { Sites = [new("Via Larga 1", "015146", 10), new("Via Roma 1", "001272", 10)] });
        var outside = await Dossiers.OpenAsync(_on, "2", "CR-2026-0002", Dossiers.Facts() with { Sites = [new("Via Larga 2", "015146", 10)] });

        Assert.Multiple(() =>
        {
            Assert.That((mixed.Error, string.Join(' ', mixed.Provinces)), Is.EqualTo(((string?)null, "TO")));
            Assert.That(outside.Problems.Select(problem => $"{problem.Field} {problem.Code}"), Is.EqualTo(new[] { "sites outsideRegion" }));
        });
    }

    [Test]
    public async Task The_newest_event_says_the_state_whatever_the_order_and_however_often_events_come()
    {
        await Dossiers.OpenAsync(_on);
        CrisisEvent[] events =
        [
            new(3, Dossiers.Crisis, "CrisisResolved", s_at.AddHours(3), CrisisState.Closed),
            new(1, Dossiers.Crisis, "MeetingRequested", s_at.AddHours(1), CrisisState.InHand),
            new(3, Dossiers.Crisis, "CrisisResolved", s_at.AddHours(3), CrisisState.Closed),
            new(4, Dossiers.Crisis, "ReportPublished", s_at.AddHours(4), null),
            new(2, Dossiers.Crisis, "AgreementSigned", s_at.AddHours(2), CrisisState.InHand),
        ];

        foreach (var happened in events) await _on.Registry.RecordCrisisEventAsync(happened, CancellationToken.None);

        await using var context = _on.CreateDbContext();
        Assert.Multiple(() =>
        {
            Assert.That(context.Crises.Single().State, Is.EqualTo(CrisisState.Closed));
            Assert.That(context.CrisisEvents.Select(row => row.MessageKey).Order(), Is.EqualTo(new long[] { 1, 2, 3, 4 }));
        });
    }

    [Test]
    public void An_event_of_an_unknown_crisis_is_refused() =>
        Assert.That(
            () => _on.Registry.RecordCrisisEventAsync(new(1, "CR-2026-0099", "CrisisResolved", s_at, CrisisState.Closed), CancellationToken.None),
            Throws.TypeOf<RegistryRefusedException>().With.Property("Code").EqualTo(RefusalCode.NotFound));

    [Test]
    public async Task A_meetings_calendar_entry_counts_its_versions_and_a_repeated_job_repeats_its_own()
    {
        async Task<MeetingVersion> Prepare(string job, string meeting) => await _on.Registry.PrepareMeetingAsync(new(job, Dossiers.Crisis, meeting), CancellationToken.None);
        var first = await Prepare("1", "M1");
        var moved = await Prepare("2", "M1");
        _on.Clock.Advance(TimeSpan.FromHours(1));
        var again = await Prepare("1", "M1");
        var other = await Prepare("3", "M2");

        Assert.Multiple(() =>
        {
            Assert.That(new[] { first.Sequence, moved.Sequence, other.Sequence }, Is.EqualTo(new[] { 0, 1, 0 }));
            Assert.That(again, Is.EqualTo(first));
            Assert.That(moved.Uid, Is.EqualTo(first.Uid).And.Not.EqualTo(other.Uid));
        });
    }
}
