using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Migrating;

/// <summary>From which version to which, and by which mapping.</summary>
public sealed record MigrationTarget(DefinitionKey Source, DefinitionKey Target, ImmutableArray<ElementMapping> Mapping)
{
    /// <summary>As a frozen list keeps it.</summary>
    internal string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("source", Source.ToString());
            json.WriteString("target", Target.ToString());
            json.WriteStartArray("mapping");
            foreach (var (source, target) in Mapping)
            {
                json.WriteStartArray();
                json.WriteStringValue(source.Value);
                json.WriteStringValue(target.Value);
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>What a frozen list of migrations is about.</summary>
    public static MigrationTarget Of(Ports.Batch batch)
    {
        using var document = JsonDocument.Parse(batch.Target);
        var root = document.RootElement;
        return new(Key(root, "source"), Key(root, "target"), [.. root.GetProperty("mapping").EnumerateArray().Select(pair => new ElementMapping(new(pair[0].GetString()!), new(pair[1].GetString()!)))]);
    }

    private static DefinitionKey Key(JsonElement root, string name) => new(long.Parse(root.GetProperty(name).GetString()!, CultureInfo.InvariantCulture));
}
