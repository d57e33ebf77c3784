using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Orchestrator.Feel;

/// <summary>
/// Values as JSON, as variables are stored and sent: numbers exact to 34 digits, contexts as objects in their order, lists as arrays,
/// dates, times and durations as ISO 8601 strings. One way: reading gives strings, and expressions call <c>date(…)</c>.
/// Functions and ranges have no JSON and are written as null; <see cref="ToVariable(FeelValue, out ImmutableArray{string})"/> tells of them.
/// </summary>
public static class FeelJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = FeelLimits.JsonDepthMax + 1 };
    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = FeelLimits.JsonDepthMax };

    public static void Write(FeelValue value, IBufferWriter<byte> buffer)
    {
        using var writer = new Utf8JsonWriter(buffer, Options);
        Write(value, writer);
    }

    /// <summary>The JSON text.</summary>
    public static string Write(FeelValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(value, buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The JSON text in UTF-8.</summary>
    public static byte[] WriteUtf8(FeelValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(value, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the value where the writer stands. Values nested deeper than the limit are written as null there.</summary>
    public static void Write(FeelValue value, Utf8JsonWriter writer)
    {
        switch (value)
        {
            case FeelList or FeelContext when writer.CurrentDepth >= FeelLimits.JsonDepthMax: writer.WriteNullValue(); break;
            case FeelNumber number: writer.WriteRawValue(number.Value.ToString(), skipInputValidation: true); break;
            case FeelBoolean boolean: writer.WriteBooleanValue(boolean.Value); break;
            case FeelList list: WriteList(list, writer); break;
            case FeelContext context: WriteContext(context, writer); break;
            case FeelNull or FeelFunction or FeelRange: writer.WriteNullValue(); break;
            default: writer.WriteStringValue(TextOf(value)); break;
        }
    }

    private static string TextOf(FeelValue value) => value switch
    {
        FeelString text => text.Value,
        FeelDate date => date.ToIso(),
        FeelTime time => time.ToIso(),
        FeelDateTime at => at.ToIso(),
        FeelYearMonthDuration months => months.ToIso(),
        FeelDayTimeDuration span => span.ToIso(),
        _ => throw new System.Diagnostics.UnreachableException($"No JSON for {value.GetType().Name}."),
    };

    private static void WriteList(FeelList list, Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var item in list) Write(item, writer);
        writer.WriteEndArray();
    }

    private static void WriteContext(FeelContext context, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in context.Entries)
        {
            writer.WritePropertyName(name);
            Write(value, writer);
        }
        writer.WriteEndObject();
    }

    /// <summary>The value of a JSON text that is known to be good; throws <see cref="JsonException"/> for another. For text from outside use <see cref="TryRead(string, out FeelValue, out string)"/>.</summary>
    public static FeelValue Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    /// <inheritdoc cref="Read(string)"/>
    public static FeelValue Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, ReaderOptions);
        try
        {
            reader.Read();
            var value = Read(ref reader);
            if (reader.Read()) throw new JsonException("Expected the end of the JSON text, but found more.");
            return value;
        }
        catch (InvalidOperationException half)
        {
            // The reader's way to say that an escape such as \ud800 stands without its other half.
            throw new JsonException("Expected texts of whole characters, but found half of a surrogate pair.", half);
        }
    }

    /// <summary>Reads a text from outside: false and a reason when it is not JSON, nests too deep, or holds a number beyond FEEL's range.</summary>
    public static bool TryRead(string json, [NotNullWhen(true)] out FeelValue? value, out string problem)
    {
        try
        {
            value = Read(json);
            problem = "";
            return true;
        }
        catch (JsonException broken)
        {
            value = null;
            problem = broken.Message;
            return false;
        }
        catch (InvalidOperationException)
        {
            // The reader says so of an escape such as \ud800 without its other half.
            value = null;
            problem = "Expected text, but found half of a surrogate pair.";
            return false;
        }
    }

    public static FeelValue Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => FeelBoolean.True,
        JsonValueKind.False => FeelBoolean.False,
        JsonValueKind.Number => NumberOf(element.GetRawText()),
        JsonValueKind.String => new FeelString(element.GetString()!),
        JsonValueKind.Array => FeelList.From(element.EnumerateArray().Select(Read)),
        JsonValueKind.Object => FeelContext.Of(element.EnumerateObject().Select(one => KeyValuePair.Create(one.Name, Read(one.Value)))),
        _ => FeelNull.Instance,
    };

    /// <summary>Reads the value on whose first token the reader stands, and leaves it on the last one.</summary>
    public static FeelValue Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True: return FeelBoolean.True;
            case JsonTokenType.False: return FeelBoolean.False;
            case JsonTokenType.String: return new FeelString(reader.GetString()!);
            case JsonTokenType.Number: return NumberOf(Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan));
            case JsonTokenType.StartArray: return ReadList(ref reader);
            case JsonTokenType.StartObject: return ReadContext(ref reader);
            case JsonTokenType.Null: return FeelNull.Instance;
            default: throw new JsonException($"Expected a JSON value, but found {reader.TokenType}.");
        }
    }

    private static FeelNumber NumberOf(string text) => Decimal34.TryParse(text, out var number)
        ? new FeelNumber(number)
        : throw new JsonException($"Expected a number below 1E{Decimal34.ExponentMax}, but found one beyond.");

    private static FeelList ReadList(ref Utf8JsonReader reader)
    {
        var items = ImmutableArray.CreateBuilder<FeelValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Read(ref reader));
        return new(items.ToImmutable());
    }

    private static FeelContext ReadContext(ref Utf8JsonReader reader)
    {
        var context = new FeelContext.Builder();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            context.Set(name, Read(ref reader));
        }
        return context.ToContext();
    }

    /// <summary>The value as a variable holds it, as in Camunda 8: what reading its JSON would give. Functions and ranges become null, each with a line FEEL0115 in <paramref name="warnings"/>.</summary>
    public static FeelValue ToVariable(FeelValue value, out ImmutableArray<string> warnings)
    {
        var lost = ImmutableArray.CreateBuilder<string>();
        var variable = ToVariable(value, "", lost);
        warnings = lost.ToImmutable();
        return variable;
    }

    /// <inheritdoc cref="ToVariable(FeelValue, out ImmutableArray{string})"/>
    public static FeelValue ToVariable(FeelValue value) => ToVariable(value, out _);

    private static FeelValue ToVariable(FeelValue value, string path, ImmutableArray<string>.Builder refused)
    {
        switch (value)
        {
            case FeelNull or FeelBoolean or FeelNumber or FeelString: return value;
            case FeelList list: return FeelList.From(list.Items.Select((item, index) => ToVariable(item, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}[{index + 1}]"), refused)));
            case FeelContext context:
                return FeelContext.Of(context.Entries.Select(entry => KeyValuePair.Create(entry.Key, ToVariable(entry.Value, path.Length == 0 ? entry.Key : $"{path}.{entry.Key}", refused))));
            case FeelFunction or FeelRange:
                var found = path.Length == 0 ? $"a {value.TypeName}" : $"a {value.TypeName} in '{path}'";
                refused.Add($"{FeelDescriptors.NotStorable.Code}: {string.Format(System.Globalization.CultureInfo.InvariantCulture, FeelDescriptors.NotStorable.Template, found)}");
                return FeelNull.Instance;
            default: return new FeelString(TextOf(value));
        }
    }
}
