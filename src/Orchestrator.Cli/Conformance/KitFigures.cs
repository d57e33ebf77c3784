using System.Globalization;

namespace Orchestrator.Cli.Conformance;

/// <summary>The figures of a run: all checks; those that do not expect null; the mean of the folders' rates, in which a small folder counts as much as a large one.</summary>
/// <param name="WithinAllowance">Of those that passed, the ones that are not equal to what is written.</param>
internal sealed record KitFigures(int Passed, int Total, int NonNullPassed, int NonNullTotal, double MeanPercent, int WithinAllowance)
{
    public static KitFigures Of(IReadOnlyCollection<KitCheck> checks)
    {
        var folders = checks.GroupBy(check => check.Folder).Select(folder => 100.0 * folder.Count(HasPassed) / folder.Count()).ToList();
        var nonNull = checks.Where(check => !check.ExpectsNull).ToList();
        return new(checks.Count(HasPassed), checks.Count, nonNull.Count(HasPassed), nonNull.Count, folders.Count == 0 ? 0 : folders.Average(), checks.Count(check => check.Match == KitMatch.WithinAllowance));
    }

    public IEnumerable<string> Lines =>
    [
        $"within the allowance of inexact decimals: {WithinAllowance}",
        $"all: {Passed} of {Total}",
        $"non-null: {NonNullPassed} of {NonNullTotal}",
        // Cut, not rounded: 100.00 means every check.
        string.Create(CultureInfo.InvariantCulture, $"mean over folders: {Math.Floor(MeanPercent * 100) / 100:0.00} %"),
    ];

    private static bool HasPassed(KitCheck check) => check.Match != KitMatch.No;
}
