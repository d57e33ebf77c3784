using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Appointments;

/// <summary>Saluzzo (11) has three operators and two rooms, is open from 9 to 13 and from 14 to 17, Monday to Friday, six hours an operator.</summary>
[TestFixture(Database.Sqlite)]
[TestFixture(Database.PostgreSql, Category = "Slow")]
internal sealed class AppointmentTests(Database database)
{
    private OwnRegistry _on = null!;
    private Cohort _cohort = null!;

    [SetUp]
    public async Task SetUp()
    {
        _on = await Databases.CreateAsync(database); // 12 March 2026 is a Thursday, 10:30 in Rome
        _cohort = await Cohort.WithAgreementAsync(_on, 8);
    }

    [TearDown]
    public void TearDown() => _on?.Dispose();

    [Test]
    public async Task Slots_begin_on_the_quarter_after_now_and_keep_out_of_the_lunch_break()
    {
        var found = await SlotsAsync(0, Rome(12, 0), Rome(12, 23));

        Assert.That(
            found.Slots.Select(slot => Wall(slot.StartsAt)),
            Is.EqualTo(new[] { "12 10:30", "12 10:45", "12 11:00", "12 14:00", "12 14:15" }), "two hours that begin at 11:15 would run into the break");
    }

    [Test]
    public async Task Weekends_and_national_holidays_are_closed()
    {
        // 6 April 2026 is Easter Monday
        var found = await _on.Registry.FindSlotsAsync(Question(0, new(2026, 4, 4, 0, 0, 0, TimeSpan.FromHours(2)), new(2026, 4, 8, 0, 0, 0, TimeSpan.FromHours(2))), CancellationToken.None);

        Assert.That(found.Slots[0].StartsAt, Is.EqualTo(new DateTimeOffset(2026, 4, 7, 9, 0, 0, TimeSpan.FromHours(2))));
    }

    [Test]
    public async Task A_booked_slot_is_free_no_more_for_operator_room_and_person()
    {
        var slot = (await SlotsAsync(0, Rome(13, 0), Rome(14, 0))).Slots[0];
        await BookAsync("A0", 0, slot);

        var next = (await SlotsAsync(1, Rome(13, 0), Rome(14, 0))).Slots[0];
        var own = (await SlotsAsync(0, Rome(13, 0), Rome(14, 0))).Slots[0];

        Assert.Multiple(() =>
        {
            Assert.That(next.StartsAt, Is.EqualTo(slot.StartsAt), "another operator and room are free");
            Assert.That((next.Operator, next.Room), Is.Not.EqualTo((slot.Operator, slot.Room)));
            Assert.That(next.Operator, Is.Not.EqualTo(slot.Operator));
            Assert.That(next.Room, Is.Not.EqualTo(slot.Room));
            Assert.That(own.StartsAt, Is.EqualTo(slot.StartsAt.AddHours(2)), "the person is busy for two hours");
            Assert.That(own.Operator, Is.EqualTo(slot.Operator), "who received the person receives it again");
        });
    }

    [Test]
    public async Task Rooms_are_as_scarce_as_operators()
    {
        var slot = (await SlotsAsync(0, Rome(13, 0), Rome(14, 0))).Slots[0];
        await BookAsync("A0", 0, slot);
        await BookAsync("A1", 1, (await SlotsAsync(1, Rome(13, 0), Rome(14, 0))).Slots[0]);

        var third = (await SlotsAsync(2, Rome(13, 0), Rome(14, 0))).Slots[0];

        Assert.That(Wall(third.StartsAt), Is.EqualTo("13 11:00"), "the third operator has no room before");
    }

    [Test]
    public async Task A_slot_that_somebody_else_took_in_the_meantime_is_refused_and_nothing_is_booked()
    {
        var slot = (await SlotsAsync(0, Rome(13, 0), Rome(14, 0))).Slots[0];
        await BookAsync("A0", 0, slot);

        var taken = Assert.ThrowsAsync<RegistryRefusedException>(() => BookAsync("A1", 1, slot with { Room = "11-sala2" }));
        var late = Assert.ThrowsAsync<RegistryRefusedException>(() => BookAsync("A1", 1, slot with { StartsAt = slot.StartsAt.AddMinutes(105), Operator = "11-op3" }));

        Assert.That(new[] { taken!.Code, late!.Code }, Is.All.EqualTo(RefusalCode.SlotTaken));
        Assert.That(taken.Message, Does.Contain("11-op1"));
    }

