using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Orchestrator.Interpreter;

namespace Orchestrator.Storage.Codec;

/// <summary>The events of one commit as bytes, and back. The form is written down in docs/history-format.md; golden samples pin it.</summary>
public static class EventCodec
{
    /// <summary>Appends the events, in order, as one JSON array to <paramref name="output"/>.</summary>
    public static void Write(IBufferWriter<byte> output, InstanceId instance, IReadOnlyList<InstanceEvent> events)
    {
        using var json = new Utf8JsonWriter(output, StoredJson.Writer);
        json.WriteStartArray();
        var writer = new EventWriter(json, instance);
        for (var i = 0; i < events.Count; i++)
        {
            var shape = EventCatalogue.ToWrite(events[i]);
            json.WriteStartObject();
            json.WriteString("event", shape.Name);
            json.WriteNumber("v", shape.Version);
            shape.Write(writer, events[i]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <exception cref="UnreadableHistoryException">An event that is not known here, or bytes that are not what was written.</exception>
    public static ImmutableArray<InstanceEvent> Read(ReadOnlyMemory<byte> stored, InstanceId instance)
    {
        using var document = StoredJson.Parse(stored);
        try
        {
            var events = ImmutableArray.CreateBuilder<InstanceEvent>(document.RootElement.GetArrayLength());
            foreach (var item in document.RootElement.EnumerateArray()) events.Add(Read(item, instance));
            return events.MoveToImmutable();
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new UnreadableHistoryException($"Expected the stored events of instance {instance}, but their fields do not fit: {wrong.Message}", wrong);
        }
    }

    private static InstanceEvent Read(JsonElement item, InstanceId instance)
    {
        var reader = new EventReader(item, instance);
        return EventCatalogue.ToRead(reader.Text("event"), reader.Integer("v")).Read(reader);
    }
}
