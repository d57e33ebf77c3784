using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Ui.Endpoints;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui;

/// <summary>What a host calls to have the pages: services, pipeline, endpoints, in this order.</summary>
public static class UiSetup
{
    /// <summary>The sign-in page; the host's cookie handler sends people there.</summary>
    public const string SignInPath = "/accedi";

    internal const string KeepPath = "/accedi/ripresa";

    // Nothing comes from elsewhere and nothing runs inline. Pictures may be data: URIs, because Bootstrap Italia's own sheet
    // draws its check marks and arrows so. Styles set by scripts through the object model are no inline styles.
    private const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Adds what the pages need. The host registers <see cref="Contracts.Client.IOrchestratorClient"/> and a cookie sign-in itself.</summary>
    public static IServiceCollection AddOrchestratorUi(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddLocalization();
        services.AddAntiforgery();
        services.AddScoped<Visit>();
        services.AddSingleton<RecentSearches>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            CultureInfo[] cultures = [CultureInfo.GetCultureInfo("it-IT"), CultureInfo.GetCultureInfo("en-GB")];
            options.DefaultRequestCulture = new(cultures[0]);
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            options.ApplyCurrentCultureToResponseHeaders = true;
            // Italian first: only the switch in the header changes the language, not what a browser was shipped with.
            options.RequestCultureProviders = [new CookieRequestCultureProvider()];
        });
        return services;
    }

    /// <summary>
    /// Language, security headers and error pages for everything but the paths of programs (<c>/v2</c>, <c>/api</c>,
    /// <c>/engine-rest</c>, <c>/health</c>, <c>/metrics</c>). Called first in the pipeline; authentication follows.
    /// </summary>
    public static IApplicationBuilder UseOrchestratorUi(this IApplicationBuilder app) =>
        app.UseWhen(context => IsForPeople(context.Request.Path), pages =>
        {
            pages.UseRequestLocalization();
            pages.Use((context, next) =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = ContentSecurityPolicy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
                return next(context);
            });
            pages.UseExceptionHandler(ErrorEndpoints.PathOf(StatusCodes.Status500InternalServerError));
            pages.UseStatusCodePagesWithReExecute(ErrorEndpoints.Pattern);
        });

    /// <summary>
    /// Where a request without a session is sent with its method and body kept (status 307), so that what somebody typed is not lost;
    /// null for a request that simply goes to the sign-in page.
    /// </summary>
    public static string? KeepUrl(HttpRequest request) =>
        KeptForm.MayKeep(request) ? $"{KeepPath}?returnUrl={Uri.EscapeDataString(request.Path + request.QueryString.ToString())}" : null;

    /// <summary>Maps the pages and the addresses that their forms post to.</summary>
    public static IEndpointRouteBuilder MapOrchestratorUi(this IEndpointRouteBuilder endpoints)
    {
        ErrorEndpoints.Map(endpoints);
        AccountEndpoints.MapKeeping(endpoints);
        var open = endpoints.MapGroup("").AddEndpointFilter<ForgeryGuard>().ExcludeFromDescription();
        AccountEndpoints.Map(open);
        FeedEndpoints.MapOpen(open);

        var pages = endpoints.MapGroup("").RequireAuthorization().AddEndpointFilter<ForgeryGuard>().ExcludeFromDescription();
        StartEndpoints.Map(pages);
        InboxEndpoints.Map(pages);
        ManyEndpoints.Map(pages);
        SubstitutionEndpoints.Map(pages);
        DeskEndpoints.Map(pages);
        TaskEndpoints.Map(pages);
        AttachmentEndpoints.Map(pages);
        AttendanceEndpoints.Map(pages);
        CaseEndpoints.Map(pages);
        RecordEndpoints.Map(pages);
        IncidentEndpoints.Map(pages);
        AgreementEndpoints.Map(pages);
        ImportEndpoints.Map(pages);
        UploadEndpoints.Map(pages);
        CrisisEndpoints.Map(pages);
        WorkerEndpoints.Map(pages);
        WaitEndpoints.Map(pages);
        SessionEndpoints.Map(pages);
        ExpressionEndpoints.Map(pages);
        TableEndpoints.Map(pages);
        DefinitionEndpoints.Map(pages);
        DraftEndpoints.Map(pages);
        DraftFileEndpoints.Map(pages);
        DeadlineEndpoints.Map(pages);
        FeedEndpoints.Map(pages);
        TimerEndpoints.Map(pages);
        OperationsEndpoints.Map(pages);
        MigrationEndpoints.Map(pages);
        return endpoints;
    }

    private static bool IsForPeople(PathString path) =>
        !path.StartsWithSegments("/v2", StringComparison.Ordinal)
        && !path.StartsWithSegments("/api", StringComparison.Ordinal)
        && !path.StartsWithSegments("/engine-rest", StringComparison.Ordinal)
        && !path.StartsWithSegments("/openapi", StringComparison.Ordinal)
        && !path.StartsWithSegments("/health", StringComparison.Ordinal)
        && !path.StartsWithSegments("/metrics", StringComparison.Ordinal);
}
