using System.Text.Json.Nodes;
using Orchestrator.Agencies.Tests.Support;
using Orchestrator.Agency.Regione;
using Orchestrator.Agency.Regione.Jobs;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agencies.Tests.Regione;

internal sealed class RegistryHandlerTests
{
    private const string Dossier = """
        {"title":"Crisi Zibrelle","companyTaxCode":"02843860012","companyName":"Officine Zibrelle S.p.A.","ateco":"29.32.09",
         "sites":[{"address":"Via Roma 1","municipality":"001272","workers":150},{"address":"Corso Dante 7","municipality":"004078","workers":50}],
         "totalWorkers":200,"redundancies":60,"reason":"crisi","cigsRequested":true,"cigsGround":"crisi aziendale","cigsFrom":"2026-03-01","cigsTo":"2027-02-28",
         "requestedBy":"azienda","contact":{"name":"Orsola Zibrello","email":"o@example.invalid"},"regionalInterest":"da valutare"}
        """;

    private const string Agreement = """
        {"signingDate":"2026-03-02","signingPlace":"Ministero del Lavoro","cigsGround":"crisi aziendale","cigsFrom":"2026-03-01","cigsTo":"2027-02-28",
         "scopes":[{"area":"Montaggio","profile":"Saldatori","cp2021":"6.2.1.7.0","quota":40}]}
        """;

    private OwnRegistry _on = null!;

    [SetUp]
    public async Task SetUp() => _on = await OwnRegistry.CreateAsync();

    [TearDown]
    public void TearDown() => _on.Dispose();

    [Test]
    public async Task A_dossier_opens_the_crisis_and_a_repeated_job_gives_the_same()
    {
        var first = (await RunAsync(1, "fascicolo", Dossier)).Variables();
        var again = (await RunAsync(1, "fascicolo", Dossier)).Variables();

        Assert.Multiple(() =>
        {
            Assert.That(again.ToJsonString(), Is.EqualTo(first.ToJsonString()));
            Assert.That((string)first["registryNumber"]!, Is.EqualTo("REG-2026-0000001"));
            Assert.That((string)first["registeredAt"]!, Is.EqualTo("2026-03-12T09:30:00Z"));
            Assert.That((string)first["sha256"]!, Does.Match("^[0-9a-f]{64}$"));
            Assert.That((string)first["centre"]!, Is.EqualTo("15"));
            Assert.That(first["provinces"]!.ToJsonString(), Is.EqualTo("""["CN","TO"]"""));
        });
    }

    [Test]
    public async Task What_is_said_of_a_contact_person_is_not_registered()
    {
        var registered = (await RunAsync(1, "fascicolo", Dossier)).Variables();

        var kept = await _on.Registry.ReadDocumentAsync((string)registered["documentId"]!, CancellationToken.None);
        Assert.That(kept.Content, Does.Contain("Officine Zibrelle").And.Not.Contain("contact").And.Not.Contain("example.invalid"));
    }

    [Test]
    public async Task A_duplicate_names_the_crisis_that_is_open()
    {
        await RunAsync(1, "fascicolo", Dossier);

        var result = await RunAsync(2, "fascicolo", Dossier, "CR-2026-0002");

        Assert.That(result, Is.TypeOf<JobResult.Error>());
        var error = (JobResult.Error)result;
        Assert.That((error.Code, error.Variables.ToJsonString()), Is.EqualTo(("duplicate-crisis", """{"existingCrisis":"CR-2026-0001"}""")));
    }

    [Test]
    public async Task A_wrong_dossier_lists_its_problems_without_the_values()
    {
        var result = await RunAsync(1, "fascicolo", Dossier.Replace("02843860012", "02843860013", StringComparison.Ordinal).Replace("29.32.09", "", StringComparison.Ordinal));

        var error = (JobResult.Error)result;
        Assert.Multiple(() =>
        {
            Assert.That(error.Code, Is.EqualTo("invalid-crisis"));
            Assert.That(error.Variables["problems"]!.AsArray().Select(problem => (string)problem!), Has.Exactly(2).Items.And.One.Contains("codice fiscale").And.One.Contains("ATECO"));
            Assert.That(error.Message, Does.Not.Contain("02843860013"));
        });
    }

    [Test]
    public async Task An_agreement_gets_its_key_and_solidarity_is_refused()
    {
        await RunAsync(1, "fascicolo", Dossier);
        var made = (await RunAsync(2, "accordo", Agreement)).Variables();
        var refused = (JobResult.Error)await RunAsync(3, "accordo", Agreement.Replace("crisi aziendale", "contratto di solidarietà", StringComparison.Ordinal));

        Assert.Multiple(() =>
        {
            Assert.That((string)made["agreement"]!, Is.EqualTo("AG-CR-2026-0001-1"));
            Assert.That((string)made["registryNumber"]!, Is.EqualTo("REG-2026-0000002"));
            Assert.That((refused.Code, (string)refused.Variables["problems"]![0]!), Is.EqualTo(("invalid-agreement", "Con il contratto di solidarietà non è possibile l'assegno di ricollocazione CIGS: i lavoratori seguono il percorso 2.")));
        });
    }

    [TestCase("verbale", """{"decisions":"Nuovo incontro"}""")]
    [TestCase("progetto", "\"PR-1\"")]
    [TestCase("relazione", """["a","b"]""")]
    public async Task Other_documents_are_registered_as_they_are(string kind, string document)
    {
        await RunAsync(1, "fascicolo", Dossier);

        Assert.That((string)(await RunAsync(2, kind, document)).Variables()["registryNumber"]!, Is.EqualTo("REG-2026-0000002"));
    }

    [TestCase("""{"sites":"Torino"}""", "sites")]
    [TestCase("""{"totalWorkers":"molti"}""", "totalWorkers")]
    [TestCase("""{"cigsFrom":"1 marzo"}""", "cigsFrom")]
    [TestCase("""{"title":7}""", "title")]
    public void A_value_of_another_kind_is_a_wrong_definition(string document, string field) =>
        Assert.That(() => RunAsync(1, "fascicolo", document), Throws.TypeOf<JobInputException>().With.Message.Contains($"'{field}'"));

    [Test]
    public void An_unknown_kind_is_refused() =>
        Assert.That(() => RunAsync(1, "poesia", "{}"), Throws.TypeOf<RegistryRefusedException>().With.Message.Contains("verbale"));

    private Task<JobResult> RunAsync(long job, string kind, string document, string crisis = "CR-2026-0001") =>
        new RegistryHandler(_on.Registry, new RegioneOptions()).HandleAsync(
            JobsFor.Make("regione.registry", job, new() { ["kind"] = kind, ["crisis"] = crisis, ["subject"] = "Tavolo di crisi", ["document"] = JsonNode.Parse(document) }), CancellationToken.None);
}
