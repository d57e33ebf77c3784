using System.Globalization;
using System.Text.Json.Nodes;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Regione.Jobs;

/// <summary>
/// <c>regione.registry</c>: inputs <c>kind</c> (<see cref="DocumentKind"/>), <c>crisis</c>, <c>subject</c>, <c>document</c>. Registers the document and returns
/// <c>registryNumber</c>, <c>registeredAt</c>, <c>sha256</c>, <c>documentId</c>; a repeated job returns the same. <c>fascicolo</c> opens the crisis and adds <c>centre</c>
/// and <c>provinces</c>; errors <c>duplicate-crisis</c> (<c>existingCrisis</c>), <c>invalid-crisis</c> (<c>problems</c>, Italian sentences). <c>accordo</c> makes the agreement and adds
/// <c>agreement</c>; error <c>invalid-agreement</c> (<c>problems</c>). What the form asks about a contact person is left out of the registered document.
/// </summary>
public sealed class RegistryHandler(ICaseRegistry registry, RegioneOptions options) : IJobHandler
{
    private const string Contact = "contact";

    /// <inheritdoc/>
    public string JobType => "regione.registry";

    /// <inheritdoc/>
    public async Task<JobResult> HandleAsync(Job job, CancellationToken cancellation)
    {
        var kind = job.RequiredText("kind");
        var content = ContentOf(job);
        var document = new DocumentRegistration(
            job.Key.ToString(CultureInfo.InvariantCulture), kind, job.RequiredText("crisis"), job.RequiredText("subject"), content.ToJsonString(), options.Office);
        return ResultOf(kind switch
        {
            DocumentKind.Dossier => await registry.OpenCrisisAsync(document, FormReader.CrisisOf(content), cancellation),
            DocumentKind.Agreement => await registry.OpenAgreementAsync(document, FormReader.AgreementOf(content), cancellation),
            _ => await registry.RegisterDocumentAsync(document, cancellation),
        });
    }

    private static JsonObject ContentOf(Job job)
    {
        var node = job.Input["document"] ?? throw new JobInputException("Expected the input 'document' to be what is registered, but found nothing.");
        if (node.DeepClone() is not JsonObject content) return new JsonObject { ["document"] = node.DeepClone() };
        content.Remove(Contact);
        return content;
    }

    private static JobResult ResultOf(RegistrationAnswer answer)
    {
        if (answer.Error is { } error)
        {
            var reasons = answer.ExistingCrisis is { } existing
                ? new JsonObject { ["existingCrisis"] = existing }
                : new JsonObject { ["problems"] = new JsonArray([.. answer.Problems.Select(problem => (JsonNode)problem.Message)]) };
            return new JobResult.Error(error, SentenceOf(answer), reasons);
        }
        var registered = answer.Document!;
        var variables = new JsonObject
        {
            ["registryNumber"] = registered.RegistryNumber,
            ["registeredAt"] = registered.RegisteredAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["sha256"] = registered.Sha256,
            ["documentId"] = registered.DocumentId,
        };
        if (answer.Centre is { } centre)
        {
            variables["centre"] = centre;
            variables["provinces"] = new JsonArray([.. answer.Provinces.Select(province => (JsonNode)province)]);
        }
        if (answer.Agreement is { } agreement) variables["agreement"] = agreement;
        return JobResult.Done(variables);
    }

    private static string SentenceOf(RegistrationAnswer answer) => answer.ExistingCrisis is { } existing
        ? $"Expected no open crisis of the company at these sites, but {existing} is open."
        : $"Expected a form without problems, but found {string.Join(", ", answer.Problems.Select(problem => $"{problem.Field} {problem.Code}"))}.";
}
