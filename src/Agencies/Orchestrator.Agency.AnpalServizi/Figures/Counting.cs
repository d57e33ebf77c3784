namespace Orchestrator.Agency.AnpalServizi.Figures;

/// <summary>How figures are computed.</summary>
internal static class Counting
{
    private const int Decimals = 4;

    /// <summary>A share of persons.</summary>
    public static Figure Share(string id, string label, string formula, string? breakdown, string? cell, long numerator, long denominator) =>
        new(id, label, formula, breakdown, cell, Ratio(numerator, denominator), numerator, denominator);

    /// <summary>Null of nothing.</summary>
    public static decimal? Ratio(decimal numerator, long denominator) => denominator == 0 ? null : Math.Round(numerator / denominator, Decimals, MidpointRounding.AwayFromZero);
}
