using System.Globalization;
using System.Text.Json.Nodes;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agency.Regione.Publishing;

/// <summary>The metadata of a published report as JSON-LD after DCAT-AP_IT: a dataset with what the profile requires and a distribution for each file of figures.</summary>
internal static class DcatMetadata
{
    private const string Vocabularies = "http://publications.europa.eu/resource/authority/";
    private const string Licence = "https://creativecommons.org/licenses/by/4.0/";

    public static string Write(ReportView report, RegioneOptions options)
    {
        var address = options.PublishUrl.TrimEnd('/') + "/" + report.ReportId;
        var made = report.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["@context"] = new JsonObject
            {
                ["dcat"] = "http://www.w3.org/ns/dcat#", ["dct"] = "http://purl.org/dc/terms/", ["foaf"] = "http://xmlns.com/foaf/0.1/",
                ["dcatapit"] = "http://dati.gov.it/onto/dcatapit#", ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
            },
            ["@id"] = address,
            ["@type"] = new JsonArray("dcatapit:Dataset", "dcat:Dataset"),
            ["dct:identifier"] = $"{options.Administration}:{report.ReportId}",
            ["dct:title"] = Italian($"Esiti dell'intervento di ricollocazione, crisi {report.Crisis}, periodo {report.Period}"),
            ["dct:description"] = Italian(FormattableString.Invariant($"Indicatori aggregati dell'intervento; i valori riferiti a meno di {Suppression.PersonsMin} persone sono omessi.")),
            ["dct:issued"] = Typed(made, "xsd:date"),
            ["dct:modified"] = Typed(made, "xsd:date"),
            ["dct:language"] = Reference(Vocabularies + "language/ITA"),
            ["dcat:theme"] = Reference(Vocabularies + "data-theme/SOCI"),
            ["dct:accrualPeriodicity"] = Reference(Vocabularies + "frequency/IRREG"),
            ["dct:rightsHolder"] = new JsonObject
            {
                ["@type"] = new JsonArray("dcatapit:Agent", "foaf:Agent"), ["dct:identifier"] = options.Administration, ["foaf:name"] = Italian(options.Office.Name),
            },
            ["dcat:distribution"] = new JsonArray(
                Distribution(address, ReportFiles.Csv, "CSV", "text/csv"),
                Distribution(address, ReportFiles.Json, "JSON", "application/json")),
        }.ToJsonString(ReportFiles.Readable) + "\n";
    }

    private static JsonObject Distribution(string address, string file, string format, string mediaType) => new()
    {
        ["@id"] = $"{address}/{file}",
        ["@type"] = new JsonArray("dcatapit:Distribution", "dcat:Distribution"),
        ["dcat:accessURL"] = Reference($"{address}/{file}"),
        ["dcat:downloadURL"] = Reference($"{address}/{file}"),
        ["dct:format"] = Reference(Vocabularies + "file-type/" + format),
        ["dcat:mediaType"] = mediaType,
        ["dct:license"] = Reference(Licence),
    };

    private static JsonObject Italian(string text) => new() { ["@value"] = text, ["@language"] = "it" };

    private static JsonObject Typed(string text, string type) => new() { ["@value"] = text, ["@type"] = type };

    private static JsonObject Reference(string address) => new() { ["@id"] = address };
}