    [Test]
    public async Task Of_many_who_book_the_same_slot_at_the_same_time_one_gets_it()
    {
        var slot = (await SlotsAsync(0, Rome(13, 0), Rome(14, 0))).Slots[0];

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(async () =>
        {
            try
            {
                await BookAsync(FormattableString.Invariant($"A{n}"), n, slot);
                return "";
            }
            catch (RegistryRefusedException refused)
            {
                return refused.Code;
            }
        })));

        Assert.That(results.Order(StringComparer.Ordinal), Is.EqualTo(new[] { "" }.Concat(Enumerable.Repeat(RefusalCode.SlotTaken, 5))));
    }

    [Test]
    public async Task An_appointment_elsewhere_takes_the_persons_time_and_no_calendar_of_the_centre()
    {
        var evening = Rome(13, 18).AddMinutes(10); // the centre is closed, and it is no quarter of an hour
        await BookElsewhereAsync("A0", 0, evening, 95);
        await BookElsewhereAsync("A0", 0, evening, 95);
        await BookElsewhereAsync("A1", 1, evening, 95);
        await BookElsewhereAsync("A2", 0, Rome(13, 9), 120);

        var overlapping = Assert.ThrowsAsync<RegistryRefusedException>(() => BookElsewhereAsync("A3", 0, evening.AddMinutes(90), 60));
        var half = Assert.ThrowsAsync<RegistryRefusedException>(() => BookAsync("A4", 2, new(Rome(13, 9), "11-op1", null!)));
        var endless = Assert.ThrowsAsync<RegistryRefusedException>(() => BookElsewhereAsync("A5", 2, evening, 481));
        var own = (await SlotsAsync(0, Rome(13, 0), Rome(14, 0))).Slots[0];
        var others = (await SlotsAsync(1, Rome(13, 0), Rome(14, 0))).Slots[0];

        Assert.Multiple(() =>
        {
            Assert.That(new[] { overlapping!.Code, half!.Code, endless!.Code }, Is.EqualTo(new[] { RefusalCode.SlotTaken, RefusalCode.Invalid, RefusalCode.Invalid }));
            Assert.That(Wall(own.StartsAt), Is.EqualTo("13 11:00"), "the person is busy from nine to eleven");
            Assert.That((Wall(others.StartsAt), others.Operator, others.Room), Is.EqualTo(("13 09:00", "11-op1", "11-sala1")));
        });
    }

    [Test]
    public async Task An_appointment_moves_from_the_centre_elsewhere_and_back()
    {
        var slot = (await SlotsAsync(0, Rome(13, 0), Rome(14, 0))).Slots[0];
        await BookAsync("A0", 0, slot);
        await BookElsewhereAsync("A0", 0, Rome(13, 18), 120, "incontro 2");
        Assert.That((await SlotsAsync(1, Rome(13, 0), Rome(14, 0))).Slots[0], Is.EqualTo(slot), "what it had taken is free");
        await BookAsync("A0", 0, slot);
        Assert.That((await SlotsAsync(1, Rome(13, 0), Rome(14, 0))).Slots[0].Operator, Is.Not.EqualTo(slot.Operator));
    }

    [Test]
    public async Task Booking_the_same_again_changes_nothing_and_another_slot_moves_the_appointment()
    {
        var slots = (await SlotsAsync(0, Rome(13, 0), Rome(14, 0))).Slots;
        await BookAsync("A0", 0, slots[0]);
        await BookAsync("A0", 0, slots[0]);
        await BookAsync("A0", 0, slots[2]);

        await BookAsync("A1", 1, slots[0] with { Room = "11-sala2", Operator = "11-op2" });
        await using var context = _on.CreateDbContext();
        Assert.Multiple(() =>
        {
            Assert.That(context.BookedQuarters.Count(row => row.SessionId == "A0"), Is.EqualTo(3 * 8));
            Assert.That(context.Sessions.Single(row => row.SessionId == "A0").StartsAt, Is.EqualTo(slots[2].StartsAt));
        });
    }

    [Test]
    public async Task A_cancelled_appointment_gives_its_slot_back()
    {
        var slot = (await SlotsAsync(0, Rome(13, 0), Rome(14, 0))).Slots[0];
        await BookAsync("A0", 0, slot);
        await _on.Registry.PrepareConvocationsAsync(new("job-1", "A0", ConvocationMethod.Cancel, [_cohort.Cases[0]]), OwnRegistry.Reason, CancellationToken.None);

        await BookAsync("A1", 1, slot);

        Assert.That((await SlotsAsync(0, Rome(13, 0), Rome(14, 0))).Slots[0].StartsAt, Is.EqualTo(slot.StartsAt), "the person is free again as well");
    }

    [Test]
    public async Task An_operator_has_at_most_six_hours_a_day()
    {
        await BookAsync("A0", 0, new(Rome(13, 9), "11-op1", "11-sala1"));
        await BookAsync("A1", 1, new(Rome(13, 11), "11-op1", "11-sala1"));
        await BookAsync("A2", 2, new(Rome(13, 14), "11-op1", "11-sala1"));

        var more = Assert.ThrowsAsync<RegistryRefusedException>(() => _on.Registry.BookAppointmentAsync(
            new("A3", _cohort.Cases[3], "11", "incontro 2", Rome(13, 16), 60, "11-op1", "11-sala1"), CancellationToken.None));

        Assert.That(more!.Message, Does.Contain("more than 6 hours"));
    }

    [TestCase(8, 0)] // before opening
    [TestCase(12, 0)] // into the break
    [TestCase(16, 0)] // past closing
    [TestCase(9, 10)] // not on the grid
    public void What_no_slot_could_be_is_refused(int hour, int minute)
    {
        var wrong = Assert.ThrowsAsync<RegistryRefusedException>(() => BookAsync("A0", 0, new(Rome(13, hour).AddMinutes(minute), "11-op1", "11-sala1")));
        var stranger = Assert.ThrowsAsync<RegistryRefusedException>(() => BookAsync("A0", 0, new(Rome(13, 9), "12-op1", "11-sala1")));

        Assert.That(new[] { wrong!.Code, stranger!.Code }, Is.All.EqualTo(RefusalCode.Invalid));
    }

    [Test]
    public async Task A_place_in_a_group_session_keeps_the_person_from_an_appointment()
    {
        await _on.Registry.RecordWishAsync(new("w", _cohort.Cases[0], "11", "incontro 1", _on.Clock.GetUtcNow()), CancellationToken.None);
        await _on.Registry.AllocateAsync(new("G1", null, "incontro-1", Rome(13, 9), 120, 10, Crisis: _cohort.Crisis), CancellationToken.None);

        Assert.That(Wall((await SlotsAsync(0, Rome(13, 0), Rome(14, 0))).Slots[0].StartsAt), Is.EqualTo("13 11:00"));
    }

    [Test]
    public async Task Hours_needed_and_available_are_counted_for_the_centre()
    {
        for (var n = 0; n < 5; n++)
            await _on.Registry.RecordStateAsync(new(FormattableString.Invariant($"s{n}"), _cohort.Cases[n], "p1", "IN_CHARGE", _on.Clock.GetUtcNow()), CancellationToken.None);
        await BookAsync("A4", 4, new(Rome(13, 9), "11-op1", "11-sala1"));

        var found = await SlotsAsync(0, Rome(13, 0), Rome(14, 0));

        Assert.Multiple(() =>
        {
            Assert.That(found.HoursNeeded, Is.EqualTo(4 * 2), "four in charge without an appointment, this one among them");
            Assert.That(found.HoursAvailable, Is.EqualTo(2 * 7 - 2), "two rooms of seven hours are the narrow place, less the two hours that are taken");
        });
    }

    private Task<SlotAnswer> SlotsAsync(int n, DateTimeOffset from, DateTimeOffset to) => _on.Registry.FindSlotsAsync(Question(n, from, to), CancellationToken.None);

    private SlotQuestion Question(int n, DateTimeOffset from, DateTimeOffset to) => new(_cohort.Cases[n], "11", "incontro 2", 120, from, to);

    private Task BookAsync(string session, int n, Slot slot) =>
        _on.Registry.BookAppointmentAsync(new(session, _cohort.Cases[n], "11", "incontro 2", slot.StartsAt, 120, slot.Operator, slot.Room), CancellationToken.None);

    private Task BookElsewhereAsync(string session, int n, DateTimeOffset at, int minutes, string kind = "modulo di approfondimento") =>
        _on.Registry.BookAppointmentAsync(new(session, _cohort.Cases[n], "11", kind, at, minutes, null, null), CancellationToken.None);

    private static DateTimeOffset Rome(int day, int hour) => new(2026, 3, day, hour, 0, 0, TimeSpan.FromHours(1));

    private static string Wall(DateTimeOffset instant) => instant.ToOffset(TimeSpan.FromHours(1)).ToString("d HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
