namespace Orchestrator.Feel;

/// <summary>A holiday on the same day of each year, from and until given years where a law made or ended it.</summary>
/// <param name="FromYear">The first year, or null for always.</param>
/// <param name="UntilYear">The last year, or null for ever.</param>
public sealed record YearlyHoliday(int Month, int Day, string Name, int? FromYear = null, int? UntilYear = null)
{
    /// <summary>The name for explanations in English, or null when there is none.</summary>
    public string? EnglishName { get; init; }

    public bool Falls(FeelDate date) =>
        date.Month == Month && date.Day == Day && (FromYear is null || date.Year >= FromYear) && (UntilYear is null || date.Year <= UntilYear);
}
