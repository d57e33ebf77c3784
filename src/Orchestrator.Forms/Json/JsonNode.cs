using Orchestrator.Diagnostics;

namespace Orchestrator.Forms.Json;

/// <summary>A JSON value that knows its place in the file.</summary>
internal abstract record JsonNode(TextSpan Span);

internal sealed record JsonObject(TextSpan Span, IReadOnlyList<JsonMember> Members) : JsonNode(Span)
{
    public JsonNode? this[string name] => Members.FirstOrDefault(member => member.Name.Text == name)?.Value;
}

internal sealed record JsonMember(EmbeddedText Name, TextSpan NameSpan, JsonNode Value);

internal sealed record JsonArray(TextSpan Span, IReadOnlyList<JsonNode> Items) : JsonNode(Span);

/// <summary>A string; <see cref="Value"/> has its escapes resolved and the place of each character.</summary>
internal sealed record JsonString(TextSpan Span, EmbeddedText Value) : JsonNode(Span);

/// <summary>A number as it was written.</summary>
internal sealed record JsonNumber(TextSpan Span, string Text) : JsonNode(Span);

internal sealed record JsonBoolean(TextSpan Span, bool Value) : JsonNode(Span);

internal sealed record JsonNull(TextSpan Span) : JsonNode(Span);
