using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Orchestrator.Ui.Visits;

/// <summary>Reads the hidden fields that every writing form of ours carries.</summary>
internal static class PostedForm
{
    public const string Request = "richiesta";
    public const string Version = "versione";

    /// <summary>The idempotency key that the page was drawn with; a form without one gets a new key, so that it still has one effect.</summary>
    public static Guid RequestId(this IFormCollection form) =>
        Guid.TryParse(form[Request], out var id) ? id : Guid.CreateVersion7();

    /// <summary>The version that the page showed; a missing one is never current.</summary>
    public static long ShownVersion(this IFormCollection form) =>
        long.TryParse(form[Version], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;

    /// <summary>A field's trimmed text, null when it is empty or missing.</summary>
    public static string? Text(this IFormCollection form, string name) =>
        form[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>True when the form was typed outside this session and is only to be shown again.</summary>
    public static bool IsResumed(this IFormCollection form) => form.ContainsKey(KeptForm.Resume);

    /// <summary>A path of our own pages, or <paramref name="otherwise"/>: a form can never send the browser elsewhere.</summary>
    public static string LocalUrl(string? url, string otherwise) =>
        url is ['/', not ('/' or '\\'), ..] or "/" && !url.Contains('\\', StringComparison.Ordinal) && !url.Any(char.IsControl) ? url : otherwise;
}
