using System.Text.Json.Nodes;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Apl.Jobs;

/// <summary>
/// <c>apl.competent-centre</c>: input <c>municipality</c> (ISTAT code); returns <c>centre</c> (01–30), <c>centreName</c> and <c>centreGroup</c>
/// (<c>cpi:15</c>). A municipality without a centre is the business error <c>NO_COMPETENT_CENTRE</c>.
/// </summary>
public sealed class CompetentCentreHandler(ICaseRegistry registry, TimeProvider time) : IJobHandler
{
    /// <summary>The code that a process may catch.</summary>
    public const string NoCentre = "NO_COMPETENT_CENTRE";

    /// <inheritdoc/>
    public string JobType => "apl.competent-centre";

    /// <inheritdoc/>
    public Task<JobResult> HandleAsync(Job job, CancellationToken cancellation) => RegistryAnswers.ForAsync(async () =>
    {
        var answer = await registry.FindCentreAsync(job.RequiredText("municipality"), RomeTime.DayOf(time.GetUtcNow()), cancellation);
        return answer.Centre is { } centre
            ? JobResult.Done(new JsonObject { ["centre"] = centre.Code, ["centreName"] = centre.Name, ["centreGroup"] = centre.CandidateGroup })
            : new JobResult.Error(NoCentre, $"Expected a municipality of Piemonte that exists today, but {answer.IstatCode} is: {answer.Finding}.", []);
    });
}
