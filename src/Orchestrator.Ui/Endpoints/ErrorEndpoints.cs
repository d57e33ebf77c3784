using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>Pages for errors that no page of ours answered itself: unknown addresses, refused rights, bugs.</summary>
internal static class ErrorEndpoints
{
    public const string Pattern = "/errore/{0}";

    private static readonly string[] Methods =
        [HttpMethods.Get, HttpMethods.Post, HttpMethods.Put, HttpMethods.Delete, HttpMethods.Patch, HttpMethods.Head];

    public static string PathOf(int status) => Pattern.Replace("{0}", status.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    // Mapped without the forgery guard: the failed request is executed again here with its own method and form.
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/errore/{status:int}", Methods, (int status, HttpContext context) =>
            Show.Page<ErrorPage>(new { Status = status, Trace = status >= 500 ? Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier : null }, status))
            .ExcludeFromDescription();
}
