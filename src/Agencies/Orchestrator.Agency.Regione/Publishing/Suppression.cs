using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agency.Regione.Publishing;

/// <summary>A figure as it is published: without any number when it is suppressed.</summary>
public sealed record PublishedFigure(ReportFigure Figure, bool Suppressed);

/// <summary>
/// Statistical disclosure control. A figure whose numerator or denominator is below five persons is suppressed, and so is a share whose other part (denominator less
/// numerator) is one to four. In a breakdown the suppressed cells together must not follow from the whole: there are at least two of them with at least five persons
/// between them, the next smallest cells being suppressed until that holds or none is left.
/// </summary>
public static class Suppression
{
    /// <summary>Fewer persons are not told.</summary>
    public const long PersonsMin = 5;

    /// <summary>The figures in their order.</summary>
    public static IReadOnlyList<PublishedFigure> Of(IReadOnlyList<ReportFigure> figures)
    {
        var suppressed = figures.Select(IsSmall).ToArray();
        foreach (var table in Enumerable.Range(0, figures.Count).Where(i => figures[i].Breakdown is not null && Persons(figures[i]) is not null).GroupBy(i => (figures[i].Id, figures[i].Breakdown)))
            Widen([.. table], figures, suppressed);
        return [.. figures.Zip(suppressed, (figure, hidden) => new PublishedFigure(hidden ? figure with { Value = null, Numerator = null, Denominator = null } : figure, hidden))];
    }

    private static bool IsSmall(ReportFigure figure) =>
        figure.Numerator < PersonsMin || figure.Denominator < PersonsMin || figure.Denominator - figure.Numerator is > 0 and < PersonsMin;

    private static void Widen(IReadOnlyList<int> cells, IReadOnlyList<ReportFigure> figures, bool[] suppressed)
    {
        if (!cells.Any(cell => suppressed[cell])) return;
        foreach (var next in cells.Where(cell => !suppressed[cell]).OrderBy(cell => Persons(figures[cell])).ThenBy(cell => cell))
        {
            var hidden = cells.Where(cell => suppressed[cell]).ToList();
            if (hidden.Count >= 2 && hidden.Sum(cell => Persons(figures[cell]) ?? 0) >= PersonsMin) return;
            suppressed[next] = true;
        }
    }

    private static long? Persons(ReportFigure figure) => figure.Numerator ?? figure.Denominator;
}
