using Orchestrator.Engine.Ports;

namespace Orchestrator.Storage.Tests.Conformance;

/// <summary>Absences and who stands in.</summary>
public abstract partial class StoreConformance
{
    private static readonly DateOnly s_monday = new(2026, 3, 2);

    private static Substitution Absence(string person, int first, int last, string? substitute = null) =>
        new(Guid.CreateVersion7(), person, s_monday.AddDays(first), s_monday.AddDays(last), substitute, "sara", Sample.At);

    [Test]
    public async Task An_absence_is_found_until_its_last_day_is_over_and_kept_once()
    {
        var (early, late) = (Absence("ada", 0, 4, "grace"), Absence("bob", 3, 3));
        foreach (var one in (Substitution[])[late, early, late]) Assert.That(await Storage.Substitutions.SaveAsync(one, None), Is.Null);

        Assert.That(await Storage.Substitutions.FromAsync(s_monday.AddDays(-300), None), Is.EqualTo(new[] { early, late }));
        Assert.That(await Storage.Substitutions.FromAsync(s_monday.AddDays(4), None), Is.EqualTo(new[] { early }), "the last day is included");
        Assert.That(await Storage.Substitutions.FromAsync(s_monday.AddDays(5), None), Is.Empty);
        Assert.That(await Storage.Substitutions.FindAsync(late.Id, None), Is.EqualTo(late));
        Assert.That(await Storage.Substitutions.FindAsync(Guid.CreateVersion7(), None), Is.Null);

        var nextYear = Absence("ada", 380, 381) with { RecordedAt = new(late.LastDay.AddDays(Substitution.DaysKept + 1), new TimeOnly(9, 0), TimeSpan.Zero) };
        await Storage.Substitutions.SaveAsync(nextYear, None);
        Assert.That(await Storage.Substitutions.FromAsync(s_monday, None), Is.EqualTo(new[] { early, nextYear }), "a year after its last day one is forgotten");
    }

    [Test]
    public async Task Two_absences_of_one_person_have_no_day_in_common_whoever_is_faster()
    {
        var standing = Absence("ada", 2, 6);
        await Storage.Substitutions.SaveAsync(standing, None);
        foreach (var (first, last) in ((int, int)[])[(0, 2), (6, 9), (3, 4), (0, 9)])
            Assert.That(await Storage.Substitutions.SaveAsync(Absence("ada", first, last), None), Is.EqualTo(standing), $"{first} to {last}");
        Assert.That(await Storage.Substitutions.SaveAsync(Absence("bob", 2, 6), None), Is.Null, "somebody else");
        Assert.That(await Storage.Substitutions.SaveAsync(Absence("ada", 0, 1), None), Is.Null, "the days before");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Storage.Substitutions.SaveAsync(Absence("grace", 0, 5), None)));
        Assert.That(answers.Count(answer => answer is null), Is.EqualTo(1), "of eight at the same moment one is kept");
    }

    [Test]
    public async Task An_absence_that_somebody_changed_meanwhile_is_not_changed_again_and_a_revoked_one_frees_its_days()
    {
        var absence = Absence("ada", 0, 6, "bob");
        await Storage.Substitutions.SaveAsync(absence, None);
        var shorter = absence with { LastDay = s_monday.AddDays(3), ChangedBy = "ada", ChangedAt = Sample.At.AddDays(1) };
        Assert.That(await Storage.Substitutions.ChangeAsync(shorter, absence.LastDay, None));
        Assert.That(await Storage.Substitutions.ChangeAsync(shorter, absence.LastDay, None), Is.False, "it was shown with another last day");
        Assert.That(await Storage.Substitutions.FindAsync(absence.Id, None), Is.EqualTo(shorter));

        var revoked = shorter with { Revoked = true, ChangedBy = "sara" };
        Assert.That(await Storage.Substitutions.ChangeAsync(revoked, shorter.LastDay, None));
        Assert.That(await Storage.Substitutions.ChangeAsync(revoked, shorter.LastDay, None), Is.False);
        Assert.That(await Storage.Substitutions.FromAsync(s_monday, None), Is.EqualTo(new[] { revoked }), "what was revoked can still be read");
        Assert.That(await Storage.Substitutions.SaveAsync(Absence("ada", 2, 8), None), Is.Null);
    }
}
