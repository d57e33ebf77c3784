using Orchestrator.Testing.Scenarios;
using static Orchestrator.Engine.Tests.Scenarios.Shift.ItalianLaw;

namespace Orchestrator.Engine.Tests.Scenarios.Shift;

/// <summary>
/// Whatever the day of the signature, every date that follows from it is the one that the law gives, and a signature one day later shifts each by its rule:
/// reminders by a day, terms by a day unless the last day was moved already, working days by a working day.
/// </summary>
[Parallelizable(ParallelScope.Children)]
public sealed class ShiftedSignatureTests
{
    private const string Case = "PW-3f2b8a52-0000-4000-8000-000000000001";

    /// <summary>Every month of three years: leap day, clock changes, Easter three times, 4 October and 24 June on other weekdays each year.</summary>
    public static IEnumerable<DateOnly> Months => Enumerable.Range(0, 36).Select(month => new DateOnly(2026, 1, 1).AddMonths(month));

    [TestCaseSource(nameof(Months))]
    public async Task The_dates_of_the_access_to_the_measure_follow_from_the_signature(DateOnly month)
    {
        var before = await CollectiveAsync(month.AddDays(-1));
        foreach (var signedOn in DaysOf(month))
        {
            var run = await CollectiveAsync(signedOn);
            Assert.Multiple(() =>
            {
                Assert.That(run.Timers, Is.EqualTo(TimersOfTheAccess(signedOn)), $"timers, signed on {signedOn:O}");
                Assert.That(run.Tasks, Is.EqualTo(TasksOfTheAccess(signedOn)), $"tasks, signed on {signedOn:O}");
                Shifts(before, run, signedOn);
            });
            before = run;
        }
    }

    [TestCaseSource(nameof(Months))]
    public async Task The_dates_of_a_worker_follow_from_signature_decision_and_choice(DateOnly month)
    {
        foreach (var signedOn in DaysOf(month))
        {
            var run = await WorkerAsync(signedOn);
            var decided = signedOn.AddDays(33);
            var chosen = decided.AddDays(6);
            var fallback = new[] { EndOf(LastUsefulDay(signedOn, 30).AddDays(1)), EndOf(WorkingDaysAfter(signedOn.AddDays(3), 5)) }.Max();
            var charge = At(WorkingDaysAfter(chosen, 10), 17);
            Assert.Multiple(() =>
            {
                Assert.That(run.Timers, Is.EqualTo(SignedRun.Lines(
                [
                    ("booking-fallback", fallback), ("choice-term", EndOf(LastUsefulDay(decided, 30))), ("charge-reminder", charge), ("meeting-1-reminder", At(WorkingDaysAfter(chosen, 15), 9)),
                ])), $"timers, signed on {signedOn:O}");
                Assert.That(run.Tasks, Is.EqualTo(SignedRun.Lines(
                [
                    ("booking-support", At(signedOn.AddDays(29), 17)), ("completion-support", At(WorkingDaysAfter(decided, 5), 17)), ("take-charge", charge),
                ])), $"tasks, signed on {signedOn:O}");
            });
            var rejected = await RejectedAsync(signedOn);
            Assert.That(rejected.Timers, Is.EqualTo(SignedRun.Lines([("booking-fallback", fallback), ("explain-reminder", At(WorkingDaysAfter(decided, 5), 17))])), $"timers, signed on {signedOn:O}, rejected");
            Assert.That(rejected.Tasks, Is.EqualTo(SignedRun.Lines([("explain-rejection", At(WorkingDaysAfter(decided, 5), 17))])), $"tasks, signed on {signedOn:O}, rejected");
        }
    }

    [TestCaseSource(nameof(Months))]
    public async Task The_dates_of_the_delivery_follow_from_the_agreement(DateOnly month)
    {
        foreach (var signedOn in DaysOf(month))
        {
            var run = await DeliveryAsync(signedOn);
            var started = signedOn.AddDays(1);
            Assert.Multiple(() =>
            {
                Assert.That(run.Due("workers-timer"), Is.EqualTo(At(WorkingDaysAfter(started, 2), 17)), $"signed on {signedOn:O}");
                Assert.That(run.Due("closeout"), Is.EqualTo(EndOf(signedOn.AddDays(300).AddMonths(12))), $"signed on {signedOn:O}");
                Assert.That(run.Due("every-month"), Is.EqualTo(At(started.AddMonths(1), 10)), $"signed on {signedOn:O}");
                Assert.That(run.Due("presentation-term"), Is.EqualTo(EndOf(LastUsefulDay(signedOn, 30))), $"signed on {signedOn:O}, in the called process");
            });
        }
    }

