using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Orchestrator.Storage.Accounts;
using Orchestrator.Ui;

namespace Orchestrator.Server.Security;

/// <summary>How people and programs sign in: a cookie for pages, Basic for addresses that programs call. A cookie means nothing there, so no page elsewhere can use it.</summary>
internal static class SignInSetup
{
    private const string ByAddress = "ByAddress";
    private static readonly TimeSpan s_session = TimeSpan.FromHours(8);
    private static readonly TimeSpan s_checkAccountEvery = TimeSpan.FromMinutes(5);

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<RecentSignIns>();
        services.AddAuthentication(ByAddress)
            .AddPolicyScheme(ByAddress, null, options => options.ForwardDefaultSelector = context =>
                context.Request.IsApi() ? BasicSignIn.SchemeName : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, BasicSignIn>(BasicSignIn.SchemeName, null)
            .AddCookie(IdentityConstants.ApplicationScheme, Cookie);
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = s_checkAccountEvery);
        new IdentityBuilder(typeof(Account), typeof(IdentityRole<long>), services).AddSignInManager();
        services.AddRights();
        services.AddAntiforgery(options => options.Cookie.Name = "orchestrator.form");
    }

    private static void Cookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "orchestrator.session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = s_session;
        options.SlidingExpiration = true;
        options.LoginPath = UiSetup.SignInPath;
        options.ReturnUrlParameter = "returnUrl";
        options.Events = new()
        {
            OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync,
            OnRedirectToLogin = context =>
            {
                if (UiSetup.KeepUrl(context.Request) is { } keep)
                {
                    context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
                    context.Response.Headers.Location = keep;
                }
                else
                {
                    context.Response.Redirect(context.RedirectUri);
                }

                return Task.CompletedTask;
            },
            OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            },
        };
    }
}
