using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Apl.Jobs;

/// <summary>Inputs that many jobs read alike.</summary>
internal static class JobInputs
{
    /// <summary>The UUID of an uploaded file.</summary>
    public static Guid RequiredImport(this Job job) =>
        Guid.TryParse(job.RequiredText("importId"), CultureInfo.InvariantCulture, out var import)
            ? import
            : throw new JobInputException("Expected the input 'importId' to be the UUID of an import, but it is not.");

    /// <summary>A whole number from 1 to <paramref name="max"/>, or null when it is missing.</summary>
    public static int? OptionalWhole(this Job job, string name, int max) => job.Input[name] is null ? null : job.RequiredWhole(name, max);

    /// <summary>A whole number from 1 to <paramref name="max"/>.</summary>
    public static int RequiredWhole(this Job job, string name, int max) =>
        job.Input[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= max && decimal.Truncate(number) == number
            ? (int)number
            : throw new JobInputException(FormattableString.Invariant($"Expected the input '{name}' to be a whole number from 1 to {max}, but it is not."));

    /// <summary>A list of opaque case ids.</summary>
    public static IReadOnlyList<string> RequiredCases(this Job job, string name) =>
        [.. job.RequiredList(name).Select(node => CaseOf(node) ?? throw new JobInputException($"Expected the input '{name}' to hold case ids, but found something else.")).Distinct()];

    /// <summary>An instant, or a day: the first instant of it, or the last when it is the end of a period.</summary>
    public static DateTimeOffset RequiredInstant(this Job job, string name, bool isEnd = false)
    {
        var text = job.RequiredText(name);
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return RomeTime.Read(name, text);
        return RomeTime.Read(name, (isEnd ? day.AddDays(1) : day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00");
    }

    /// <summary>The agreement, or the crisis where no agreement is named.</summary>
    public static (string? Agreement, string? Crisis) RequiredOwner(this Job job)
    {
        var (agreement, crisis) = (job.OptionalText("agreement"), job.OptionalText("crisis"));
        return agreement is null && crisis is null
            ? throw new JobInputException("Expected the input 'agreement' or 'crisis' to name a business key, but found neither.")
            : (agreement, crisis);
    }

    /// <summary>The elements as a JSON list.</summary>
    public static JsonArray ToJson(this IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];

    // Processes hold cases as ids or as rows with the id in them.
    private static string? CaseOf(JsonNode? node) => node switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonObject row when row["case"] is JsonValue value && value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => null,
    };
}
