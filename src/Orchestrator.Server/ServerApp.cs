using Microsoft.AspNetCore.Http.Json;
using Orchestrator.Hosting.Composition;
using Orchestrator.Server.Cases;
using Orchestrator.Server.Client;
using Orchestrator.Server.Demo;
using Orchestrator.Server.Json;
using Orchestrator.Server.Security;
using Orchestrator.Server.V2;
using Orchestrator.Server.V2.Jobs;
using Orchestrator.Ui;

namespace Orchestrator.Server;

/// <summary>The web server: pages for people, <c>/v2</c> and <c>/api</c> for programs, over the one composition.</summary>
internal static class ServerApp
{
    private const long UploadBytesMax = 16 * 1024 * 1024;

    /// <summary>Builds it; nothing has started yet.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = UploadBytesMax;
        });
        builder.Services.AddOrchestrator(builder.Configuration, builder.Environment.ContentRootPath);
        builder.Services.AddProblems();
        builder.Services.AddSignIn();
        builder.Services.Configure<JsonOptions>(ApiJson.Configure);
        // Outside Development the framework would answer a bad body with 400 and no reason.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.AddSingleton<JobSignals>();
        builder.Services.AddClient();
        builder.Services.AddOrchestratorUi();
        builder.Services.AddApiDescription();
        builder.Services.AddDemo(builder.Environment);
        var app = builder.Build();
        Use(app);
        Map(app);
        return app;
    }

    private static void Use(WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseProblems();
        app.UseOrchestratorUi();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    private static void Map(WebApplication app)
    {
        app.MapStaticAssets();
        app.MapOrchestratorUi();
        app.MapV2();
        app.MapApi();
        app.MapCaseRegistry().RequireAuthorization(Rights.DoJobs);
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapGet("/health", () => TypedResults.NoContent()).AllowAnonymous().ExcludeFromDescription();
    }
}
