namespace Orchestrator.Server.Security;

/// <summary>Headers of every answer; the pages add the content policy that fits them.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsApi()) headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        // What a person or a program sees is theirs: no cache in between keeps it. Static files set a policy of their own.
        headers.CacheControl = "no-store";
        return next(context);
    });
}
