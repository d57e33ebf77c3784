using static Orchestrator.Cases.Samples.SampleTrades;

namespace Orchestrator.Cases.Samples;

/// <summary>The sectors of the sample companies.</summary>
internal static class SampleSectors
{
    /// <summary>ATECO edition of the codes below.</summary>
    public const string AtecoEdition = "2025";

    /// <summary>Parts for vehicles: two thirds workers of groups 6–8, an eighth technicians.</summary>
    public static readonly SampleSector Vehicles = new(
        "29.32", "Metalmeccanici industria", 620, ["A1", "A1", "B2", "B1", "C1", "C3", "C1", "D1"],
        [
            (Assembler, 16), (MachineTools, 12), (Welder, 8), (ToolSetter, 8), (Maintenance, 8), (Warehouse, 6), (Electrician, 4), (ForkLift, 4),
            (Mechanic, 5), (Production, 4), (Draughtsman, 3), (Office, 4), (Stock, 4), (Engineer, 3), (Sales, 2), (Canteen, 5), (Guard, 4),
        ]);

    /// <summary>Weaving.</summary>
    public static readonly SampleSector Textile = new(
        "13.20", "Tessile abbigliamento moda", 620, ["8", "7", "6", "5", "4", "4", "3", "2"],
        [
            (Spinner, 16), (Weaver, 16), (Maintenance, 8), (Finisher, 8), (Warehouse, 8), (General, 6), (Sewer, 4), (Production, 8), (Draughtsman, 4),
            (Office, 4), (Stock, 4), (Sales, 3), (Engineer, 2), (Shop, 6), (Canteen, 3),
        ]);

    /// <summary>Call centres: no workers of groups 6–8, seven women of ten.</summary>
    public static readonly SampleSector CallCentres = new(
        "82.20", "Telecomunicazioni", 280, ["7", "7", "6", "4", "4", "4", "3", "2"],
        [(CallCentre, 52), (Remote, 20), (Office, 8), (Organiser, 10), (Networks, 5), (Personnel, 3), (Sales, 2)]);
}
