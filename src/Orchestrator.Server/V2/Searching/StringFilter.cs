using System.Text.Json;
using System.Text.Json.Serialization;

namespace Orchestrator.Server.V2.Searching;

/// <summary>A condition on a text or a key: the value itself, or an object with <c>$eq</c>, <c>$in</c> or <c>$exists</c>. Other operators are refused by name.</summary>
[JsonConverter(typeof(StringFilterConverter))]
internal sealed record StringFilter
{
    public string? EqualTo { get; init; }

    public IReadOnlyList<string>? AnyOf { get; init; }

    public bool? Exists { get; init; }

    /// <summary>The wanted values; null when the filter asks only whether there is one.</summary>
    public IReadOnlyList<string>? Values => EqualTo is { } value ? [value] : AnyOf;

    /// <summary>The one wanted value, for a column that is compared with one.</summary>
    public string? Single(string field) => (Exists, Values) switch
    {
        (null, [var only]) => only,
        _ => throw new InvalidRequestException(field, $"Expected one value in {field}, as a text or as $eq."),
    };
}

internal sealed class StringFilterConverter : JsonConverter<StringFilter>
{
    public override StringFilter Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new() { EqualTo = reader.GetString() };
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Expected a text or an object of operators.");
        var filter = new StringFilter();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString();
            reader.Read();
            filter = name switch
            {
                "$eq" => filter with { EqualTo = reader.GetString() },
                "$in" => filter with { AnyOf = Texts(ref reader, options) },
                "$exists" => filter with { Exists = reader.GetBoolean() },
                _ => throw new JsonException($"The operator {name} is not supported; $eq, $in and $exists are."),
            };
        }
        return filter;
    }

    private static List<string> Texts(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var texts = JsonSerializer.Deserialize<List<string>>(ref reader, options);
        return texts is { Count: > 0 } && texts.TrueForAll(text => text is not null) ? texts : throw new JsonException("Expected a list of texts as $in.");
    }

    public override void Write(Utf8JsonWriter writer, StringFilter value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.EqualTo);
}
