using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Support;

/// <summary>A crisis with invented persons whose codes are proper, with or without an agreement.</summary>
internal sealed class Cohort
{
    private const string Header = "codice_fiscale;cognome;nome;email;comune_domicilio_istat;mansione;ambito;profilo";
    private readonly OwnRegistry _on;

    private Cohort(OwnRegistry on, string crisis, string? agreement) => (_on, Crisis, Agreement) = (on, crisis, agreement);

    public string Crisis { get; }

    public string? Agreement { get; }

    /// <summary>Case ids in the order of the persons, which is not theirs.</summary>
    public IReadOnlyList<string> Cases { get; private set; } = [];

    /// <summary>A crisis whose agreement covers (Montaggio, Saldatori); persons with an odd number are outside its plan.</summary>
    public static async Task<Cohort> WithAgreementAsync(OwnRegistry on, int persons, string centre = "11")
    {
        var agreement = await on.AgreementAsync();
        var cohort = new Cohort(on, agreement.Crisis, agreement.Agreement);
        await cohort.AddAsync(0, persons, centre);
        return cohort;
    }

    /// <summary>A crisis of a company in <paramref name="municipality"/> that has signed nothing.</summary>
    public static async Task<Cohort> WithoutAgreementAsync(OwnRegistry on, int persons, string? municipality = "001272", string centre = "11")
    {
        var cohort = new Cohort(on, await OpenCrisisAsync(on, municipality), null);
        if (persons > 0)
            await cohort.AddAsync(0, persons, centre);
        return cohort;
    }

    /// <summary>A crisis without anything below it.</summary>
    public static async Task<string> OpenCrisisAsync(OwnRegistry on, string? municipality)
    {
        await using var context = on.CreateDbContext();
        var number = await context.Crises.CountAsync() + 1;
        var code = string.Create(CultureInfo.InvariantCulture, $"CR-2027-{number:D4}");
        var company = new Company { TaxCode = PartitaIva.Write(string.Create(CultureInfo.InvariantCulture, $"{number + 1_000:D10}")), Name = "Filatura Zibrella S.p.A.", Municipality = municipality };
        context.Add(company);
        context.Add(new CompanyCrisis { Code = code, CompanyTaxCode = company.TaxCode, OpenedAt = on.Clock.GetUtcNow(), OpenedBy = "regione-1" });
        await context.SaveChangesAsync();
        return code;
    }

    /// <summary>The code of the n-th person.</summary>
    public static string Code(int n) => CodiceFiscaleWriter.Write(Surname(n), "Orsola", new DateOnly(1961, 2, 3).AddDays(n), n % 2 == 0 ? Gender.Female : Gender.Male, "H727");

    /// <summary>A file with these lines under <paramref name="header"/>.</summary>
    public static byte[] File(string header, params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\n", [header, .. lines]) + "\n");

    /// <summary>A list of workers as a company sends it.</summary>
    public static byte[] Workers(int from, int count) => File(Header, [.. Enumerable.Range(from, count).Select(Row)]);

    /// <summary>Uploads and checks a list; nobody has decided about it yet.</summary>
    public async Task<Guid> ValidatedAsync(int from, int count, string centre = "11", int bad = 0, bool ofCrisis = false)
    {
        var upload = new ImportUpload(Guid.NewGuid(), ofCrisis ? null : Agreement, "lavoratori.csv", Workers(from, count)) { Crisis = Crisis };
        await _on.Desk.UploadAsync(upload, "apl-1", CancellationToken.None);
        var after = 0;
        StagedPage page;
        do
        {
            page = await _on.Registry.ReadStagedRowsAsync(upload.Request, after, CaseLimits.PageRowsMax, OwnRegistry.Reason, CancellationToken.None);
            after = page.Rows[^1].RowNumber;
            var verdicts = page.Rows.Select(row => row.RowNumber - 2 < count - bad ? SampleForms.Good(row, centre) : SampleForms.Bad(row));
            await _on.Registry.ReportVerdictsAsync(upload.Request, [.. verdicts], OwnRegistry.Reason, CancellationToken.None);
        }
        while (page.More);
        await _on.Registry.CompleteValidationAsync(upload.Request, OwnRegistry.Reason, CancellationToken.None);
        return upload.Request;
    }

    /// <summary>Makes cases of <paramref name="count"/> more persons.</summary>
    public async Task AddAsync(int from, int count, string centre = "11")
    {
        var import = await ValidatedAsync(from, count, centre);
        await _on.Registry.LoadCasesAsync(new(import, Crisis, Agreement), OwnRegistry.Reason, CancellationToken.None);
        await using var context = _on.CreateDbContext();
        var cases = await context.WorkerCases.Where(row => row.CrisisCode == Crisis).Select(row => new { row.Worker!.CodiceFiscale, row.CaseId })
            .ToDictionaryAsync(row => row.CodiceFiscale, row => row.CaseId);
        Cases = [.. Cases, .. Enumerable.Range(from, count).Select(n => cases[Code(n)])];
    }

    private static string Row(int n) =>
        string.Create(CultureInfo.InvariantCulture, $"{Code(n)};{Surname(n)};Orsola;p{n}@example.invalid;004203;Saldatore;Montaggio;{(n % 2 == 0 ? " saldatori " : "Verniciatori")}");

    private static string Surname(int n) => "Zib" + (char)('a' + (n % 26)) + (char)('a' + (n / 26 % 26)) + "rello";
}
