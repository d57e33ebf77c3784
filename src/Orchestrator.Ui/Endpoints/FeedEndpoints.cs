using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>Deadlines in other calendar programs: making and ending addresses, and the file behind one, which nobody signs in for.</summary>
internal static class FeedEndpoints
{
    public const string Path = "/scadenze/calendari";

    /// <summary>The file; its address is the only key to it.</summary>
    public static void MapOpen(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/calendario/{secret}.ics", ReadAsync);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path, async (string? fatto, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
        {
            var found = await client.Feeds.ListAsync(visit.Required, cancellation);
            return found.Match(list => Show.Page<FeedListPage>(new { List = list, Revoked = fatto == "revocato" }), Show.Refusal);
        });
        endpoints.MapPost(Path, CreateAsync);
        endpoints.MapPost(Path + "/revoca", RevokeAsync);
        endpoints.MapGet(Path + "/revoca", () => Show.See(Path));
    }

    // The one page that is shown as the answer to a form: its address may not hold the secret, and the secret is not kept.
    private static async Task<IResult> CreateAsync(HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var made = await client.Feeds.CreateAsync(visit.Required, form.RequestId(), form.Text("ufficio"), cancellation);
        if (made.Refusal is { Kind: RefusalKind.Invalid } refusal)
        {
            var list = await client.Feeds.ListAsync(visit.Required, cancellation);
            return list.Match(page => Show.Page<FeedListPage>(new { List = page, Refusal = refusal }, Show.StatusOf(refusal.Kind)), Show.Refusal);
        }
        if (made.Refusal is { Code: "FeedExists" }) return Show.See(Path);
        return made.Match(feed => Show.Page<FeedListPage>(new { List = feed.Page, Made = AddressOf(context.Request, feed.Secret) }), Show.Refusal);
    }

    private static async Task<IResult> RevokeAsync(HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var feed = long.TryParse(form.Text("calendario"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        var revoked = await client.Feeds.RevokeAsync(visit.Required, feed, cancellation);
        return revoked.Match(_ => Show.See(Path + "?fatto=revocato"), Show.Refusal);
    }

    private static async Task<IResult> ReadAsync(string secret, HttpContext context, IOrchestratorClient client, CancellationToken cancellation)
    {
        var read = await client.Feeds.ReadAsync(secret, SiteOf(context.Request), cancellation);
        if (read.Value is not { } file) return Results.NotFound();
        context.Response.Headers.CacheControl = "private, max-age=300";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        return Results.Text(file.Text, "text/calendar", Encoding.UTF8);
    }

    private static string AddressOf(HttpRequest request, string secret) => new Uri(SiteOf(request), $"/calendario/{secret}.ics").AbsoluteUri;

    private static Uri SiteOf(HttpRequest request) => new($"{request.Scheme}://{request.Host}");
}
