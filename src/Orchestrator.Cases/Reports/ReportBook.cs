using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Documents;
using Orchestrator.Cases.Model;
using Orchestrator.Cases.Sessions;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Reports;

/// <summary>Reports on outcomes: drafts that may be replaced, and what was published.</summary>
internal sealed class ReportBook(CasesStore store)
{
    private const int PeriodCharsMax = 60;

    public Task<ReportView> SaveAsync(ReportDraft report, CancellationToken cancellation)
    {
        CheckId(report.ReportId);
        CasesStore.CheckCount("characters of the period", report.Period.Length, PeriodCharsMax);
        if (report.Figures.Count > ReportDraft.FiguresMax)
            throw new RegistryRefusedException(RefusalCode.Invalid, FormattableString.Invariant($"Expected at most {ReportDraft.FiguresMax} figures, but found {report.Figures.Count}."));
        return store.WriteAsync(
            async context =>
            {
                if (!await context.Crises.AnyAsync(row => row.Code == report.Crisis, cancellation))
                    throw DocumentBook.NoCrisis(report.Crisis);
                var row = await context.Reports.AsTracking().SingleOrDefaultAsync(known => known.ReportId == report.ReportId, cancellation);
                if (row is null)
                {
                    row = new OutcomeReport
                    {
                        ReportId = report.ReportId, CrisisCode = report.Crisis, Period = report.Period, Figures = "", Files = "", State = ReportState.Draft, CreatedAt = store.Now,
                    };
                    context.Reports.Add(row);
                }
                else if (row.State != ReportState.Published && row.CrisisCode == report.Crisis)
                {
                    row.Version++;
                }
                else
                {
                    throw new RegistryRefusedException(RefusalCode.WrongState, $"Expected a draft of crisis {report.Crisis}, but the report is {row.State} and of {row.CrisisCode}: make one with another id.");
                }
                row.Period = report.Period;
                row.Figures = JsonSerializer.Serialize(report.Figures);
                row.Files = JsonSerializer.Serialize(report.Files);
                row.Sha256 = report.Sha256;
                return ViewOf(row);
            },
            cancellation);
    }

    public Task<ReportView> ReadAsync(string report, CancellationToken cancellation) =>
        store.ReadAsync(async context => ViewOf(await context.Reports.SingleOrDefaultAsync(row => row.ReportId == report, cancellation) ?? throw NoReport()), cancellation);

    public Task<ReportView> RecordPublicationAsync(string report, IReadOnlyList<string> files, CancellationToken cancellation)
    {
        CasesStore.CheckCount("files", files.Count, CaseLimits.PageRowsMax);
        return store.WriteAsync(
            async context =>
            {
                var row = await context.Reports.AsTracking().SingleOrDefaultAsync(known => known.ReportId == report, cancellation) ?? throw NoReport();
                if (row.State == ReportState.Published)
                    return ViewOf(row);
                row.State = ReportState.Published;
                row.PublishedAt = store.Now;
                row.PublishedFiles = JsonSerializer.Serialize(files);
                row.Version++;
                return ViewOf(row);
            },
            cancellation);
    }

    private static void CheckId(string id)
    {
        SessionRules.CheckKey(nameof(ReportDraft.ReportId), id);
        // It becomes a folder's name.
        if (id.Contains(':', StringComparison.Ordinal) || id.Trim('.').Length == 0)
            throw new RegistryRefusedException(RefusalCode.Invalid, "Expected the id of a report to hold letters, digits, '-', '_' and '.', and not only points.");
    }

    private static RegistryRefusedException NoReport() => new(RefusalCode.NotFound, "Expected a report, but there is none of this id.");

    private static ReportView ViewOf(OutcomeReport row) => new(
        row.ReportId, row.CrisisCode, row.Period, Read<ReportFigure>(row.Figures), Read<string>(row.Files), row.Sha256, row.State, row.CreatedAt, row.PublishedAt, Read<string>(row.PublishedFiles));

    private static List<T> Read<T>(string json) => JsonSerializer.Deserialize<List<T>>(json) ?? [];
}
