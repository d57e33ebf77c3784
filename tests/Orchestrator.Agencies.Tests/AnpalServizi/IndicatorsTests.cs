using Orchestrator.Agency.AnpalServizi.Figures;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agencies.Tests.AnpalServizi;

/// <summary>Figures of four cases, computed by hand.</summary>
internal sealed class IndicatorsTests
{
    private static readonly CaseFigures[] s_rows =
    [
        new("A", "08") { Pathway = "p1", State = "CLOSED", InScope = true, Gender = "F", AgeBand = "40-49", Occupation = "6.2.1.7.0", Booked = true, BookedInTerm = true, DaysToBooking = 10, Decision = "APPROVED",
            DaysToDecision = 20, Provider = "CPI", InChargeOn = new(2026, 4, 1), PresentedInTime = true, MinutesByKind = new Dictionary<string, int> { ["incontro-1"] = 120, ["incontro-2"] = 90 },
            SessionsRecorded = 3, SessionsMissed = 1, Outcome = "assunzione TI", OutcomeOn = new(2026, 5, 1), OutcomeVerified = true },
        new("B", "08") { Pathway = "p1", State = "BOOKED", InScope = true, Gender = "M", AgeBand = "50-59", Booked = true, BookedInTerm = false, DaysToBooking = 35, Decision = "REJECTED",
            DecisionReason = "Fuori Termine", DaysToDecision = 11, PresentedInTime = false, MinutesByKind = new Dictionary<string, int> { ["incontro-1"] = 60 }, SessionsRecorded = 1, AttendanceTooLong = true },
        new("C", "11") { Pathway = "p2", State = "NEW", Gender = "F", AgeBand = "60+" },
        new("D", "11") { Pathway = "p1", State = "CLOSED", InScope = true, Outcome = "assunzione TD", OutcomeOn = new(2026, 5, 3), OutcomeVerified = false },
    ];

    [TestCase("workers", 4, 4, null)]
    [TestCase("reached", 0.75, 3, 4)]
    [TestCase("attended", 0.5, 2, 4)]
    [TestCase("booked", 0.6667, 2, 3)]
    [TestCase("booked-in-term", 0.5, 1, 2)]
    [TestCase("rejected", 0.5, 1, 2)]
    [TestCase("chosen-cpi", 1, 1, 1)]
    [TestCase("chosen-none", 0, 0, 1)]
    [TestCase("hours-group", 1.5, 3, 2)]
    [TestCase("hours-individual", 1.5, 1.5, 1)]
    [TestCase("employed-verified", 0.5, 1, 2)]
    [TestCase("days-to-booking", 22.5, 45, 2)]
    [TestCase("days-to-outcome", 30, 30, 1)]
    [TestCase("presented-in-time", 0.5, 1, 2)]
    [TestCase("no-show", 0.25, 1, 4)]
    public void The_figures_of_the_whole(string id, decimal value, decimal numerator, long? denominator)
    {
        var figure = Indicators.Of(s_rows).Single(figure => figure.Id == id && figure.Breakdown is null);

        Assert.That((figure.Value, figure.Numerator, figure.Denominator), Is.EqualTo(((decimal?)value, (decimal?)numerator, denominator)));
    }

    [TestCase("reached", "centre", "11", 0.5)]
    [TestCase("workers", "gender", "non noto", 1)]
    [TestCase("workers", "occupation", "6", 1)]
    [TestCase("outcomes", "outcome", "assunzione TD", 0.5)]
    [TestCase("rejections", "reason", "fuori termine", 1)]
    [TestCase("participation", "session", "incontro-1", 0.5)]
    public void The_figures_of_a_part(string id, string breakdown, string cell, decimal value) =>
        Assert.That(Indicators.Of(s_rows).Single(figure => (figure.Id, figure.Breakdown, figure.Cell) == (id, breakdown, cell)).Value, Is.EqualTo(value));

    [Test]
    public void The_registry_hears_of_persons_alone_so_that_small_cells_show()
    {
        var noShow = Indicators.Of(s_rows).Single(figure => figure.Id == "no-show" && figure.Breakdown is null).ToReport();

        Assert.That((noShow.Numerator, noShow.Denominator), Is.EqualTo(((long?)null, (long?)2)));
    }

    [Test]
    public void Of_nobody_a_share_is_unknown_and_no_cell_stands()
    {
        var figures = Indicators.Of([]);

        Assert.That(figures.Where(figure => figure.Value is not null).Select(figure => figure.Id), Is.EqualTo(new[] { "workers" }));
    }

    [Test]
    public void Contradictions_count_the_cases_that_break_a_rule() => Assert.That(
        Contradictions.Of(s_rows).Select(found => (found.Rule, found.Count)), Is.EqualTo(new[] { ("Q01", 1), ("Q02", 1), ("Q03", 1) }));

    [Test]
    public void A_case_without_gender_or_age_is_incomplete() => Assert.That(
        s_rows.Select(row => string.Join(' ', Completeness.MissingOf(row))), Is.EqualTo(new[] { "", "", "", "gender ageBand" }));
}
