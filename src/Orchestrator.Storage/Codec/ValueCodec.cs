using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Storage.Codec;

/// <summary>
/// Variables as they rest in history: JSON, with numbers of 34 digits written as numbers. Variables are JSON values (design §8.4: dates are ISO texts there),
/// so anything else is a bug of the room that set it, and is refused before it is written.
/// </summary>
internal static class ValueCodec
{
    public static void Write(Utf8JsonWriter json, FeelValue value)
    {
        switch (value)
        {
            case FeelNull: json.WriteNullValue(); break;
            case FeelBoolean boolean: json.WriteBooleanValue(boolean.Value); break;
            case FeelNumber number: json.WriteRawValue(number.Value.ToString(), skipInputValidation: true); break;
            case FeelString text: json.WriteStringValue(text.Value); break;
            case FeelList list:
                json.WriteStartArray();
                foreach (var item in list) Write(json, item);
                json.WriteEndArray();
                break;
            case FeelContext context:
                json.WriteStartObject();
                foreach (var (name, entry) in context.Entries)
                {
                    json.WritePropertyName(name);
                    Write(json, entry);
                }
                json.WriteEndObject();
                break;
            default: throw new InvariantBrokenException($"Expected a JSON value in a variable, but found a {value.TypeName}.");
        }
    }

    public static FeelValue Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => FeelNull.Instance,
        JsonValueKind.True => FeelBoolean.True,
        JsonValueKind.False => FeelBoolean.False,
        JsonValueKind.String => new FeelString(json.GetString()!),
        JsonValueKind.Number => Number(json.GetRawText()),
        JsonValueKind.Array => new FeelList(json.EnumerateArray().Select(Read).ToImmutableArray()),
        JsonValueKind.Object => FeelContext.Of(json.EnumerateObject().Select(entry => KeyValuePair.Create(entry.Name, Read(entry.Value)))),
        _ => throw new UnreadableHistoryException($"Expected a value, but found {json.ValueKind}."),
    };

    public static void WriteDocument(IBufferWriter<byte> output, FeelValue value)
    {
        using var json = new Utf8JsonWriter(output, StoredJson.Writer);
        Write(json, value);
    }

    public static FeelValue ReadDocument(ReadOnlyMemory<byte> stored)
    {
        using var document = StoredJson.Parse(stored);
        return Read(document.RootElement);
    }

    private static FeelNumber Number(string text) =>
        Decimal34.TryParse(text, out var number) ? new FeelNumber(number) : throw new UnreadableHistoryException("Expected a number of at most 34 digits in range, but found another.");
}
