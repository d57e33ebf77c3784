using System.Globalization;

namespace Orchestrator.Cli.Conformance;

/// <summary>The figures of a run: all checks; those that do not expect null; the mean of the folders' rates, in which a small folder counts as much as a large one.</summary>
internal sealed record KitFigures(int Passed, int Total, int NonNullPassed, int NonNullTotal, double MeanPercent)
{
    public static KitFigures Of(IReadOnlyCollection<KitCheck> checks)
    {
        var folders = checks.GroupBy(check => check.Folder).Select(folder => 100.0 * folder.Count(HasPassed) / folder.Count()).ToList();
        var nonNull = checks.Where(check => !check.ExpectsNull).ToList();
        return new(checks.Count(HasPassed), checks.Count, nonNull.Count(HasPassed), nonNull.Count, folders.Count == 0 ? 0 : folders.Average());
    }

    public IEnumerable<string> Lines =>
    [
        $"all: {Passed} of {Total}",
        $"non-null: {NonNullPassed} of {NonNullTotal}",
        // Cut, not rounded: 100.00 means every check.
        string.Create(CultureInfo.InvariantCulture, $"mean over folders: {Math.Floor(MeanPercent * 100) / 100:0.00} %"),
    ];

    private static bool HasPassed(KitCheck check) => check.Failure is null;
}
