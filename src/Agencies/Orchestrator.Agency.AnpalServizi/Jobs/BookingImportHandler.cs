using System.Globalization;
using System.Text.Json.Nodes;
using Orchestrator.Contracts.Bus;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.AnpalServizi.Jobs;

/// <summary>
/// <c>anpalservizi.booking-import</c>: inputs <c>importId</c>, <c>agreement</c>. Enters the decisions of ANPAL and tells each case <c>BookingDecided</c>; returns
/// <c>decided</c>, <c>approved</c>, <c>rejected</c> and <c>unmatched</c>. The message id is made of the file and the row, so a repeated job tells nobody twice.
/// </summary>
public sealed class BookingImportHandler(ICaseRegistry registry, IProcessTeller processes) : IJobHandler
{
    private static readonly TimeSpan s_lives = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    public string JobType => "anpalservizi.booking-import";

    /// <inheritdoc/>
    public async Task<JobResult> HandleAsync(Job job, CancellationToken cancellation)
    {
        if (!Guid.TryParse(job.RequiredText("importId"), out var import))
            throw new JobInputException("Expected 'importId' to be the UUID of an uploaded file, but found another text.");
        var reason = new AccessReason("anpalservizi", $"decisions about bookings, job {job.Key}");
        var entered = await registry.EnterDecisionsAsync(import, job.RequiredText("agreement"), reason, cancellation);
        var after = 0;
        DecisionPage page;
        do
        {
            page = await registry.ReadDecisionsAsync(import, after, CaseLimits.PageRowsMax, cancellation);
            foreach (var row in page.Rows)
            {
                await processes.TellAsync(AnpalServiziServices.AgencyName, MessageOf(import, row), cancellation);
                after = row.RowNumber;
            }
        }
        while (page.More);
        return JobResult.Done(new JsonObject
        {
            ["decided"] = entered.Decided, ["approved"] = entered.Approved, ["rejected"] = entered.Rejected, ["unmatched"] = entered.UnmatchedRows.Count,
        });
    }

    private static MessageForProcess MessageOf(Guid import, DecisionRow row)
    {
        var variables = new JsonObject
        {
            ["case"] = row.Case, ["decision"] = row.Approved ? "APPROVED" : "REJECTED", ["reason"] = row.Reason, ["correctable"] = row.Correctable,
            ["decisionDate"] = row.DecidedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        return new(FormattableString.Invariant($"anpalservizi-{import:N}-{row.RowNumber}"), "BookingDecided", row.Case, s_lives, variables.ToJsonString());
    }
}
