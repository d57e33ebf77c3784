using System.Text.Json.Nodes;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Apl.Jobs;

/// <summary>
/// <c>apl.nearest-centre</c>: input <c>crisis</c>, optionally <c>capacity</c> (persons) and <c>municipality</c> (ISTAT code of a site, where the company's seat is not
/// the place that counts). Returns <c>centre</c>, <c>venue</c>, <c>km</c> (as the crow flies) and <c>withoutHall</c> (no hall is large enough: the nearest of all).
/// </summary>
public sealed class NearestCentreHandler(ICaseRegistry registry) : IJobHandler
{
    /// <inheritdoc/>
    public string JobType => "apl.nearest-centre";

    /// <inheritdoc/>
    public Task<JobResult> HandleAsync(Job job, CancellationToken cancellation) => RegistryAnswers.ForAsync(async () =>
    {
        var found = await registry.FindNearestCentreAsync(
            job.RequiredText("crisis"), job.OptionalText("municipality"), job.OptionalWhole("capacity", CaseLimits.SessionCasesMax), cancellation);
        return JobResult.Done(new JsonObject { ["centre"] = found.Centre, ["venue"] = found.Venue, ["km"] = found.Km, ["withoutHall"] = found.WithoutHall });
    });
}
