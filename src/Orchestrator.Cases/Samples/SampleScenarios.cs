using Orchestrator.Cases.Desk;

namespace Orchestrator.Cases.Samples;

/// <summary>The table of the scenarios: a further one is one more row.</summary>
public static class SampleScenarios
{
    private const string Rivalta = "001214";
    private const string Settimo = "001265";
    private const string Biella = "096004";
    private const string Cossato = "096020";
    private const string Ivrea = "001125";

    /// <summary>By code.</summary>
    public static IReadOnlyList<SampleScenario> All { get; } =
    [
        new("A", "agreement signed, 200 workers", SampleSectors.Vehicles, 200, 255, [(Rivalta, 70), (Settimo, 30)], CigsGround.CompanyCrisis, true, 15,
            "Calo degli ordini e chiusura di due linee di montaggio"),
        new("B", "no agreement, 120 workers", SampleSectors.Textile, 120, 150, [(Biella, 60), (Cossato, 40)], CigsGround.CompanyCrisis, false, 20,
            "Perdita dei principali clienti e cessazione della filatura"),
        new("D", "agreement signed, 80 workers, presentation after the thirtieth day", SampleSectors.CallCentres, 80, 100, [(Ivrea, 100)], CigsGround.Reorganisation, true, 37,
            "Riorganizzazione dopo la perdita di una commessa"),
    ];

    /// <summary>The scenario of <paramref name="code"/>, small or capital letter; null when there is none.</summary>
    public static SampleScenario? Find(string code) => All.FirstOrDefault(scenario => string.Equals(scenario.Code, code, StringComparison.OrdinalIgnoreCase));
}
