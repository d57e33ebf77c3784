using System.Globalization;
using System.Text.Json.Nodes;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Apl.Jobs;

/// <summary>
/// <c>apl.competent-centre</c>: input <c>case</c> (the centre of the person's domicile, which the case keeps), or <c>municipality</c> (ISTAT code); optionally <c>day</c>, today
/// when it is missing. Returns <c>centre</c> (01–30), <c>centreName</c> and <c>centreGroup</c> (<c>cpi:15</c>). A municipality without a centre is the business error
/// <c>NO_COMPETENT_CENTRE</c>.
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
        var day = DayOf(job);
        var answer = job.OptionalText("case") is { } caseId
            ? await registry.RefreshCentreAsync(caseId, day, RegistryAnswers.ReasonOf(job), cancellation)
            : await registry.FindCentreAsync(job.RequiredText("municipality"), day, cancellation);
        return answer.Centre is { } centre
            ? JobResult.Done(new JsonObject { ["centre"] = centre.Code, ["centreName"] = centre.Name, ["centreGroup"] = centre.CandidateGroup })
            : new JobResult.Error(NoCentre, $"Expected a municipality of Piemonte that exists on {day:yyyy-MM-dd}, but {answer.IstatCode} is: {answer.Finding}.", []);
    });

    private DateOnly DayOf(Job job)
    {
        if (job.OptionalText("day") is not { } text)
            return RomeTime.DayOf(time.GetUtcNow());
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new JobInputException("Expected the input 'day' to be a day such as 2026-03-20, but it is not.");
    }
}
