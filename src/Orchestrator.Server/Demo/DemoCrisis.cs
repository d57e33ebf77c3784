using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Orchestrator.Cases;
using Orchestrator.Cases.Samples;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Messages;
using Orchestrator.Feel;
using Orchestrator.Hosting;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Server.Client;

namespace Orchestrator.Server.Demo;

/// <summary>
/// Scenario A of the sample data as a crisis that has just begun: its dossier is registered, the accredited operators are known, the agreement was signed a few days ago and the
/// company's list waits to be checked. The company of scenario B has reported another one, whose table waits for the Region. Every act has a key of its own, so that a start that was cut goes on; once the list is there nothing is done again.
/// </summary>
internal sealed class DemoCrisis(CaseDesk desk, ICaseRegistry registry, IAgreements agreements, MessageDesk messages, FeelWorld world)
{
    private const string Scenario = "A";
    private const string Reported = "B";
    private const long Seed = 42;
    private const int SignedDaysAgo = 3;
    private const string Title = "Crisi di esempio (dati inventati)";

    private static readonly TimeSpan s_lives = TimeSpan.FromDays(30);
    private static readonly ActingUser s_regione = new("regione", "Renata Regione", ["regione"], [Roles.Operator]);
    private static readonly ActingUser s_apl = new("apl", "Aldo Apl", ["apl"], [Roles.Operator]);
    private static readonly RegistryOffice s_office = new("r_piemon", "AOO-ORCHESTRATOR", "Regione Piemonte, Settore Politiche del Lavoro");

    /// <summary>Loads it unless it is there; gives its key when it was loaded now.</summary>
    /// <exception cref="StartRefusedException">The registry refused a part of it.</exception>
    public async Task<string?> LoadAsync(CancellationToken cancellation)
    {
        if (await desk.FindImportAsync(Request("list"), cancellation) is not null) return null;
        var crisis = await desk.ReserveCrisisAsync(Request("crisis"), s_regione.UserName, cancellation);
        // The day on which a start that was cut had signed it, so that the files say the same.
        var signed = (await desk.FindAgreementAsync($"AG-{crisis}-1", cancellation))?.SigningDate ?? world.Today().AddDays(-SignedDaysAgo);
        var sample = SampleSet.Make(SampleScenarios.Find(Scenario)!, Seed, signed);
        await OpenAsync(crisis, sample, cancellation);
        await AddOperatorsAsync(sample, cancellation);
        await ReportAsync(signed, cancellation);
        var agreement = Check(await agreements.RegisterAsync(s_regione, Request("agreement"), sample.Crisis.Agreement! with { CrisisKey = crisis }, cancellation));
        var file = new WorkersFile("lavoratori.csv", sample["lavoratori.csv"].Content);
        Check(await agreements.UploadWorkersAsync(s_apl, Request("list"), agreement.Summary.AgreementKey, file, cancellation));
        return crisis;
    }

    private async Task OpenAsync(string crisis, SampleSet sample, CancellationToken cancellation)
    {
        var (company, cigs) = (sample.Crisis.Company, sample.Crisis.Cigs);
        var facts = new CrisisFacts(
            Title, company.TaxCode, company.VatNumber, company.Name, company.AtecoCode, [.. company.Sites.Select(site => new SiteFacts(site.Address, site.Municipality, site.Workers))],
            sample.Crisis.CompanyWorkers, sample.Crisis.Redundancies, "crisi", true, "crisi aziendale", cigs.From, cigs.To, "no");
        var document = new DocumentRegistration("sample-crisis", DocumentKind.Dossier, crisis, Title, JsonSerializer.Serialize(facts, JsonSerializerOptions.Web), s_office);
        var opened = await registry.OpenCrisisAsync(document, facts, cancellation);
        if (opened.Error is { } error) throw Refuse($"{error} {string.Join(' ', opened.Problems.Select(problem => problem.Message))}");
    }

    // As the company writes it into the form of the table; the Region registers it or sends it back.
    private async Task ReportAsync(DateOnly signed, CancellationToken cancellation)
    {
        var number = await desk.ReserveCrisisAsync(Request("reported"), s_regione.UserName, cancellation);
        var crisis = SampleSet.Make(SampleScenarios.Find(Reported)!, Seed, signed).Crisis;
        var company = crisis.Company;
        var report = new
        {
            title = $"Crisi {company.Name} (dati inventati)", companyTaxCode = company.TaxCode, vatNumber = company.VatNumber, companyName = company.Name, ateco = company.AtecoCode,
            atecoEdition = company.AtecoEdition.Contains("2025", StringComparison.Ordinal) ? "2025" : "2007", ccnl = company.Ccnl,
            sites = company.Sites.Select(site => new { address = site.Address, municipality = site.Municipality, workers = site.Workers }), totalWorkers = crisis.CompanyWorkers,
            redundancies = crisis.Redundancies, reason = "crisi", cigsRequested = true, cigsGround = "crisi aziendale", cigsFrom = AgreementDrafts.Iso(crisis.Cigs.From),
            cigsTo = AgreementDrafts.Iso(crisis.Cigs.To), requestedBy = "azienda", regionalInterest = "no",
            contact = new { name = "Ufficio del personale", email = "personale@example.invalid", tel = "011 0000000" },
        };
        var variables = (FeelContext)FeelJson.Read(JsonSerializer.Serialize(new { crisis = number, report }, JsonSerializerOptions.Web));
        var told = await messages.PublishAsync(new("CrisisReported", number, s_lives, variables) { MessageId = Request("reported").ToString("D") }, cancellation);
        if (told.Rejection is { } rejection) throw Refuse(rejection.Message);
    }

    private async Task AddOperatorsAsync(SampleSet sample, CancellationToken cancellation)
    {
        const string Name = "operatori_accreditati.csv";
        if (await desk.FindImportAsync(Request("operators"), cancellation) is not { } import)
        {
            var uploaded = await desk.UploadAsync(
                new(Request("operators"), null, Name, sample[Name].Content) { Kind = RegistryDesk.ImportKind.AccreditedOperators }, s_apl.UserName, cancellation);
            import = uploaded.Value ?? throw Refuse(uploaded.Problems[0].Message);
        }
        if (import.State != RegistryDesk.ImportState.Validated) return;
        var decided = await desk.DecideImportAsync(new(import.Import, true, import.Version, "Righe con errori escluse."), s_apl.UserName, cancellation);
        if (decided.Value is null) throw Refuse(decided.Problems[0].Message);
    }

    private static Guid Request(string act) => new(SHA256.HashData(Encoding.UTF8.GetBytes("sample crisis " + act)).AsSpan(0, 16), bigEndian: true);

    private static T Check<T>(Outcome<T> outcome) =>
        outcome.Refusal is { } refusal ? throw Refuse($"{refusal.Message} {string.Join(' ', refusal.Fields.Select(field => $"{field.Path}: {field.Message}"))}") : outcome.Value!;

    private static StartRefusedException Refuse(string why) => new StartRefusedException($"Expected to load the sample crisis, but: {why} Set Demo:Sample=false to start without it.");
}
