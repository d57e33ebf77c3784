using System.Globalization;
using System.Text.Json.Nodes;
using MassTransit;
using Orchestrator.Contracts.Bus;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.AnpalServizi.Jobs;

/// <summary>
/// <c>anpalservizi.booking-import</c>: inputs <c>importId</c>, <c>agreement</c>. Enters the decisions of a file, tells each decided case <c>BookingDecided</c>, and returns
/// how many are <c>decided</c>, <c>approved</c>, <c>rejected</c>, <c>unmatched</c> (rows that fit no case). The transport has all messages before the answer goes out. A
/// message's id follows from import and row: a repeated job, or one that died half way, tells nobody twice.
/// </summary>
public sealed class BookingImportHandler(ICaseRegistry registry, IBus bus, AgencyTraffic traffic) : IJobHandler
{
    private static readonly TimeSpan s_kept = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    public string JobType => "anpalservizi.booking-import";

    /// <inheritdoc/>
    public async Task<JobResult> HandleAsync(Job job, CancellationToken cancellation)
    {
        var import = job.RequiredId("importId");
        var reason = new AccessReason("service:anpalservizi", FormattableString.Invariant($"{job.Type} {job.Key}"));
        var entered = await registry.EnterDecisionsAsync(import, job.RequiredText("agreement"), reason, cancellation);
        await TellAsync(import, cancellation);
        return JobResult.Done(new JsonObject
        {
            ["decided"] = entered.Decided,
            ["approved"] = entered.Approved,
            ["rejected"] = entered.Rejected,
            ["unmatched"] = entered.UnmatchedRows.Count,
        });
    }

    private async Task TellAsync(Guid import, CancellationToken cancellation)
    {
        var endpoint = await bus.GetSendEndpoint(new Uri($"exchange:{BusNames.Answers}"));
        var after = 0;
        DecisionPage page;
        do
        {
            page = await registry.ReadDecisionsAsync(import, after, CaseLimits.PageRowsMax, cancellation);
            foreach (var row in page.Rows)
            {
                await endpoint.Send(MessageOf(import, row), Unroutable.IsAnError, cancellation);
                traffic.Published(AnpalServiziServices.AgencyName);
                after = row.RowNumber;
            }
        }
        while (page.More);
    }

    private static MessageForProcess MessageOf(Guid import, DecisionRow row) => new(
        FormattableString.Invariant($"{AnpalServiziServices.AgencyName}-{import:D}-{row.RowNumber}"), "BookingDecided", row.Case, s_kept,
        new JsonObject
        {
            ["case"] = row.Case,
            ["decision"] = row.Approved ? "APPROVED" : "REJECTED",
            ["reason"] = row.Reason is null ? null : DecisionReason.WithoutPersons(row.Reason),
            ["decisionDate"] = row.DecidedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["correctable"] = row.Correctable,
        }.ToJsonString());
}
