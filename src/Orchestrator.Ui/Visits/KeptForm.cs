using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Orchestrator.Ui.Visits;

/// <summary>
/// A form that was sent outside the session it was drawn in. It travels inside the pages that follow, so that nothing is kept on the
/// server, and is shown again, filled in, once somebody has signed in; nothing but that person's next click carries it out.
/// </summary>
/// <param name="Address">Where it was sent, path and query.</param>
/// <param name="Fields">What was typed, without tokens.</param>
/// <param name="HadFiles">True when it carried a file, which has to be chosen again.</param>
public sealed record KeptForm(string Address, IReadOnlyDictionary<string, string> Fields, bool HadFiles)
{
    /// <summary>The hidden field of the sign-in form that carries it.</summary>
    internal const string FieldName = "tenuto";

    /// <summary>The field by which an address is asked to show a form again instead of carrying it out.</summary>
    internal const string Resume = "ripresa";

    private const string TokenField = "__RequestVerificationToken";
    private const string NewAgreement = "/accordi/nuovo";
    private const string Expressions = "/espressioni";
    private const string Tables = "/tabelle";
    private const string FetchSite = "Sec-Fetch-Site";

    // Forms in which somebody types; a lost click on a button is simply clicked again.
    private static readonly string[] Endings = ["/completa", "/presenze", "/correggi", "/decisione", "/riprova", "/pubblica"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>True for a form that one of our own pages sent and whose address can show it again.</summary>
    internal static bool MayKeep(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.HasFormContentType && IsShownAgain(request.Path)
        && request.Headers[FetchSite].ToString() is "" or "same-origin";

    /// <summary>Takes what was sent to an address.</summary>
    internal static KeptForm Of(string address, IFormCollection form) =>
        new(
            address,
            form.Where(field => field.Key is not (TokenField or Resume)).ToDictionary(field => field.Key, field => field.Value.ToString()),
            form.Files.Any(file => file.Length > 0));

    /// <summary>Reads it from the sign-in form; null when there is none, or one that no page of ours wrote.</summary>
    internal static KeptForm? Read(string? json)
    {
        if (string.IsNullOrEmpty(json))
            return null;

        try
        {
            return JsonSerializer.Deserialize<KeptForm>(json, Json) is { Address: not null, Fields: not null } kept && IsOurs(kept.Address) ? kept : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>As the hidden field holds it.</summary>
    internal string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>True for an address of ours that can show a form again.</summary>
    internal static bool IsOurs(string address) =>
        PostedForm.LocalUrl(address, "") == address && IsShownAgain(address.Split('?', 2)[0]);

    private static bool IsShownAgain(string? path) =>
        path is NewAgreement or Expressions or Tables || (path is not null && Endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)));
}