    /// <summary>An agreement that comes while pathway 2 runs is taken up to the last second of its thirty days.</summary>
    [TestCaseSource(nameof(Months))]
    public async Task An_agreement_that_comes_later_counts_up_to_the_end_of_its_term(DateOnly month)
    {
        foreach (var signedOn in DaysOf(month).Where(day => day.Day % 4 == 0))
        {
            var left = LastUsefulDay(signedOn, 30).DayNumber - signedOn.DayNumber;
            var kept = await LaterAsync(signedOn, $"[D+{left} 23]");
            var missed = await LaterAsync(signedOn, $"[D+{left + 1} 0]");
            Assert.That((kept.Entered("take-agreement"), kept.Entered("agreement-too-late"), missed.Entered("take-agreement"), missed.Entered("agreement-too-late")), Is.EqualTo((true, false, false, true)), $"signed on {signedOn:O}");
        }
    }

    /// <summary>A signature that is corrected by a day leaves the timers that it would have had from the beginning; so does the day of a decision.</summary>
    [TestCaseSource(nameof(Months))]
    public async Task A_date_corrected_by_a_day_leaves_the_timers_of_the_right_one(DateOnly month)
    {
        foreach (var signedOn in DaysOf(month))
        {
            var right = await CorrectedAsync(signedOn, "[D+1]", "[D+1]");
            var corrected = await CorrectedAsync(signedOn, "[D]", "[D+1]");
            Assert.That(corrected.Armed, Is.EqualTo(right.Armed), $"signed on {signedOn:O}, corrected to the day after");
            right = await DecidedAsync(signedOn, "[D+4]", "[D+4]");
            corrected = await DecidedAsync(signedOn, "[D+3]", "[D+4]");
            Assert.That(corrected.Armed, Is.EqualTo(right.Armed), $"decided on the third day after {signedOn:O}, corrected to the fourth");
            Assert.That(right.Armed, Is.EqualTo(SignedRun.Lines([("choice-term", EndOf(LastUsefulDay(signedOn.AddDays(4), 30)))])));
        }
    }

    /// <summary>The check is seen to fail: a definition that counts one day more, and one that counts calendar days where working days are meant.</summary>
    [Test]
    public async Task Another_way_of_counting_is_found_out()
    {
        var signedOn = new DateOnly(2026, 3, 2);
        var longer = ReducedWorkflows.With("p1-collective", text => text.Replace("presentationLastDay: term end(date(signingDate), @&quot;P30D&quot;", "presentationLastDay: term end(date(signingDate), @&quot;P31D&quot;", StringComparison.Ordinal));
        Assert.That((await CollectiveAsync(signedOn, longer)).Timers, Is.Not.EqualTo(TimersOfTheAccess(signedOn)));
        var calendar = ReducedWorkflows.With("p1-collective", text => text.Replace("add working days(date(signingDate), 5, &quot;office&quot;)", "date(signingDate) + @&quot;P5D&quot;", StringComparison.Ordinal));
        Assert.That((await CollectiveAsync(signedOn, calendar)).Tasks, Is.Not.EqualTo(TasksOfTheAccess(signedOn)));
    }

