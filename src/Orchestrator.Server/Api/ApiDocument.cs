using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Orchestrator.Server.Api;

/// <summary>What the description says of the whole: title, licence, sign-in, the shape of every refusal.</summary>
internal sealed class ApiDocument : IOpenApiDocumentTransformer
{
    public const string Basic = "basic";
    public const string Problem = "Problem";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new()
        {
            Title = "Orchestrator",
            Version = "v2",
            Description = "The Camunda 8 Orchestration Cluster REST shapes under /v2 for what they cover; /api for what neither they nor the pages have; /api/registry for agencies in processes of their own.",
            License = new() { Name = "EUPL-1.2", Identifier = "EUPL-1.2" },
        };
        // The description is the same wherever the server runs.
        document.Servers = [new() { Url = "/" }];
        document.Tags = new HashSet<OpenApiTag>
        {
            new() { Name = "v2", Description = "Processes, jobs, messages, tasks, incidents." },
            new() { Name = "api", Description = "Histories, proofs and cases." },
            new() { Name = "registry", Description = "The case registry, for service accounts of agencies." },
        };
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Basic] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "basic", Description = "A local or service account. A bearer token is refused by name." },
        };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas[Problem] = ProblemSchema();
        // Uploads are described where they are sent; the framework's own words for them help nobody.
        foreach (var name in (string[])["IFormFile", "IFormFileCollection"]) document.Components.Schemas.Remove(name);
        return Task.CompletedTask;
    }

    private static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "A refusal (RFC 9457): what was expected, what was found, what to do.",
        Required = new HashSet<string> { "type", "title", "status", "detail", "instance", "traceId" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("Always about:blank."),
            ["title"] = Text("A stable word, such as INVALID_ARGUMENT, NOT_FOUND or INVALID_STATE."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The HTTP status." },
            ["detail"] = Text("For people."),
            ["instance"] = Text("The path that was asked."),
            ["traceId"] = Text("By which the log of the server is searched."),
            ["code"] = Text("Of the registry's refusals: a stable word."),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "Every wrong field.",
                Items = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string> { "field", "message" },
                    Properties = new Dictionary<string, IOpenApiSchema> { ["field"] = Text("Its path, such as filter.state."), ["message"] = Text("What was expected there.") },
                },
            },
        },
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
