using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Storage.Codec;

/// <summary>
/// Writes the fields of one stored object. What is null is left out. Keys of the instance are written as their counter alone: the instance stands in the row.
/// The forms (instants, durations, enumerations by number) are those of docs/history-format.md and never change for a stored version.
/// </summary>
internal readonly struct EventWriter(Utf8JsonWriter json, InstanceId instance)
{
    public Utf8JsonWriter Json => json;

    public void Scope(string name, ScopeKey key)
    {
        if (key.Instance != instance) throw new InvariantBrokenException($"Expected a key of instance {instance}, but {key} belongs to instance {key.Instance}.");
        json.WriteNumber(name, key.Counter);
    }

    public void Scope(string name, ScopeKey? key)
    {
        if (key is { } present) Scope(name, present);
    }

    public void Scopes(string name, ImmutableArray<ScopeKey> keys)
    {
        json.WriteStartArray(name);
        foreach (var key in keys) json.WriteNumberValue(key.Counter);
        json.WriteEndArray();
    }

    public void Definition(string name, DefinitionKey key) => json.WriteNumber(name, key.Value);

    public void Definition(string name, DefinitionKey? key)
    {
        if (key is { } present) Definition(name, present);
    }

    public void Element(string name, ElementId element) => json.WriteString(name, element.Value);

    public void Element(string name, ElementId? element)
    {
        if (element is { } present) json.WriteString(name, present.Value);
    }

    public void Elements(string name, ImmutableArray<ElementId> elements)
    {
        json.WriteStartArray(name);
        foreach (var element in elements) json.WriteStringValue(element.Value);
        json.WriteEndArray();
    }

    public void Text(string name, string? text)
    {
        if (text is not null) json.WriteString(name, text);
    }

    public void Texts(string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>Sorted by name, so that the same map is always the same bytes.</summary>
    public void Map(string name, ImmutableDictionary<string, string> map)
    {
        if (map.IsEmpty) return;
        json.WriteStartObject(name);
        foreach (var (key, value) in map.OrderBy(entry => entry.Key, StringComparer.Ordinal)) json.WriteString(key, value);
        json.WriteEndObject();
    }

    public void Number(string name, long? number)
    {
        if (number is { } present) json.WriteNumber(name, present);
    }

    public void Flag(string name, bool? flag)
    {
        if (flag is { } present) json.WriteBoolean(name, present);
    }

    /// <summary>An enumeration by its number: the numbers are given in the code and never reused.</summary>
    public void Enum<T>(string name, T value) where T : struct, Enum => json.WriteNumber(name, Convert.ToInt32(value, CultureInfo.InvariantCulture));

    /// <summary>UTC, ISO 8601, with seven decimals at most: the resolution of .NET.</summary>
    public void Instant(string name, DateTimeOffset? instant)
    {
        if (instant is { } present) json.WriteString(name, present.UtcDateTime);
    }

    /// <summary>In ticks of 100 ns.</summary>
    public void Span(string name, TimeSpan span) => json.WriteNumber(name, span.Ticks);

    public void Value(string name, FeelValue? value)
    {
        if (value is null) return;
        json.WritePropertyName(name);
        ValueCodec.Write(json, value);
    }

    public void Values(string name, ImmutableArray<FeelValue> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) ValueCodec.Write(json, value);
        json.WriteEndArray();
    }

    /// <summary>A list of objects, each written field by field.</summary>
    public void Objects<T>(string name, IEnumerable<T> items, Action<EventWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(this, item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public void Message(string name, MessageRef? message)
    {
        if (message is null) return;
        json.WriteStartObject(name);
        json.WriteNumber("key", message.Key);
        json.WriteString("name", message.Name);
        json.WriteString("correlationKey", message.CorrelationKey);
        json.WriteEndObject();
    }
}