    /// <summary>The second way to know the law is checked by days that anybody can look up, and by the vectors that were computed with the specification.</summary>
    [TestCase("2019-12-24", "2020-01-23")]
    [TestCase("2019-03-01", "2019-04-01", Description = "a Sunday")]
    [TestCase("2019-03-23", "2019-04-23", Description = "Easter Monday")]
    [TestCase("2020-04-01", "2020-05-02")]
    [TestCase("2019-12-07", "2020-01-07")]
    [TestCase("2025-09-04", "2025-10-04", Description = "not a holiday yet")]
    [TestCase("2026-09-04", "2026-10-05", Description = "4 October is a Sunday")]
    [TestCase("2027-09-04", "2027-10-05", Description = "4 October, a Monday, is a holiday")]
    [TestCase("2028-01-30", "2028-02-29", Description = "leap day")]
    [TestCase("2026-05-25", "2026-06-24", Description = "the patron's day moves no term")]
    public void The_oracle_knows_the_law(string signedOn, string last) =>
        Assert.That(LastUsefulDay(DateOnly.Parse(signedOn, System.Globalization.CultureInfo.InvariantCulture), 30), Is.EqualTo(DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture)));

    private static IReadOnlyList<string> TimersOfTheAccess(DateOnly signedOn)
    {
        var term = EndOf(LastUsefulDay(signedOn, 30));
        var decision = signedOn.AddDays(33);
        return SignedRun.Lines(
        [
            .. Reminders(signedOn, "employer-reminder", 4, 6), ("employer-term", EndOf(LastUsefulDay(signedOn, 7))),
            .. Reminders(signedOn, "presentation-reminder", 5, 10, 15, 20, 25, 28), ("presentation-term", term),
            .. Reminders(signedOn, "booking-reminder", 15, 20, 25, 28, 29), ("phone-day", At(signedOn.AddDays(25), 9)), ("until-term-end", term), ("term-end", term),
            ("ask-day", At(signedOn.AddDays(45), 9)), .. Reminders(signedOn, "decisions-reminder", 75),
            .. Reminders(decision, "choice-reminder", 15, 23, 28), ("choices-term", EndOf(LastUsefulDay(decision, 30))),
        ]);
    }

    private static IReadOnlyList<string> TasksOfTheAccess(DateOnly signedOn)
    {
        var decision = signedOn.AddDays(33);
        return SignedRun.Lines(
        [
            ("employer-transmission", At(LastUsefulDay(signedOn, 7), 17)), ("plan-presentation", At(WorkingDaysAfter(signedOn, 5), 17)),
            ("presentation-late", EndOf(LastUsefulDay(signedOn, 30))), ("collect-choices", At(LastUsefulDay(decision, 30), 17)),
        ]);
    }

    /// <summary>What holds between two neighbours without any calendar.</summary>
    private static void Shifts(SignedRun before, SignedRun after, DateOnly signedOn)
    {
        foreach (var reminder in new[] { "employer-reminder-4", "presentation-reminder-5", "presentation-reminder-28", "booking-reminder-15", "booking-reminder-29", "phone-day", "ask-day", "decisions-reminder-75" })
            Assert.That(Day(after.Due(reminder)), Is.EqualTo(Day(before.Due(reminder)).AddDays(1)), $"{reminder}, shifted to {signedOn:O}");
        foreach (var (term, days) in new[] { ("employer-term", 7), ("presentation-term", 30), ("term-end", 30) })
        {
            var strict = signedOn.AddDays(days);
            var last = Day(before.Due(term)).AddDays(-1);
            var shifted = Day(after.Due(term)).AddDays(-1);
            if (last >= strict) Assert.That(shifted, Is.EqualTo(last), $"{term}, shifted to {signedOn:O}: a term that was moved to this day or beyond ends where it did");
            else Assert.That(shifted, Is.GreaterThanOrEqualTo(strict), $"{term}, shifted to {signedOn:O}: no term ends before its strict day");
        }
    }

    private static DateOnly Day(DateTimeOffset at)
    {
        var hour = at.ToUniversalTime().AddHours(1);
        var winter = DateOnly.FromDateTime(hour.DateTime);
        return At(winter, hour.Hour) == at ? winter : DateOnly.FromDateTime(hour.AddHours(1).DateTime);
    }

    private static IEnumerable<DateOnly> DaysOf(DateOnly month) => Enumerable.Range(0, DateTime.DaysInMonth(month.Year, month.Month)).Select(day => month.AddDays(day));

    private static IEnumerable<(string, DateTimeOffset)> Reminders(DateOnly from, string name, params int[] days) => days.Select(day => ($"{name}-{day}", At(from.AddDays(day), 9)));

    private static Task<SignedRun> CollectiveAsync(DateOnly signedOn, TestDefinitions? definitions = null) => SignedRun.PlayAsync(signedOn, """
        clock [D 10]
        always apl.notify ok
        always apl.booking-status ok { booked: 1, notBooked: 0, decided: 1, undecided: 0, approved: 1, rejected: 0, chosen: 0, unchosen: 1, territories: [], lastDecision: "[D+33]", reminded: 0 }
        start p1-collective AG-1 { agreement: "AG-1", crisis: "CR-1", signingDate: "[D]", centre: "09" }
        at [D+40 10]
        expect open presentation-late, collect-choices
        """, definitions);

    private static Task<SignedRun> WorkerAsync(DateOnly signedOn) => SignedRun.PlayAsync(signedOn, $$"""
        clock [D+3 10]
        user anna groups cpi:09
        always apl.notify ok
        always apl.competent-centre ok { centre: "09" }
        message Pathway1Opened {{Case}} { case: "{{Case}}", crisis: "CR-1", agreement: "AG-1", centre: "15", signingDate: "[D]", cigsTo: "[D+300]" }
        case {{Case}}
        message SupportRequested {{Case}} { case: "{{Case}}", support: ["registrazione/SPID", "prenotazione dopo approvazione"] }
        message BookingMade {{Case}} { case: "{{Case}}", bookingNumber: "A1", bookedAt: "[D+3 10]", channel: "autonomo", inTerm: true }
        at [D+33 10]
        message BookingDecided {{Case}} { case: "{{Case}}", decision: "APPROVED", reason: null, decisionDate: "[D+33]", correctable: false }
        at [D+39 10]
        message ProviderChosen {{Case}} { case: "{{Case}}", providerType: "CPI", provider: "Centro per l'impiego di Alba", site: "Alba", chosenAt: "[D+39 10]" }
        claim take-charge by anna
        complete take-charge by anna { operator: "anna", tutor: "Anna", startDate: "[D+40]", privacyNoticeRead: true, contactChannel: "mail", availability: ["mattino"], maxCommuteKm: 30 }
        expect open meeting-1
        """);

    private static Task<SignedRun> RejectedAsync(DateOnly signedOn) => SignedRun.PlayAsync(signedOn, $$"""
        clock [D+3 10]
        always apl.notify ok
        always apl.competent-centre ok { centre: "09" }
        message Pathway1Opened {{Case}} { case: "{{Case}}", crisis: "CR-1", agreement: "AG-1", centre: "15", signingDate: "[D]", cigsTo: "[D+300]" }
        case {{Case}}
        message BookingMade {{Case}} { case: "{{Case}}", bookingNumber: "A1", bookedAt: "[D+3 10]", channel: "autonomo", inTerm: true }
        at [D+33 10]
        message BookingDecided {{Case}} { case: "{{Case}}", decision: "REJECTED", reason: "fuori termine", decisionDate: "[D+33]", correctable: false }
        expect open explain-rejection
        """);

    private static Task<SignedRun> DeliveryAsync(DateOnly signedOn) => SignedRun.PlayAsync(signedOn, $$"""
        clock [D+1 10]
        always apl.notify ok
        always apl.competent-centre ok { centre: "09" }
        message AgreementSigned CR-1 { crisis: "CR-1", agreement: "AG-1", signingDate: "[D]", signingPlace: "Ministero del Lavoro", cigsGround: "crisi aziendale", cigsFrom: "[D]", cigsTo: "[D+300]", centre: "09", regionalInterest: "no" }
        case CR-1
        message WorkersValidated CR-1 { crisis: "CR-1", importId: "7b0d4e9c-0000-4000-8000-000000000001" }
        job apl.load-cases ok { cases: [{ case: "{{Case}}", inScope: true, centre: "09" }], centre: "09", centres: ["09"], added: 1, known: 0 }
        expect open delivery
        """);

    private static Task<SignedRun> LaterAsync(DateOnly signedOn, string arrives) => SignedRun.PlayAsync(signedOn, $$"""
        clock [D 10]
        always apl.notify ok
        message AgreementNotSigned CR-1 { crisis: "CR-1", reason: "Nessuna intesa", centre: "09", regionalInterest: "no", cigsTo: "[D+300]" }
        case CR-1
        at {{arrives}}
        message AgreementSigned CR-1 { crisis: "CR-1", agreement: "AG-1", signingDate: "[D]", signingPlace: "Regione Piemonte", cigsGround: "riorganizzazione", cigsFrom: "[D]", cigsTo: "[D+300]", centre: "09", regionalInterest: "no" }
        """);

    private static Task<SignedRun> CorrectedAsync(DateOnly signedOn, string first, string then) => SignedRun.PlayAsync(signedOn, $$"""
        clock [D+1 10]
        always apl.notify ok
        start p1-collective AG-1 { agreement: "AG-1", crisis: "CR-1", signingDate: "{{first}}", centre: "09" }
        correct { signingDate: "{{then}}" } because "Firma di un altro giorno."
        """);

    private static Task<SignedRun> DecidedAsync(DateOnly signedOn, string first, string then) => SignedRun.PlayAsync(signedOn, $$"""
        clock [D+5 10]
        always apl.notify ok
        always apl.competent-centre ok { centre: "09" }
        message Pathway1Opened {{Case}} { case: "{{Case}}", crisis: "CR-1", agreement: "AG-1", centre: "15", signingDate: "[D]", cigsTo: "[D+300]" }
        case {{Case}}
        message BookingMade {{Case}} { case: "{{Case}}", bookingNumber: "A1", bookedAt: "[D 10]", channel: "autonomo", inTerm: true }
        message BookingDecided {{Case}} { case: "{{Case}}", decision: "APPROVED", reason: null, decisionDate: "{{first}}", correctable: false }
        correct { decisionDate: "{{then}}" } because "L'avviso porta un altro giorno."
        """);
}
