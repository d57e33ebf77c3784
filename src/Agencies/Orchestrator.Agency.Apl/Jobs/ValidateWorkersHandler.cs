using System.Text.Json.Nodes;
using Orchestrator.Agency.Apl.Workers;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Apl.Jobs;

/// <summary>
/// <c>apl.validate-workers</c>: input <c>importId</c>; answers every row of the import in the registry and returns figures only, as <c>report</c>
/// (<c>importId</c>, <c>rows</c>, <c>accepted</c>, <c>rejected</c>, <c>warned</c>). A repeated job gives the same answers again.
/// </summary>
public sealed class ValidateWorkersHandler(ICaseRegistry registry) : IJobHandler
{
    /// <inheritdoc/>
    public string JobType => "apl.validate-workers";

    /// <inheritdoc/>
    public Task<JobResult> HandleAsync(Job job, CancellationToken cancellation) => RegistryAnswers.ForAsync(async () =>
    {
        var import = job.RequiredImport();
        var reason = RegistryAnswers.ReasonOf(job);

        var duplicates = new DuplicateCheck();
        var after = 0;
        StagedPage page;
        do
        {
            page = await registry.ReadStagedRowsAsync(import, after, CaseLimits.PageRowsMax, reason, cancellation);
            if (page.Rows.Count == 0)
                break;
            after = page.Rows[^1].RowNumber;
            await registry.ReportVerdictsAsync(import, await CheckAsync(import, page, duplicates, reason, cancellation), reason, cancellation);
        }
        while (page.More);

        var summary = await registry.CompleteValidationAsync(import, reason, cancellation);
        return JobResult.Done(new JsonObject { ["report"] = Report(summary) });
    });

    private async Task<IReadOnlyList<RowVerdict>> CheckAsync(Guid import, StagedPage page, DuplicateCheck duplicates, AccessReason reason, CancellationToken cancellation)
    {
        var municipalities = page.Rows.Select(row => row[WorkerColumns.Municipality]).Where(code => code.Length > 0).Distinct().ToList();
        var centres = (await registry.FindCentresAsync(municipalities, page.Today, cancellation)).ToDictionary(answer => answer.IstatCode, StringComparer.Ordinal);
        var verdicts = page.Rows.Select(row => RowChecks.Check(row, centres.GetValueOrDefault(row[WorkerColumns.Municipality]), page.Today)).ToList();

        var codes = verdicts.Select(verdict => verdict.CanonicalCodiceFiscale).OfType<string>().Distinct().ToList();
        var existing = await registry.FindExistingCasesAsync(import, codes, reason, cancellation);
        var known = existing.Select(found => found.CanonicalCodiceFiscale).ToHashSet(StringComparer.Ordinal);
        return [.. verdicts.Select(verdict => duplicates.Check(verdict, known))];
    }

    private static JsonObject Report(ValidationSummary summary) => new()
    {
        ["importId"] = summary.Import.ToString("D"),
        ["rows"] = summary.Rows,
        ["accepted"] = summary.Good,
        ["rejected"] = summary.Bad,
        ["warned"] = summary.Warned,
    };
}
