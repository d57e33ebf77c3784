using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Orchestrator.Server.V2.Searching;

/// <summary>A range of instants: an object with <c>$gte</c> and <c>$lt</c>. Other operators are refused by name.</summary>
[JsonConverter(typeof(DateFilterConverter))]
internal sealed record DateFilter
{
    /// <summary>The first instant in the range.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The first instant after the range.</summary>
    public DateTimeOffset? Before { get; init; }
}

internal sealed class DateFilterConverter : JsonConverter<DateFilter>
{
    public override DateFilter Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Expected an object with $gte and $lt.");
        var filter = new DateFilter();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString();
            reader.Read();
            filter = name switch
            {
                "$gte" => filter with { From = Instant(reader.GetString()) },
                "$lt" => filter with { Before = Instant(reader.GetString()) },
                _ => throw new JsonException($"The operator {name} is not supported; $gte and $lt are."),
            };
        }
        return filter;
    }

    public override void Write(Utf8JsonWriter writer, DateFilter value, JsonSerializerOptions options) => throw new NotSupportedException("A filter is only read.");

    private static DateTimeOffset Instant(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUniversalTime()
            : throw new JsonException($"Expected an instant in ISO 8601, but found '{text}'.");
}
