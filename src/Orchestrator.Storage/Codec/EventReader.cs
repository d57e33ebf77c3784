using System.Collections.Immutable;
using System.Text.Json;
using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Storage.Codec;

/// <summary>Reads what <see cref="EventWriter"/> wrote. A missing field that must be there, or one of another kind, is an <see cref="UnreadableHistoryException"/>: it is never guessed.</summary>
internal readonly struct EventReader(JsonElement json, InstanceId instance)
{
    public JsonElement Json => json;

    public InstanceId Instance => instance;

    public ScopeKey Scope(string name) => ScopeKey.Of(instance, Required(name).GetInt32());

    public ScopeKey? OptionalScope(string name) => json.TryGetProperty(name, out var field) ? ScopeKey.Of(instance, field.GetInt32()) : null;

    public ImmutableArray<ScopeKey> Scopes(string name)
    {
        var owner = instance;
        return [.. Required(name).EnumerateArray().Select(key => ScopeKey.Of(owner, key.GetInt32()))];
    }

    public DefinitionKey? OptionalDefinition(string name) => json.TryGetProperty(name, out var field) ? new DefinitionKey(field.GetInt64()) : null;

    public DefinitionKey Definition(string name) => new(Required(name).GetInt64());

    public ElementId Element(string name) => new(Text(name));

    public ElementId? OptionalElement(string name) => OptionalText(name) is { } text ? new ElementId(text) : null;

    public ImmutableArray<ElementId> Elements(string name) => [.. Required(name).EnumerateArray().Select(item => new ElementId(item.GetString()!))];

    public string Text(string name) => Required(name).GetString() ?? throw new UnreadableHistoryException($"Expected a text in '{name}', but found null.");

    public string? OptionalText(string name) => json.TryGetProperty(name, out var field) ? field.GetString() : null;

    public ImmutableArray<string> Texts(string name) => [.. Required(name).EnumerateArray().Select(item => item.GetString()!)];

    public ImmutableDictionary<string, string> Map(string name) =>
        json.TryGetProperty(name, out var map)
            ? map.EnumerateObject().ToImmutableDictionary(entry => entry.Name, entry => entry.Value.GetString()!, StringComparer.Ordinal)
            : ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    public int Integer(string name) => Required(name).GetInt32();

    public int? OptionalInteger(string name) => json.TryGetProperty(name, out var field) ? field.GetInt32() : null;

    public long Long(string name) => Required(name).GetInt64();

    public bool Flag(string name) => Required(name).GetBoolean();

    public bool? OptionalFlag(string name) => json.TryGetProperty(name, out var field) ? field.GetBoolean() : null;

    public T Enum<T>(string name) where T : struct, Enum
    {
        var number = Required(name).GetInt32();
        var value = (T)System.Enum.ToObject(typeof(T), number);
        return System.Enum.IsDefined(value) ? value : throw new UnreadableHistoryException($"Expected a known number in '{name}', but found {number}.");
    }

    public DateTimeOffset Instant(string name) => new(Required(name).GetDateTime(), TimeSpan.Zero);

    public DateTimeOffset? OptionalInstant(string name) => json.TryGetProperty(name, out var field) ? new DateTimeOffset(field.GetDateTime(), TimeSpan.Zero) : null;

    public TimeSpan Span(string name) => new(Required(name).GetInt64());

    public FeelContext Context(string name) =>
        ValueCodec.Read(Required(name)) as FeelContext ?? throw new UnreadableHistoryException($"Expected a context in '{name}', but found another value.");

    public FeelList List(string name) =>
        ValueCodec.Read(Required(name)) as FeelList ?? throw new UnreadableHistoryException($"Expected a list in '{name}', but found another value.");

    public FeelValue Value(string name) => ValueCodec.Read(Required(name));

    public ImmutableArray<FeelValue> Values(string name) => [.. Required(name).EnumerateArray().Select(ValueCodec.Read)];

    public FeelValue? OptionalValue(string name) => json.TryGetProperty(name, out var field) ? ValueCodec.Read(field) : null;

    public MessageRef Message(string name) => OptionalMessage(name) ?? throw new UnreadableHistoryException($"Expected a message in '{name}', but there is none.");

    public MessageRef? OptionalMessage(string name) =>
        json.TryGetProperty(name, out var field)
            ? new MessageRef(field.GetProperty("key").GetInt64(), field.GetProperty("name").GetString()!, field.GetProperty("correlationKey").GetString()!)
            : null;

    public IEnumerable<EventReader> Objects(string name)
    {
        var owner = instance;
        return Required(name).EnumerateArray().Select(item => new EventReader(item, owner));
    }

    public IEnumerable<EventReader> OptionalObjects(string name) => json.TryGetProperty(name, out _) ? Objects(name) : [];

    public EventReader? OptionalObject(string name) => json.TryGetProperty(name, out var field) ? new EventReader(field, instance) : null;

    private JsonElement Required(string name) =>
        json.TryGetProperty(name, out var field) ? field : throw new UnreadableHistoryException($"Expected a field '{name}', but there is none.");
}
