using System.Text;
using Orchestrator.Cases.Desk;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Support;

/// <summary>Sample forms and files; all persons are invented.</summary>
internal static class SampleForms
{
    public const string Header = "codice_fiscale;cognome;nome;email;comune_domicilio_istat;mansione;data_assunzione;ore_settimanali;sospensione_pct";

    public static AgreementRegistration Registration() => new(
        Guid.NewGuid(), null, "02843860012", null, "Officine Zibrelle S.p.A.", "001272", new DateOnly(2026, 3, 2), SigningPlace.Ministry, CigsGround.Reorganisation,
        new DateOnly(2026, 3, 1), new DateOnly(2027, 2, 28), [new("Montaggio", "Saldatori", "6.2.1.7.0", 40)], null);

    /// <summary>A row of a person whose code ends in <paramref name="n"/>; the registry does not read the code.</summary>
    public static string Row(int n) => FormattableString.Invariant($"CF{n:D14};Zibrello{n};Orsola;p{n}@example.invalid;004203;Saldatore;2010-05-03;40,00;50");

    public static byte[] File(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\n", [Header, .. lines]) + "\n");

    public static ImportUpload Upload(string agreement, params string[] lines) => new(Guid.NewGuid(), agreement, "lavoratori.csv", File(lines));

    public static RowVerdict Good(StagedRow row, string centre = "11") => new(row.RowNumber, row[WorkerColumns.CodiceFiscale], centre, []);

    public static RowVerdict Bad(StagedRow row) =>
        new(row.RowNumber, null, null, [new(WorkerColumns.CodiceFiscale, RowCode.CfCheck, RowSeverity.Error, "Il carattere di controllo non torna.")]);

    /// <summary>Uploads <paramref name="good"/> good rows and <paramref name="bad"/> bad ones and reports the verdicts.</summary>
    public static async Task<ImportSummary> ValidatedAsync(OwnRegistry on, string agreement, int good, int bad = 0, int from = 1)
    {
        var upload = Upload(agreement, [.. Enumerable.Range(from, good + bad).Select(Row)]);
        await on.Desk.UploadAsync(upload, "apl-1", CancellationToken.None);
        var after = 0;
        StagedPage page;
        do
        {
            page = await on.Registry.ReadStagedRowsAsync(upload.Request, after, CaseLimits.PageRowsMax, OwnRegistry.Reason, CancellationToken.None);
            after = page.Rows[^1].RowNumber;
            await on.Registry.ReportVerdictsAsync(
                upload.Request, [.. page.Rows.Select(row => row.RowNumber - 2 < good ? Good(row) : Bad(row))], OwnRegistry.Reason, CancellationToken.None);
        }
        while (page.More);
        await on.Registry.CompleteValidationAsync(upload.Request, OwnRegistry.Reason, CancellationToken.None);
        return (await on.Desk.ListImportsAsync(agreement, CancellationToken.None)).Single(import => import.Import == upload.Request);
    }

    /// <summary>An agreement with <paramref name="count"/> cases.</summary>
    public static async Task<(AgreementView Agreement, IReadOnlyList<string> Cases)> CasesAsync(OwnRegistry on, int count)
    {
        var agreement = await on.AgreementAsync();
        var import = await ValidatedAsync(on, agreement.Agreement, count);
        await on.Desk.DecideImportAsync(new(import.Import, true, import.Version, null), "apl-1", CancellationToken.None);
        var page = await on.Registry.ReadCasesAsync(agreement.Agreement, null, CaseLimits.PageRowsMax, CancellationToken.None);
        return (agreement, [.. page.Cases.Select(row => row.CaseId)]);
    }
}
