using System.Text.Json;
using System.Text.Json.Nodes;

namespace Orchestrator.Agency.Apl.Events;

/// <summary>A message that a process threw, as the agency hears it. Delivered at least once.</summary>
/// <param name="Key">The same each time it is delivered.</param>
/// <param name="CorrelationKey">The business key it is about.</param>
/// <param name="At">When it was thrown.</param>
/// <param name="Variables">Opaque ids only.</param>
public sealed record ProcessEvent(string Key, string CorrelationKey, DateTimeOffset At, JsonObject Variables)
{
    /// <summary>A variable as text, or null when it is missing or null.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public string? OptionalText(string name) => Variables[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => throw new FormatException($"Expected the variable '{name}' of event {Key} to be a text, but found something else."),
    };

    /// <summary>A variable as text.</summary>
    /// <exception cref="FormatException">It is missing or something else.</exception>
    public string RequiredText(string name) => OptionalText(name) ?? throw new FormatException($"Expected the variable '{name}' of event {Key} to be a text, but found nothing.");
}
