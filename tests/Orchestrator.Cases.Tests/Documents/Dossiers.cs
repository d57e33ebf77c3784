using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Documents;

/// <summary>Sample dossiers and documents.</summary>
internal static class Dossiers
{
    public const string Crisis = "CR-2026-0001";

    public static RegistryOffice Office { get; } = new("r_piemon", "A1500A", "Regione Piemonte");

    public static CrisisFacts Facts() => new(
        "Crisi Officine Zibrelle", "02843860012", null, "Officine Zibrelle S.p.A.", "29.32.09", [new("Via Roma, 1", "001272", 150), new("Corso Dante 7", "004078", 50)], 200, 60, "crisi", true,
        "crisi aziendale", new DateOnly(2026, 3, 1), new DateOnly(2027, 2, 28), "da valutare");

    public static AgreementFacts Agreement() => new(
        new DateOnly(2026, 3, 2), "Ministero del Lavoro", "crisi aziendale", new DateOnly(2026, 3, 1), new DateOnly(2027, 2, 28),
        [new("Montaggio", "Saldatori", "6.2.1.7.0", 40), new("Uffici", "Contabili", null, 5)]);

    public static DocumentRegistration Document(string jobKey, string kind = "verbale", string crisis = Crisis, string content = """{"b":1,"a":"x"}""") =>
        new(jobKey, kind, crisis, "Verbale del tavolo", content, Office);

    public static Task<RegistrationAnswer> OpenAsync(OwnRegistry on, string jobKey = "1", string crisis = Crisis, CrisisFacts? facts = null) =>
        on.Registry.OpenCrisisAsync(Document(jobKey, DocumentKind.Dossier, crisis), facts ?? Facts(), CancellationToken.None);

    public static Task<RegistrationAnswer> RegisterAsync(OwnRegistry on, string jobKey) => on.Registry.RegisterDocumentAsync(Document(jobKey), CancellationToken.None);
}
