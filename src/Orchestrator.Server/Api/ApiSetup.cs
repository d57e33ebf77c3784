using Microsoft.OpenApi;

namespace Orchestrator.Server.Api;

/// <summary>What neither the pages nor the Camunda shapes have: history, explanations, verification, cases; and the description of all of it.</summary>
internal static class ApiSetup
{
    /// <summary>The one document: OpenAPI 3.1.</summary>
    public const string Document = "orchestrator";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Orchestrator", Version = "v2", Description = "The Camunda 8 REST shapes under /v2 for what they cover, /api for what neither has." };
            // The description is the same wherever the server runs.
            document.Servers = [];
            return Task.CompletedTask;
        });
    });

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api").RequireAuthorization().DisableAntiforgery().WithTags("api");
        HistoryEndpoints.Map(api);
        CaseEndpoints.Map(api);
    }
}
