namespace Orchestrator.Cases.Samples;

/// <summary>An occupation as a company names it.</summary>
/// <param name="Title">The job title in lists and vacancies.</param>
/// <param name="Cp2021">Its code, five levels.</param>
/// <param name="Area">The company area it belongs to (ambito).</param>
/// <param name="Skills">What a vacancy asks for.</param>
public sealed record SampleTrade(string Title, string Cp2021, string Area, IReadOnlyList<string> Skills)
{
    /// <summary>Major group 1–8.</summary>
    public int Group => Cp2021[0] - '0';
}
