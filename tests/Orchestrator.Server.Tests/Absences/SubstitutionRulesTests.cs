using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Accounts;
using Orchestrator.Server.Client.Absences;

namespace Orchestrator.Server.Tests.Absences;

/// <summary>Which days and which substitute fit.</summary>
internal sealed class SubstitutionRulesTests
{
    private static readonly DateOnly s_today = new(2026, 3, 4);

    private static readonly Colleague[] s_colleagues =
        [new("ada", "Ada", ["apl", "cpi:08"]), new("bob", "Bob", ["apl"]), new("eve", "Eve", ["regione"]), new("zoe", "Zoe", ["cpi:08"])];

    // Zoe is away from the 9th to the 11th, Ada from the 20th to the 22nd.
    private static readonly Substitution[] s_standing = [Standing("zoe", 9, 11), Standing("ada", 20, 22), Standing("bob", 1, 30) with { Revoked = true }];

    private static Substitution Standing(string person, int first, int last) => new(Guid.CreateVersion7(), person, March(first), March(last), null, "sara", DateTimeOffset.UnixEpoch);

    private static DateOnly March(int day) => new(2026, 3, day);

    private static string[] Why(int first, int last, string? substitute = null, string person = "ada") =>
        [.. SubstitutionRules.WhyNot(new(person, March(first), March(last), substitute), s_today, s_colleagues, s_standing, _ => true).Select(error => error.Limit is { } limit ? $"{error.Code} {limit}" : error.Code)];

    [TestCase(4, 4, "")]
    [TestCase(1, 4, "", Description = "recorded late")]
    [TestCase(8, 7, "absenceOrder")]
    [TestCase(1, 3, "absencePast 04/03/2026")]
    [TestCase(18, 20, "absenceOverlap 20/03/2026 – 22/03/2026")]
    [TestCase(23, 31, "")]
    public void Days_are_in_order_not_over_and_free(int first, int last, string why) => Assert.That(string.Join(", ", Why(first, last)), Is.EqualTo(why));

    [Test]
    public void An_absence_lasts_a_year_at_most()
    {
        var longest = new NewSubstitution("bob", s_today, s_today.AddDays(365), null);
        Assert.That(SubstitutionRules.WhyNot(longest, s_today, s_colleagues, s_standing, _ => true), Is.Empty);
        Assert.That(SubstitutionRules.WhyNot(longest with { LastDay = s_today.AddDays(366) }, s_today, s_colleagues, s_standing, _ => true).Single().Code, Is.EqualTo("absenceLong"));
    }

    [TestCase("bob", "")]
    [TestCase("ada", "substituteSelf")]
    [TestCase("nobody", "substituteUnknown")]
    [TestCase("eve", "substituteGroup Eve")]
    [TestCase("zoe", "substituteAbsent Zoe: 09/03/2026 – 11/03/2026")]
    public void A_substitute_is_somebody_else_of_a_group_of_the_absent_person_who_is_here(string substitute, string why) =>
        Assert.That(string.Join(", ", Why(5, 9, substitute)), Is.EqualTo(why));

    [Test]
    public void A_day_that_was_not_given_is_asked_for() =>
        Assert.That(SubstitutionRules.WhyNot(new("ada", null, s_today, null), s_today, s_colleagues, s_standing, _ => true).Select(error => (error.Path, error.Code)), Is.EqualTo(new[] { ("dal", "required") }));

    [Test]
    public void On_which_days_a_colleague_is_absent_is_told_to_who_may_read_it_alone() =>
        Assert.That(SubstitutionRules.WhyNot(new("ada", March(5), March(9), "zoe"), s_today, s_colleagues, s_standing, _ => false).Single().Limit, Is.EqualTo("Zoe"));

    [Test]
    public void Everything_that_is_wrong_is_told_at_once() => Assert.That(Why(8, 7, "eve"), Is.EqualTo(new[] { "absenceOrder", "substituteGroup Eve" }));
}
