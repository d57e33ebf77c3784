using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>Signing in and out, the language, and the pages that need no sign-in.</summary>
internal static class AccountEndpoints
{
    private const int LanguageDays = 365;
    private const string Home = "/";

    /// <summary>Takes forms whose token belongs to a session that is over, so it stands outside the forgery guard; it writes nothing.</summary>
    public static void MapKeeping(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(UiSetup.KeepPath, KeepAsync).ExcludeFromDescription();

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(UiSetup.SignInPath, (string? returnUrl, string? uscita) =>
            Show.Page<SignInPage>(new { ReturnUrl = returnUrl, SignedOut = uscita is not null }));
        endpoints.MapPost(UiSetup.SignInPath, SignInAsync);
        endpoints.MapPost("/esci", SignOutAsync);
        endpoints.MapPost("/lingua", SetLanguageAsync);
        endpoints.MapGet("/accessibilita", () => Show.Page<AccessibilityPage>(new { }));
        endpoints.MapGet("/tastiera", () => Show.Page<KeysPage>(new { }));
    }

    private static async Task<IResult> SignInAsync(HttpContext context, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var userName = form.Text("utente") ?? "";
        var returnUrl = form.Text("ReturnUrl");
        var kept = KeptForm.Read(form[KeptForm.FieldName]);
        var outcome = await client.Accounts.SignInAsync(new(userName, form["password"].ToString()), cancellation);
        return outcome.Match(
            _ => kept is null ? Show.See(PostedForm.LocalUrl(returnUrl, Home)) : Show.Page<ResumePage>(new { Kept = kept }),
            refusal => Show.Page<SignInPage>(
                new { ReturnUrl = returnUrl, UserName = userName, Refusal = refusal, Kept = kept }, Show.StatusOf(refusal.Kind)));
    }

    // A form that was sent after its session had ended is sent on to here by the cookie handler.
    private static async Task<IResult> KeepAsync(string? returnUrl, HttpContext context, CancellationToken cancellation)
    {
        if (returnUrl is null || !KeptForm.IsOurs(returnUrl) || !context.Request.HasFormContentType)
            return Show.See(UiSetup.SignInPath);

        var form = await context.Request.ReadFormAsync(cancellation);
        return Show.Page<SignInPage>(new { ReturnUrl = returnUrl, Kept = KeptForm.Of(returnUrl, form) });
    }

    private static async Task<IResult> SignOutAsync(IOrchestratorClient client, CancellationToken cancellation)
    {
        await client.Accounts.SignOutAsync(cancellation);
        return Show.See(UiSetup.SignInPath + "?uscita");
    }

    private static async Task<IResult> SetLanguageAsync(HttpContext context, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var culture = form.Text("lingua") is "en-GB" ? "en-GB" : "it-IT";
        context.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new(culture)),
            new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(LanguageDays) });
        return Show.See(PostedForm.LocalUrl(form.Text("ritorno"), Home));
    }
}
