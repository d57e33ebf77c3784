using System.Globalization;
using Orchestrator.Cli.Conformance;
using Orchestrator.Testing;

namespace Orchestrator.Conformance.Tests.DmnTck;

/// <summary>Checks in the kit's format against their ledgers: our own always, the compatibility kit where it lies beside the checkout.</summary>
internal sealed class KitTests
{
    [Test]
    public void Our_own_checks_come_out_as_their_ledger_says() => Golden.Check("Ledgers/dmn-own.txt", Ledger.Of(Kit.Run(Kit.Own)));

    [Test]
    public void Our_own_checks_hold_every_outcome_so_that_a_comparison_that_always_agrees_is_seen()
    {
        var outcomes = Kit.Run(Kit.Own).GroupBy(check => check.Folder).ToDictionary(folder => folder.Key, folder => folder.Select(check => check.Match).Distinct().ToList());
        Assert.That(outcomes.Remove("wrong", out var wrong), Is.True);
        Assert.That(wrong, Is.EqualTo(new[] { KitMatch.No }));
        Assert.That(outcomes.Values.SelectMany(all => all).Distinct(), Is.EquivalentTo(new[] { KitMatch.Exact, KitMatch.WithinAllowance }));
    }

    [Test]
    public void Names_of_folders_and_files_of_our_own_checks_change_nothing() => AssertRenamingChangesNothing(Kit.Own);

    [TestCase(2)]
    [TestCase(3)]
    public void A_level_of_the_kit_comes_out_as_its_ledger_says(int level) =>
        Golden.Check(string.Create(CultureInfo.InvariantCulture, $"Ledgers/dmn-level-{level}.txt"), Ledger.Of(Kit.Run(Kit.Level(level))));

    [TestCase(2)]
    [TestCase(3)]
    public void Names_of_folders_and_files_of_the_kit_change_nothing(int level) => AssertRenamingChangesNothing(Kit.Level(level));

    private static void AssertRenamingChangesNothing(string folder)
    {
        using var renamed = new RenamedKit(folder);
        var (before, after) = (Kit.Run(folder), Kit.Run(renamed.Folder));
        Assert.That(after.Select(check => check.Folder).Intersect(before.Select(check => check.Folder)), Is.Empty, "every folder has another name");
        Assert.That(KitFigures.Of(after).Lines, Is.EqualTo(KitFigures.Of(before).Lines));
        Assert.That(Outcomes(after.Select(renamed.WithOriginalNames)), Is.EqualTo(Outcomes(before)));
    }

    /// <summary>Without the reasons: they may name the file of a model.</summary>
    private static IEnumerable<string> Outcomes(IEnumerable<KitCheck> checks) =>
        checks.Select(check => $"{check.Folder} {check.File} {check.Case} {check.Result} {check.Match}").Order(StringComparer.Ordinal);
}
