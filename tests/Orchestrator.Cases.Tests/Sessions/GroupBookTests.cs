using System.Text.Json;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Tests.Support;

namespace Orchestrator.Cases.Tests.Sessions;

/// <summary>Groups that operators choose from a waiting list.</summary>
[TestFixture(Database.Sqlite)]
[TestFixture(Database.PostgreSql, Category = "Slow")]
internal sealed class GroupBookTests(Database database)
{
    private const string Kind = "incontro-1";
    private const string Centre = "10";

    private static readonly DateTimeOffset s_since = new(2026, 5, 4, 8, 0, 0, TimeSpan.Zero);

    private OwnRegistry _on = null!;
    private Cohort _cohort = null!;
    private WaitingList _list = null!;

    [SetUp]
    public async Task SetUp()
    {
        _on = await Databases.CreateAsync(database);
        _cohort = await Cohort.WithAgreementAsync(_on, 6);
        for (var n = 0; n < 5; n++) await _on.Registry.RecordWishAsync(new($"wish-{n}", _cohort.Cases[n], Centre, "incontro 1", s_since.AddMinutes(n)), CancellationToken.None);
        _list = new(Kind, Centre, (await _on.Desk.WaitingListsAsync(null, CancellationToken.None)).Single().Crisis);
    }

    [TearDown]
    public void TearDown() => _on?.Dispose();

    private GroupForm Form(params int[] chosen) =>
        new(Guid.CreateVersion7(), _list, [.. chosen.Select(n => _cohort.Cases[n])], DateTimeOffset.UtcNow.AddYears(20), 120, 10, "CPI", "Sala 1");

    private async Task<GroupMade> MakeAsync(GroupForm form) => (await _on.Desk.MakeGroupAsync(form, "cpi", CancellationToken.None)).Value!;

    [Test]
    public async Task Exactly_those_who_were_chosen_get_a_place_and_the_process_is_told_once()
    {
        var form = Form(3, 1);
        var made = await MakeAsync(form);
        var again = await MakeAsync(form);

        Assert.That(made.Placed, Is.EqualTo(new[] { _cohort.Cases[3], _cohort.Cases[1] }));
        Assert.That((again.Session, again.Placed, again.Left), Is.EqualTo((made.Session, made.Placed, made.Left)).Using<(string?, IReadOnlyList<string>, IReadOnlyList<NotPlaced>)>(
            (one, other) => one.Item1 == other.Item1 && one.Item2.SequenceEqual(other.Item2) && one.Item3.SequenceEqual(other.Item3)));
        Assert.That((await _on.Desk.WaitingCasesAsync(_list, 10, CancellationToken.None)).Select(row => row.CaseId), Is.EqualTo(new[] { _cohort.Cases[0], _cohort.Cases[2], _cohort.Cases[4] }));
        var told = (await _on.Desk.ReadNoticesAsync(100, CancellationToken.None)).Where(notice => notice.Subject == made.Session).ToList();
        Assert.That(told, Has.Count.EqualTo(1));
        using var variables = JsonDocument.Parse(ProcessMessage.Read(told[0]).VariablesJson);
        Assert.That((variables.RootElement.GetProperty("session").GetProperty("type").GetString(), variables.RootElement.GetProperty("convened").GetBoolean()), Is.EqualTo(("incontro 1", false)));

        // The process of the session asks for its places: nobody is added although places are free and others wait.
        var filled = await _on.Registry.AllocateAsync(new(made.Session!, null, Kind, form.StartsAt, 120, 10, Centre, _list.Crisis), CancellationToken.None);
        Assert.That(filled.Places, Is.EquivalentTo(made.Placed));
        Assert.That(filled.Waiting, Is.Zero);
    }

    [Test]
    public async Task Of_two_operators_who_choose_the_same_case_one_gets_it_and_the_other_reads_where_it_is()
    {
        var made = await Task.WhenAll(MakeAsync(Form(0, 1)), MakeAsync(Form(1, 2)));

        Assert.That(made.SelectMany(one => one.Placed), Is.EquivalentTo(new[] { _cohort.Cases[0], _cohort.Cases[1], _cohort.Cases[2] }), "one place each");
        var left = made.SelectMany(one => one.Left).Single();
        Assert.That(left, Is.EqualTo(new NotPlaced(_cohort.Cases[1], NotPlacedReason.PlacedElsewhere, made.Single(one => one.Placed.Contains(_cohort.Cases[1])).Session)));
    }

    [Test]
    public async Task Without_anybody_who_waits_no_session_is_opened_and_a_form_that_does_not_fit_is_refused()
    {
        var nobody = await MakeAsync(Form(5));
        Assert.That(nobody.Session, Is.Null);
        Assert.That(nobody.Left, Is.EqualTo(new[] { new NotPlaced(_cohort.Cases[5], NotPlacedReason.NotWaiting, null) }));

        var wrong = await _on.Desk.MakeGroupAsync(Form(0, 1) with { StartsAt = s_since.AddYears(-10), Capacity = 1, DurationMinutes = 5, Venue = " ", VenueType = "?" }, "cpi", CancellationToken.None);
        Assert.That(wrong.Problems.Select(problem => problem.Field), Is.EquivalentTo(new[] { "startsAt", "capacity", "minutes", "venue", "venueType" }));
        Assert.That(await _on.Desk.WaitingCasesAsync(_list, 10, CancellationToken.None), Has.Count.EqualTo(5));
    }
}
