using Microsoft.AspNetCore.OpenApi;
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
        // The registry and the pages have records of the same names.
        options.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } id
            ? type.Type.Namespace == typeof(Contracts.Cases.ICaseRegistry).Namespace ? "Registry" + id : id
            : null;
        options.AddDocumentTransformer<ApiDocument>();
        options.AddOperationTransformer<ApiOperation>();
        options.AddSchemaTransformer<ApiSchemas>();
    });

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api").RequireAuthorization().DisableAntiforgery().WithTags("api");
        HistoryEndpoints.Map(api);
        CaseEndpoints.Map(api);
        MigrationEndpoints.Map(api);
        RetirementEndpoints.Map(api);
    }
}
