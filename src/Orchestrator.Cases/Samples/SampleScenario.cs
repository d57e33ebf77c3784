using Orchestrator.Cases.Desk;

namespace Orchestrator.Cases.Samples;

/// <summary>What a set of sample data is about. All scenarios stand in <see cref="SampleScenarios"/>.</summary>
/// <param name="Code">One capital letter.</param>
/// <param name="Title">One line in English, for the command line.</param>
/// <param name="Sector">What the company does.</param>
/// <param name="Workers">Persons in the list; a repeated row is not counted.</param>
/// <param name="CompanyWorkers">All who work for the company.</param>
/// <param name="Sites">ISTAT code and share (per cent) of each site; the first is the seat.</param>
/// <param name="Ground">Ground of the wage supplement.</param>
/// <param name="HasAgreement">A relocation agreement was signed on day 0; without one day 0 is when the crisis is reported.</param>
/// <param name="PresentationAfterDays">Days from day 0 to the presentation meeting, or to the Monday after it when it falls on a weekend; over 30 it is late.</param>
/// <param name="Reason">Why the company is in crisis, in Italian.</param>
public sealed record SampleScenario(
    string Code, string Title, SampleSector Sector, int Workers, int CompanyWorkers, IReadOnlyList<(string Istat, int Share)> Sites, CigsGround Ground, bool HasAgreement,
    int PresentationAfterDays, string Reason)
{
    /// <summary>Day 0 where none is asked for.</summary>
    public DateOnly Day { get; init; } = new(2026, 3, 2);
}
