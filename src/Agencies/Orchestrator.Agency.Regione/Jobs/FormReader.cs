using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Regione.Jobs;

/// <summary>Reads the values of forms. What is missing is null, and the registry says so; a value of another kind is a wrong definition and an incident.</summary>
internal static class FormReader
{
    public static CrisisFacts CrisisOf(JsonObject form) => new(
        Text(form, "title"), Text(form, "companyTaxCode"), Text(form, "vatNumber"), Text(form, "companyName"), Text(form, "ateco"),
        [.. Rows(form, "sites").Select(site => new SiteFacts(Text(site, "address"), Text(site, "municipality"), Number(site, "workers")))],
        Number(form, "totalWorkers"), Number(form, "redundancies"), Text(form, "reason"), Truth(form, "cigsRequested"), Text(form, "cigsGround"), Day(form, "cigsFrom"), Day(form, "cigsTo"),
        Text(form, "regionalInterest"));

    public static AgreementFacts AgreementOf(JsonObject form) => new(
        Day(form, "signingDate"), Text(form, "signingPlace"), Text(form, "cigsGround"), Day(form, "cigsFrom"), Day(form, "cigsTo"),
        [.. Rows(form, "scopes").Select(scope => new ScopeFacts(Text(scope, "area"), Text(scope, "profile"), Text(scope, "cp2021"), Number(scope, "quota")))]);

    public static string? Text(JsonObject form, string name) => form[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>() is { Length: > 0 } text ? text : null,
        _ => throw Wrong(name, "a text"),
    };

    public static int? Number(JsonObject form, string name) => form[name] switch
    {
        null => null,
        JsonValue value when decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && decimal.Truncate(number) == number && number is >= int.MinValue and <= int.MaxValue => (int)number,
        _ => throw Wrong(name, "a whole number"),
    };

    private static bool Truth(JsonObject form, string name) => form[name] switch
    {
        null => false,
        JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>(),
        _ => throw Wrong(name, "true or false"),
    };

    private static DateOnly? Day(JsonObject form, string name) => Text(form, name) switch
    {
        null => null,
        var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => throw Wrong(name, "a day such as 2026-03-02"),
    };

    private static IEnumerable<JsonObject> Rows(JsonObject form, string name) => form[name] switch
    {
        null => [],
        JsonArray rows => rows.Select(row => row as JsonObject ?? throw Wrong(name, "a list of rows")),
        _ => throw Wrong(name, "a list of rows"),
    };

    private static JobInputException Wrong(string name, string expected) => new($"Expected '{name}' of the document to be {expected}, but found something else: correct the form or the input mapping.");
}
