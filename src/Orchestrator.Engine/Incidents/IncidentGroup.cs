using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Incidents;

/// <summary>Incidents that say the same: of one process and element, of one kind, with messages that differ in numbers alone.</summary>
/// <param name="Message">As <see cref="Alike"/> gives it.</param>
public sealed partial record IncidentGroup(string ProcessId, string Element, IncidentKind Kind, string Message)
{
    public static IncidentGroup Of(IncidentRow row) => new(row.ProcessId, row.Element, row.Kind, Alike(row.Message));

    /// <summary>A message with <c>…</c> for its numbers: they are of a case or of a job and make no other failure.</summary>
    public static string Alike(string message) => Number().Replace(message, "…");

    /// <summary>As a frozen list keeps it.</summary>
    internal string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("process", ProcessId);
            json.WriteString("element", Element);
            json.WriteNumber("kind", (int)Kind);
            json.WriteString("message", Message);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>What a frozen list of retries is about.</summary>
    public static IncidentGroup Of(Batch batch)
    {
        using var document = JsonDocument.Parse(batch.Target);
        var root = document.RootElement;
        return new(root.GetProperty("process").GetString()!, root.GetProperty("element").GetString()!, (IncidentKind)root.GetProperty("kind").GetInt32(), root.GetProperty("message").GetString()!);
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
