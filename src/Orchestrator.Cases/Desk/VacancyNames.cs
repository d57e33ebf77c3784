namespace Orchestrator.Cases.Desk;

/// <summary>The names by which files call the sources of vacancies.</summary>
public static class VacancyNames
{
    private static readonly Dictionary<string, VacancySource> s_sources = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CPI"] = VacancySource.Centre,
        ["alte professionalità"] = VacancySource.HighSkill,
        ["grandi reclutamenti"] = VacancySource.MassRecruitment,
        ["privato"] = VacancySource.Private,
        ["EURES"] = VacancySource.Eures,
    };

    /// <summary>All sources, in the order of the format.</summary>
    public static IReadOnlyList<string> Sources { get; } = [.. s_sources.Keys];

    /// <summary>The source called <paramref name="name"/> (case and outer spaces do not matter), or null.</summary>
    public static VacancySource? ReadSource(string? name) => s_sources.TryGetValue((name ?? "").Trim(), out var source) ? source : null;
}
