using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Sessions;

[TestFixture(Database.Sqlite)]
[TestFixture(Database.PostgreSql, Category = "Slow")]
internal sealed class SessionBookTests(Database database)
{
    private OwnRegistry _on = null!;
    private string _agreement = null!;
    private IReadOnlyList<string> _cases = null!;

    [SetUp]
    public async Task SetUp()
    {
        _on = await Databases.CreateAsync(database);
        var (agreement, cases) = await SampleForms.CasesAsync(_on, 5);
        (_agreement, _cases) = (agreement.Agreement, cases);
    }

    [TearDown]
    public void TearDown() => _on?.Dispose();

    [Test]
    public async Task Sessions_share_the_cases_out_and_say_how_many_have_no_place()
    {
        var first = await AssignAsync("S1", capacity: 2);
        var second = await AssignAsync("S2", capacity: 2);

        var together = (await CasesOfAsync("S1")).Concat(await CasesOfAsync("S2")).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(first, Is.EqualTo(new SessionPlaces("S1", 2, 3)));
            Assert.That(second, Is.EqualTo(new SessionPlaces("S2", 2, 1)));
            Assert.That(together, Is.Unique.And.Count.EqualTo(4));
        });
    }

    [Test]
    public async Task Asking_again_keeps_the_places_and_a_larger_hall_adds_to_them()
    {
        await AssignAsync("S1", capacity: 2);
        var before = await CasesOfAsync("S1");

        var same = await AssignAsync("S1", capacity: 2);
        var larger = await AssignAsync("S1", capacity: 4);

        Assert.Multiple(() =>
        {
            Assert.That((same.Assigned, larger.Assigned), Is.EqualTo((2, 4)));
            Assert.That(CasesOfAsync("S1").Result, Is.SupersetOf(before));
        });
    }

    [Test]
    public async Task Sessions_filled_at_the_same_time_never_give_one_case_two_places()
    {
        await Task.WhenAll(Enumerable.Range(1, 4).Select(n => Task.Run(() => AssignAsync(FormattableString.Invariant($"S{n}"), capacity: 2))));

        var all = new List<string>();
        for (var n = 1; n <= 4; n++)
            all.AddRange(await CasesOfAsync(FormattableString.Invariant($"S{n}")));
        Assert.That(all, Is.Unique.And.Count.EqualTo(5));
    }

    [Test]
    public async Task Who_was_absent_gets_a_place_in_the_next_session_and_who_came_does_not()
    {
        await AssignAsync("S1", capacity: 5);
        await _on.Desk.SaveAttendanceAsync(
            new("S1", null, [new(_cases[0], "assente", null, null), new(_cases[1], "assente giustificato", null, "citazione"), new(_cases[2], "presente", null, null)], false),
            "cpi-1", CancellationToken.None);

        await AssignAsync("S2", capacity: 5);

        Assert.That(await CasesOfAsync("S2"), Is.EquivalentTo(new[] { _cases[0], _cases[1] }));
    }

    [Test]
    public async Task A_session_for_one_centre_takes_its_cases_only()
    {
        var places = await _on.Registry.AssignSessionAsync(Request("S1", 5) with { Centre = "12" }, CancellationToken.None);

        Assert.That(places, Is.EqualTo(new SessionPlaces("S1", 0, 0)));
    }

    [Test]
    public void A_session_of_an_unknown_agreement_or_without_a_proper_key_is_refused()
    {
        var unknown = Assert.ThrowsAsync<RegistryRefusedException>(() => _on.Registry.AssignSessionAsync(Request("S1", 5) with { Agreement = "AG-CR-2026-0099-1" }, CancellationToken.None));
        var key = Assert.ThrowsAsync<RegistryRefusedException>(() => AssignAsync("S 1/../x", 5));
        var capacity = Assert.ThrowsAsync<RegistryRefusedException>(() => AssignAsync("S1", CaseLimits.SessionCasesMax + 1));

        Assert.That(new[] { unknown!.Code, key!.Code, capacity!.Code }, Is.EqualTo(new[] { RefusalCode.NotFound, RefusalCode.Invalid, RefusalCode.Invalid }));
    }

    [Test]
    public async Task Recipients_come_in_pages_with_name_and_address()
    {
        var first = await _on.Registry.ReadRecipientsAsync(_agreement, null, 3, OwnRegistry.Reason, CancellationToken.None);
        var second = await _on.Registry.ReadRecipientsAsync(_agreement, first.Recipients[^1].CaseId, 3, OwnRegistry.Reason, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That((first.More, second.More), Is.EqualTo((true, false)));
            Assert.That(first.Recipients.Concat(second.Recipients).Select(recipient => recipient.CaseId), Is.EqualTo(_cases));
            Assert.That(first.Recipients.Select(recipient => recipient.Email), Is.All.EndsWith("@example.invalid"));
            Assert.That(first.Recipients[0].FullName, Does.StartWith("Orsola Zibrello"));
        });
    }

    [Test]
    public async Task A_sheet_for_five_hundred_is_saved_in_one_go()
    {
        var (agreement, cases) = await SampleForms.CasesAsync(_on, 500);
        await _on.Registry.AssignSessionAsync(new("BIG", agreement.Agreement, "presentazione", Start, 120, 500), CancellationToken.None);

        var saved = await _on.Desk.SaveAttendanceAsync(new("BIG", null, [.. cases.Select(caseId => new AttendanceEntry(caseId, "presente", "", null))], Complete: true), "cpi-1", CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(saved.Value!.Recorded, Has.Count.EqualTo(500));
            Assert.That(saved.Value.Recorded.Select(row => row.Minutes), Is.All.EqualTo(120));
        });
    }

    private static DateTimeOffset Start => new(2026, 3, 20, 9, 0, 0, TimeSpan.FromHours(1));

    private SessionRequest Request(string session, int capacity) => new(session, _agreement, "presentazione", Start, 120, capacity);

    private Task<SessionPlaces> AssignAsync(string session, int capacity) => _on.Registry.AssignSessionAsync(Request(session, capacity), CancellationToken.None);

    private async Task<IReadOnlyList<string>> CasesOfAsync(string session) =>
        [.. (await _on.Registry.ReadCasesAsync(session, null, 100, CancellationToken.None)).Cases.Select(row => row.CaseId)];
}
